package org.keyway.ukey;

import java.util.Optional;
import org.keyway.certificate.KeyUse;

/**
 * An opened UKey, exclusively ours until closed, in terms of GM/T 0016 (SKF) and PKCS#11. Private keys are made on the
 * token and never leave it. Every method may throw {@link TokenException}.
 */
public interface Token extends AutoCloseable {

    TokenInfo info();

    /** SKF_CreateApplication, C_InitToken + C_InitPIN: wipes; a token that has an SO PIN accepts only that one. */
    void initialize(String label, char[] soPin, char[] userPin);

    /** SKF_VerifyPIN, C_Login as user; a wrong PIN costs a try, which is on disk before the answer. */
    void login(char[] userPin);

    /** SKF_UnblockPIN, C_InitPIN as SO: new user PIN, keys and certificates survive. */
    void unlock(char[] soPin, char[] newUserPin);

    /** SKF_GenRSAKeyPair, C_GenerateKeyPair: RSA-2048; needs login; replaces the pair of this use. */
    void generateKeyPair(KeyUse use);

    /** SubjectPublicKeyInfo in DER; empty while there is no pair. */
    Optional<byte[]> publicKey(KeyUse use);

    /** PKCS#10 (RFC 2986) in DER, signed by the pair itself; needs login. */
    byte[] certificationRequest(KeyUse use, String commonName);

    /** SKF_ImportCertificate, CKO_CERTIFICATE: replaces the one of this use; must fit the pair. */
    void importCertificate(KeyUse use, byte[] der);

    Optional<byte[]> certificate(KeyUse use);

    /** SKF_WriteFile, CKO_DATA: the electronic seal (GB/T 38540). */
    void writeSeal(byte[] der);

    Optional<byte[]> readSeal();

    /** SKF_RSASignData, C_Sign: SHA-256 with RSA PKCS#1 v1.5; needs login. */
    byte[] sign(KeyUse use, byte[] content);

    /** SKF_DeleteApplication, C_InitToken: everything goes, the token is blank again. */
    void wipe(char[] soPin);

    @Override
    void close();
}
