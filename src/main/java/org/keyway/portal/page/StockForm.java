package org.keyway.portal.page;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.web.multipart.MultipartFile;

/** A list of serial numbers as it was sent from the stock page. */
record StockForm(String purpose, String model, String serials, MultipartFile file) {

    static final StockForm EMPTY = new StockForm("IMPORT", "", "", null);

    /** The file, if there is one, in UTF-8 or as Chinese spreadsheets write it. */
    String text() throws IOException {
        if (file == null || file.isEmpty()) {
            return serials;
        }
        byte[] bytes = file.getBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException chinese) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    /** To be put right in the page. */
    StockForm shown(String text) {
        return new StockForm(purpose, model, text, null);
    }
}
