package org.keyway.order.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.order.material.folder.FolderStore;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

class MaterialsTest {

    private static final String ORDER = "XB20261121000001";
    private static final byte[] PNG = Pictures.of("png");

    @TempDir
    Path folder;

    private final List<Object> events = new ArrayList<>();
    private JdbcClient jdbc;
    private Materials materials;

    @BeforeEach
    void setUp() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=DAY");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        order(ORDER);
        order("XB20261121000002");
        materials = materials(new MaterialProperties(PNG.length, 5));
    }

    @Test
    void keepsWhatWasUploaded() {
        Attachment added = add("business-licence", "执照.png", PNG);
        assertThat(materials.of(ORDER)).containsExactly(added);
        assertThat(materials.find(ORDER, added.id())).isEqualTo(added);
        assertThat(materials.content(added)).isEqualTo(PNG);
        assertThat(added.mediaType()).isEqualTo("image/png");
        assertThat(added.size()).isEqualTo(PNG.length);
        assertThat(folder.resolve("files")
                        .resolve(added.sha256().substring(0, 2))
                        .resolve(added.sha256().substring(2, 4))
                        .resolve(added.sha256()))
                .exists();
        assertThat(events).singleElement().isInstanceOfSatisfying(AuditRecord.class, record -> assertThat(
                        record.detail())
                .doesNotContain("执照"));
    }

    @Test
    void aSecondPaperOfTheTypeStandsBesideTheFirst() {
        add("business-licence", "a.png", PNG);
        add("business-licence", "b.png", PNG);
        assertThat(materials.of(ORDER)).hasSize(2);
    }

    @Test
    void aRemovedPaperNoLongerCountsButItsRowStays() {
        Attachment added = add("other", "a.png", PNG);
        materials.remove(ORDER, added.id(), "zhang");
        assertThat(materials.of(ORDER)).isEmpty();
        assertThatThrownBy(() -> materials.find(ORDER, added.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> materials.remove(ORDER, added.id(), "zhang")).isInstanceOf(Problem.class);
        assertThat(jdbc.sql("select count(*) from attachment where removed_at is not null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anotherOrdersPaperIsUnknown() {
        Attachment added = add("other", "a.png", PNG);
        assertThat(catchThrowableOfType(Problem.class, () -> materials.find("XB20261121000002", added.id()))
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> materials.remove("XB20261121000002", added.id(), "zhao"))
                .isInstanceOf(Problem.class);
        assertThat(materials.of(ORDER)).hasSize(1);
    }

    @Test
    void theLimitIsAllowedAndOneByteMoreIsNot() {
        add("other", "a.png", PNG);
        assertThat(code("other", "a.png", Pictures.with(PNG, new byte[1]))).isEqualTo("material.too-large");
    }

    @Test
    void refusesEmptyBrokenOffAndUnknownTypes() {
        assertThat(code("other", "a.png", new byte[0])).isEqualTo("material.empty");
        assertThat(code("passport", "a.png", PNG)).isEqualTo("material.type");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        Problem problem = catchThrowableOfType(Problem.class, () -> materials.add(upload("other", "a.png", broken)));
        assertThat(problem.errors().get(0).code()).isEqualTo("material.broken-off");
    }

    @Test
    void leavesNothingBehindOfWhatItRefuses() throws IOException {
        code("other", "a.png", Pictures.with(PNG, new byte[1]));
        code("other", "../../../a.pdf", PNG);
        code("other", "a.png", "no".getBytes());
        assertThat(filesUnder(folder)).isEmpty();
        assertThat(materials.of(ORDER)).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void noticesDamageAndHealsItByTheSameFile() throws IOException {
        Attachment added = add("other", "a.png", PNG);
        Path file = filesUnder(folder).get(0);
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> materials.content(added)).isInstanceOf(IllegalStateException.class);
        Files.delete(file);
        assertThatThrownBy(() -> materials.content(added)).isInstanceOf(IllegalStateException.class);
        add("other", "again.png", PNG);
        assertThat(materials.content(added)).isEqualTo(PNG);
    }

    @Test
    void anOrderHasRoomForALimitedNumberOfPapers() {
        for (int count = 0; count < 5; count++) {
            add("other", "a.png", PNG);
        }
        Problem problem = catchThrowableOfType(Problem.class, () -> add("other", "a.png", PNG));
        assertThat(problem.status()).isEqualTo(409);
    }

    private Materials materials(MaterialProperties limits) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);
        PaperDesk desk = new PaperDesk(pdf -> new Inspection.Fit(1));
        return new Materials(new Attachments(jdbc), FolderStore.in(folder), desk, limits, clock, events::add);
    }

    private Attachment add(String type, String name, byte[] content) {
        return materials.add(upload(type, name, new ByteArrayInputStream(content)));
    }

    private String code(String type, String name, byte[] content) {
        Problem problem = catchThrowableOfType(Problem.class, () -> add(type, name, content));
        return problem.errors().get(0).code();
    }

    private static Upload upload(String type, String name, InputStream content) {
        return new Upload(ORDER, "zhang", 0, type, name, content, List.of("application/pdf", "image/png"));
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void order(String orderNo) {
        jdbc.sql("""
                        insert into application_order (order_no, line, region, applicant, created_by, status, fields,
                          created_at, updated_at)
                        values (:no, 'NEW_ISSUANCE', '330683', 'zhang', 'zhang', 'DRAFT', '{}', now(), now())
                        """).param("no", orderNo).update();
    }
}
