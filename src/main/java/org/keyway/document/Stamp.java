package org.keyway.document;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A visible seal to be put on the first page of a PDF.
 *
 * @param chain certificate of the key that will sign, then its issuers up to the root
 * @param seal the electronic seal (SESeal in DER), signed along; empty without one
 * @param picture the seal's picture as PNG
 * @param leftMillimetres from the left edge of the page to the seal
 * @param topMillimetres from the upper edge of the page to the seal
 * @param name who signs, as PDF readers show it
 * @param reason why, as PDF readers show it
 */
public record Stamp(
        List<X509Certificate> chain,
        byte[] seal,
        byte[] picture,
        int leftMillimetres,
        int topMillimetres,
        String name,
        String reason) {}
