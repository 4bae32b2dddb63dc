package org.keyway.payment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyway.shared.Problem;

/** A CSV file (RFC 4180) as banks write it: UTF-8 or GB18030, commas or tabs, quoted or not. */
record CsvText(List<CsvRow> rows) {

    static CsvText of(byte[] file) {
        String text = decode(file);
        return new CsvText(new CsvReader(text, separator(text)).rows());
    }

    private static char separator(String text) {
        return text.chars().filter(character -> character == '\t').count()
                        > text.chars().filter(character -> character == ',').count()
                ? '\t'
                : ',';
    }

    private static String decode(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException otherwise) {
                continue;
            }
        }
        throw Problem.invalid("file", "statement.encoding");
    }
}
