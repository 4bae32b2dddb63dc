package org.keyway.document;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds signatures in a file without trusting its structure: each long hexadecimal string that is a CMS signature must
 * cover all bytes around it, whatever the file itself claims. So nothing outside a good signature can differ.
 */
final class SealReader {

    private static final int MOST = 10;
    private static final Pattern BLOB = Pattern.compile("<(30[0-9A-Fa-f]{1000,200000}+)>");
    private static final Pattern CLAIM =
            Pattern.compile("/(?:ByteRange|ETSI\\.CAdES\\.detached|adbe\\.pkcs7\\.detached)\\b");
    private static final Pattern TIME = Pattern.compile("/M\\s{0,3}\\(D:(\\d{14})([+-]\\d\\d)'(\\d\\d)'?\\)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssXXX");

    private final byte[] file;
    private final String text;

    SealReader(byte[] file) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
    }

    List<SealMark> marks() {
        List<SealMark> marks = new ArrayList<>();
        Matcher blob = BLOB.matcher(text);
        while (blob.find() && marks.size() < MOST) {
            byte[] signature = HexFormat.of().parseHex(even(blob.group(1)));
            marks.add(CmsReader.mark(signature, around(blob.start(), blob.end()), at()));
        }
        if (marks.isEmpty() && CLAIM.matcher(text).find()) {
            marks.add(SealMark.damaged());
        }
        return marks;
    }

    private byte[] around(int start, int end) {
        byte[] rest = new byte[file.length - (end - start)];
        System.arraycopy(file, 0, rest, 0, start);
        System.arraycopy(file, end, rest, start, file.length - end);
        return rest;
    }

    /** The time that stands next to the signature, itself signed when the mark is intact. */
    private Instant at() {
        Matcher time = TIME.matcher(text);
        Instant last = null;
        while (time.find()) {
            try {
                last = OffsetDateTime.parse(time.group(1) + time.group(2) + ":" + time.group(3), STAMP)
                        .toInstant();
            } catch (DateTimeException e) {
                last = null;
            }
        }
        return last;
    }

    private static String even(String hex) {
        return hex.length() % 2 == 0 ? hex : hex + "0";
    }
}
