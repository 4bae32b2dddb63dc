package org.keyway.certificate.cmp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.keyway.certificate.Signatures;

/** Certificates from PEM (RFC 7468), in the order of the text. */
final class PemChain {

    private PemChain() {}

    static List<X509Certificate> read(Path file) {
        try {
            List<X509Certificate> chain = parse(Files.readString(file));
            if (chain.isEmpty()) {
                throw new IllegalStateException("no certificate in " + file);
            }
            return chain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<X509Certificate> parse(String pem) {
        try {
            return CertificateFactory.getInstance("X.509", Signatures.provider())
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
