package org.keyway.order.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("营业执照(副本).pdf", "营业执照(副本).pdf"),
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("C:\\temp\\a.pdf", "a.pdf"),
                Arguments.of("/abs/a.pdf", "a.pdf"),
                Arguments.of("..%2f..%5Ca.pdf", "a.pdf"),
                Arguments.of("x\u2215y\uFF0Fa.pdf", "a.pdf"),
                Arguments.of("a\u0000.pdf", "a.pdf"),
                Arguments.of("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
                Arguments.of("a\u202Efdp.exe", "afdp.exe"),
                Arguments.of("-rf.pdf", "rf.pdf"),
                Arguments.of("..", "file"),
                Arguments.of("", "file"),
                Arguments.of(null, "file"),
                Arguments.of("CON.pdf", "_CON.pdf"),
                Arguments.of("lpt1.png", "_lpt1.png"),
                Arguments.of("a.pdf. . ", "a.pdf"),
                Arguments.of("\"a\".pdf", "a.pdf"),
                Arguments.of("长".repeat(300) + ".pdf", "长".repeat(116) + ".pdf"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void cleans(String sent, String kept) {
        assertThat(FileName.clean(sent).text()).isEqualTo(kept);
    }

    @Property(tries = 500)
    void alwaysLeavesAHarmlessName(@ForAll String sent) {
        String name = FileName.clean(sent).text();
        assertThat(name)
                .isNotBlank()
                .doesNotContain("/", "\\", "\"", "\r", "\n", "\0")
                .doesNotStartWith(".");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(121);
    }
}
