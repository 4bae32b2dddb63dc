package org.keyway.order.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.shared.Problem;

class PaperDeskTest {

    private static final List<String> ALL =
            List.of("application/pdf", "image/jpeg", "image/png", "image/bmp", "image/gif");
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private final PaperDesk desk = new PaperDesk(pdf -> new Inspection.Fit(3));

    @ParameterizedTest
    @CsvSource({"jpg, a.JPEG", "jpg, a.jpg", "png, 执照.v2.png", "bmp, a.bmp", "gif, a.gif"})
    void acceptsPictures(String format, String name) {
        assertThat(desk.accept(Pictures.of(format), FileName.clean(name), ALL).pages())
                .isEqualTo(1);
    }

    @Test
    void acceptsPdfsAsInspected() {
        assertThat(desk.accept(bytes(PDF), FileName.clean("a.pdf"), ALL).pages())
                .isEqualTo(3);
    }

    @Test
    void acceptsPicturesWithHarmlessBytesBehindTheEnd() {
        byte[] phone = Pictures.with(Pictures.of("jpg"), Pictures.of("jpg"));
        assertThat(desk.accept(phone, FileName.clean("a.jpg"), ALL).format()).isEqualTo(PaperFormat.JPEG);
        byte[] padded = Pictures.with(Pictures.of("png"), new byte[700]);
        assertThat(desk.accept(padded, FileName.clean("a.png"), ALL).format()).isEqualTo(PaperFormat.PNG);
    }

    static Stream<Arguments> attacks() throws IOException {
        byte[] png = Pictures.of("png");
        byte[] jpg = Pictures.of("jpg");
        byte[] gif = Pictures.of("gif");
        return Stream.of(
                Arguments.of("text called pdf", "a.pdf", bytes("hello"), "material.format"),
                Arguments.of("html called png", "a.png", bytes("<html><script>alert(1)</script>"), "material.format"),
                Arguments.of("svg", "a.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "material.format"),
                Arguments.of("zip called pdf", "a.pdf", zip(), "material.format"),
                Arguments.of("exe called jpg", "a.jpg", bytes("MZ\u0090\0\3\0\0\0\4"), "material.format"),
                Arguments.of("picture without ending", "scan", png, "material.extension"),
                Arguments.of("picture called pdf", "a.pdf", png, "material.extension"),
                Arguments.of("pdf called jpg", "a.jpg", bytes(PDF), "material.extension"),
                Arguments.of("double ending", "a.pdf.exe", bytes(PDF), "material.extension"),
                Arguments.of("hidden ending", "a.php.png", png, "material.extension"),
                Arguments.of("reversed name", "a\u202Efdp.exe", bytes(PDF), "material.extension"),
                Arguments.of("pdf behind html", "a.pdf", bytes("<html><!--\n" + PDF), "material.*"),
                Arguments.of("pdf behind bytes", "a.pdf", bytes("xxxx" + PDF), "material.*"),
                Arguments.of("pdf with html head", "a.pdf", bytes("%PDF-1.4\n<HTML>\n" + PDF), "material.polyglot"),
                Arguments.of("pdf with html tail", "a.pdf", bytes(PDF + "<script>"), "material.polyglot"),
                Arguments.of("pdf with zip", "a.pdf", Pictures.with(bytes(PDF), zip()), "material.polyglot"),
                Arguments.of("png with pdf", "a.png", Pictures.with(png, PDF), "material.polyglot"),
                Arguments.of("png with zip", "a.png", Pictures.with(png, zip()), "material.polyglot"),
                Arguments.of("jpg with html", "a.jpg", Pictures.with(jpg, "<!DOCTYPE html>"), "material.polyglot"),
                Arguments.of("jpg with php", "a.jpg", Pictures.with(jpg, "<?php eval(1)"), "material.polyglot"),
                Arguments.of("gif with js", "a.gif", Pictures.with(gif, "*/=1;alert(1)"), "material.polyglot"),
                Arguments.of("bmp with zip", "a.bmp", Pictures.with(Pictures.of("bmp"), zip()), "material.polyglot"),
                Arguments.of("half png", "a.png", Pictures.half(png), "material.image.unreadable"),
                Arguments.of("half jpg", "a.jpg", Pictures.half(jpg), "material.image.unreadable"),
                Arguments.of("half gif", "a.gif", Pictures.half(gif), "material.image.unreadable"),
                Arguments.of("half bmp", "a.bmp", Pictures.half(Pictures.of("bmp")), "material.image.unreadable"),
                Arguments.of("magic only", "a.png", java.util.Arrays.copyOf(png, 8), "material.image.unreadable"),
                Arguments.of("huge", "a.png", Pictures.pngClaiming(100_000, 100_000), "material.image.too-large"),
                Arguments.of("lying", "a.png", Pictures.pngClaiming(7000, 7000), "material.image.unreadable"),
                Arguments.of("negative", "a.png", Pictures.pngClaiming(-1, 5), "material.image.unreadable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuses(String what, String name, byte[] content, String code) {
        long start = System.nanoTime();
        Problem problem = catchThrowableOfType(Problem.class, () -> desk.accept(content, FileName.clean(name), ALL));
        assertThat(problem).as(what).isNotNull();
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("file");
            assertThat(error.code()).matches(code);
        });
        assertThat(System.nanoTime() - start).as("time").isLessThan(2_000_000_000L);
    }

    @Test
    void refusesWhatThisPaperDoesNotAcceptAndNamesWhatItDoes() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> desk.accept(Pictures.of("png"), FileName.clean("a.png"), List.of("application/pdf")));
        assertThat(problem.errors().get(0).arguments()).containsExactly("PDF");
    }

    @Test
    void passesOnWhatTheInspectorSays() {
        PaperDesk strict = new PaperDesk(pdf -> new Inspection.Unfit("material.pdf.encrypted"));
        Problem problem =
                catchThrowableOfType(Problem.class, () -> strict.accept(bytes(PDF), FileName.clean("a.pdf"), ALL));
        assertThat(problem.errors().get(0).code()).isEqualTo("material.pdf.encrypted");
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.class"));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
