package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.shared.Problem;

/** What an applicant attaches for support, and the key's answer to a question. */
class EnvironmentReportsTest {

    @TempDir
    static Path folder;

    private static Desk desk;

    @BeforeAll
    static void build() {
        desk = new Desk(folder).start();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void areKeptNewestFirstAsPeopleCanReadThem() {
        EnvironmentReports reports = desk.get(EnvironmentReports.class);
        String order = desk.newOrder();
        reports.attach(order, "zhang", "first\u0000\nline two\t");
        reports.attach(order, "zhang", "second");
        assertThat(reports.of(order)).extracting(EnvironmentReport::text).containsExactly("second", "first\nline two");
        for (String wrong : new String[] {null, " ", "x".repeat(4001)}) {
            assertThatThrownBy(() -> reports.attach(order, "zhang", wrong)).isInstanceOf(Problem.class);
        }
        for (int more = 2; more < 20; more++) {
            reports.attach(order, "zhang", "more");
        }
        assertThatThrownBy(() -> reports.attach(order, "zhang", "one too many"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ukey.report.many"));
    }
}
