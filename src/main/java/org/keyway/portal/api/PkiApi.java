package org.keyway.portal.api;

import java.nio.charset.StandardCharsets;
import org.keyway.certificate.PkiPublications;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public endpoints of the CA: certificates, revocation lists (RFC 5280) and certificate status (RFC 6960). */
@RestController
@RequestMapping("/pki")
class PkiApi {

    private final PkiPublications publications;

    PkiApi(PkiPublications publications) {
        this.publications = publications;
    }

    /** Issuing CA and root as PEM (RFC 7468), ready for {@code openssl verify -CAfile}. */
    @GetMapping("/ca.crt")
    ResponseEntity<byte[]> chain() {
        return answer("application/x-pem-file", publications.chainPem().getBytes(StandardCharsets.US_ASCII));
    }

    /** The issuing CA as DER, where certificates point to (RFC 5280, section 4.2.2.1). */
    @GetMapping("/issuing.crt")
    ResponseEntity<byte[]> issuingCertificate() {
        return answer("application/pkix-cert", publications.caCertificate());
    }

    @GetMapping("/root.crt")
    ResponseEntity<byte[]> rootCertificate() {
        return answer("application/pkix-cert", publications.rootCertificate());
    }

    @GetMapping("/ca.crl")
    ResponseEntity<byte[]> crl() {
        return answer("application/pkix-crl", publications.crl());
    }

    @GetMapping("/root.crl")
    ResponseEntity<byte[]> rootCrl() {
        return answer("application/pkix-crl", publications.rootCrl());
    }

    @PostMapping("/ocsp")
    ResponseEntity<byte[]> ocsp(@RequestBody(required = false) byte[] request) {
        return answer("application/ocsp-response", publications.ocsp(request == null ? new byte[0] : request));
    }

    private static ResponseEntity<byte[]> answer(String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .body(content);
    }
}
