package org.keyway.ukey;

import java.io.ByteArrayOutputStream;

/** Paper without PDF: the impression as bytes, then the signature behind it. */
final class PlainPaper implements StampPaper {

    @Override
    public Draft draft(Impression impression) {
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        sheet.writeBytes(impression.certificate());
        sheet.writeBytes(impression.seal());
        return new Draft(sheet.toByteArray(), sheet.toByteArray());
    }

    @Override
    public byte[] complete(Draft draft, Impression impression, byte[] signature) {
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        sheet.writeBytes(draft.pdf());
        sheet.writeBytes(signature);
        return sheet.toByteArray();
    }
}
