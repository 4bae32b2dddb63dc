package org.keyway.certificate;

/** A token that makes RSA keys of the built-in CA, signs with them and never gives them out. */
public interface KeyToken {

    /** The public half (SubjectPublicKeyInfo in DER) of the pair under this name, made when it is not there yet. */
    byte[] pair(String name, int bits);

    /** SHA-256 with RSA PKCS#1 v1.5 (RFC 8017); {@link AuthorityFailure} while the token is out of reach. */
    byte[] sign(String name, byte[] content);
}
