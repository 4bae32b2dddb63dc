package org.keyway.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.PkiPublications;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public endpoints of the CA, of the RSA chain and under {@code sm2} of the SM2 chain: certificates, revocation lists (RFC 5280) and certificate status (RFC 6960). */
@RestController
@RequestMapping("/pki")
class PkiApi {

    private final PkiPublications publications;

    PkiApi(PkiPublications publications) {
        this.publications = publications;
    }

    /** Issuing CA and root as PEM (RFC 7468), ready for {@code openssl verify -CAfile}. */
    @GetMapping({"/ca.crt", "/sm2/ca.crt"})
    ResponseEntity<byte[]> chain(HttpServletRequest asked) {
        return answer("application/x-pem-file", publications.chainPem(of(asked)).getBytes(StandardCharsets.US_ASCII));
    }

    /** The issuing CA as DER, where certificates point to (RFC 5280, section 4.2.2.1). */
    @GetMapping({"/issuing.crt", "/sm2/issuing.crt"})
    ResponseEntity<byte[]> issuingCertificate(HttpServletRequest asked) {
        return answer("application/pkix-cert", publications.caCertificate(of(asked)));
    }

    @GetMapping({"/root.crt", "/sm2/root.crt"})
    ResponseEntity<byte[]> rootCertificate(HttpServletRequest asked) {
        return answer("application/pkix-cert", publications.rootCertificate(of(asked)));
    }

    @GetMapping({"/ca.crl", "/sm2/ca.crl"})
    ResponseEntity<byte[]> crl(HttpServletRequest asked) {
        return answer("application/pkix-crl", publications.crl(of(asked)));
    }

    @GetMapping({"/root.crl", "/sm2/root.crl"})
    ResponseEntity<byte[]> rootCrl(HttpServletRequest asked) {
        return answer("application/pkix-crl", publications.rootCrl(of(asked)));
    }

    @PostMapping({"/ocsp", "/sm2/ocsp"})
    ResponseEntity<byte[]> ocsp(@RequestBody(required = false) byte[] request, HttpServletRequest asked) {
        byte[] answer = publications.ocsp(of(asked), request == null ? new byte[0] : request);
        return answer("application/ocsp-response", answer);
    }

    private static KeyAlgorithm of(HttpServletRequest asked) {
        return asked.getRequestURI().contains("/pki/sm2/") ? KeyAlgorithm.SM2 : KeyAlgorithm.RSA_2048;
    }

    private static ResponseEntity<byte[]> answer(String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .body(content);
    }
}
