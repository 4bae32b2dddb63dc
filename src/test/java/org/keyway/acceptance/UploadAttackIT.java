package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not what they say, or carry more than a paper may: refused with 4xx, nothing stored. */
class UploadAttackIT extends RunningKeyway {

    private static Case draft;

    @BeforeEach
    void aDraft() {
        draft = draft == null ? Case.drafted(keyway, "zhang", "330683", Map.of()) : draft;
    }

    @AfterAll
    static void gone() {
        draft.applicant().delete(draft.path(""));
        draft = null;
    }

    static Stream<Paper> hostile() throws IOException {
        byte[] pdf = Paper.pdf().content();
        byte[] png = Paper.png().content();
        return Stream.of(
                new Paper(
                        "program.pdf",
                        "application/pdf",
                        "MZ\u0090\u0000This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1)),
                new Paper(
                        "page.pdf",
                        "application/pdf",
                        "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)),
                new Paper(
                        "page.html",
                        "text/html",
                        "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)),
                new Paper(
                        "drawing.svg",
                        "image/svg+xml",
                        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
                new Paper(
                        "drawing.png",
                        "image/png",
                        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
                new Paper("papers.zip", "application/zip", zip()),
                new Paper("papers.pdf", "application/pdf", zip()),
                new Paper("empty.pdf", "application/pdf", new byte[0]),
                new Paper("cut.pdf", "application/pdf", Arrays.copyOf(pdf, 40)),
                new Paper("cut.png", "image/png", Arrays.copyOf(png, 30)),
                new Paper("zipped.pdf", "application/pdf", join(pdf, zip())),
                new Paper(
                        "with-html.pdf",
                        "application/pdf",
                        join("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), pdf)),
                new Paper(
                        "script.pdf",
                        "application/pdf",
                        active("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
                new Paper("launch.pdf", "application/pdf", active("/OpenAction << /S /Launch /F (calc.exe) >>")),
                new Paper(
                        "embedded.pdf",
                        "application/pdf",
                        active(
                                "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>] >> >>")),
                new Paper("form.pdf", "application/pdf", active("/AcroForm << /Fields [] /XFA 4 0 R >>")),
                new Paper("secret.pdf", "application/pdf", encrypted(pdf)),
                new Paper("huge.png", "image/png", hugePng()),
                new Paper("large.pdf", "application/pdf", join(pdf, new byte[10 * 1024 * 1024 + 1])));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefused(Paper paper) {
        int stored = draft.read().get("attachments").size();
        long started = System.nanoTime();
        Answer answer = draft.attach("other", paper);
        assertThat(answer.isRefusal()).as("%s: %s", paper.fileName(), answer).isTrue();
        assertThat(answer.text()).matches("(?s).*\\p{IsHan}.*");
        assertThat((System.nanoTime() - started) / 1_000_000)
                .as("milliseconds for " + paper.fileName())
                .isLessThan(10_000);
        Answer licence = draft.attach("business-licence", paper);
        assertThat(licence.isRefusal()).as("%s: %s", paper.fileName(), licence).isTrue();
        assertThat(draft.read().get("attachments")).hasSize(stored);
    }

    @Test
    void wrongTypesAndPlacesAreRefused() {
        assertThat(draft.attach("no-such-type", Paper.png()).isRefusal()).isTrue();
        assertThat(draft.attach("", Paper.png()).isRefusal()).isTrue();
        Person zhang = keyway.as("zhang");
        assertThat(zhang.upload("/api/orders/XB20990101000001/attachments", "other", Paper.png())
                        .status())
                .isEqualTo(404);
        assertThat(zhang.post(draft.path("/attachments"), "{}").isRefusal()).isTrue();
        assertThat(zhang.get(draft.path("/attachments/..%2f..%2fsecret.key")).isRefusal())
                .isTrue();
        assertThat(zhang.get(draft.path("/attachments/1%27%20or%201=1")).isRefusal())
                .isTrue();
    }

    @Test
    void onlyTheFormatsOfTheCityAreTaken() {
        Case scans = Case.drafted(keyway, "zhang", "330800", Map.of());
        assertThat(scans.attach("business-licence", Paper.png()).status()).isEqualTo(422);
        scans.applicant().delete(scans.path(""));
        Case images = Case.drafted(keyway, "zhang", "371325", Map.of());
        assertThat(images.attach("business-licence", Paper.pdf()).status()).isEqualTo(422);
        images.applicant().delete(images.path(""));
    }

    @Test
    void namesOfFilesCannotLeaveTheStore() throws IOException {
        List<String> names = List.of(
                "../../../evil.png",
                "..\\..\\evil.png",
                "/etc/evil.png",
                "evil\u202Egnp.exe.png",
                "执照".repeat(200) + ".png",
                "-rf.png",
                "con.png",
                "a%00b.png");
        for (String name : names) {
            Answer answer = draft.attach(
                    "business-licence", new Paper(name, "image/png", Paper.png().content()));
            assertThat(answer.status()).as("%s", answer).isIn(201, 400, 413, 422);
            if (answer.status() == 201) {
                Answer file = draft.applicant()
                        .get(draft.path(
                                "/attachments/" + answer.json().get("id").asText()))
                        .expect(200);
                assertThat(file.header("Content-Disposition")).doesNotContain("../", "..\\", "/etc", "\u202E");
                assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
                draft.applicant()
                        .delete(draft.path(
                                "/attachments/" + answer.json().get("id").asText()))
                        .expect(200, 204);
            }
        }
        try (Stream<Path> around = Files.list(DATA.getParent())) {
            assertThat(around.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("evil"));
        }
    }

    private static byte[] active(String catalogEntry) {
        return Paper.file(
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R " + catalogEntry + " >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
                        "<< /Type /EmbeddedFile /Length 4 >>\nstream\nabcd\nendstream"),
                "");
    }

    private static byte[] encrypted(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("paper".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** A PNG whose head promises 60,000 by 60,000 pixels. */
    private static byte[] hugePng() {
        byte[] png = Paper.png().content();
        ByteBuffer head = ByteBuffer.wrap(png);
        head.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        head.putInt(29, (int) sum.getValue());
        return png;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
