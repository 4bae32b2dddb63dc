package org.keyway.ukey;

import java.util.Optional;
import org.keyway.certificate.KeyAlgorithm;
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

    /** SKF_ChangePIN, C_SetPIN: a wrong old PIN costs a try; keys and certificates survive. */
    void changePin(char[] oldPin, char[] newPin);

    /** SKF_UnblockPIN, C_InitPIN as SO: new user PIN, keys and certificates survive. */
    void unlock(char[] soPin, char[] newUserPin);

    /**
     * SKF_GenRSAKeyPair, SKF_GenECCKeyPair, C_GenerateKeyPair; needs login; replaces the pair of this use and its
     * certificate; {@code ALGORITHM_UNSUPPORTED} when the token cannot do it.
     */
    void generateKeyPair(KeyUse use, KeyAlgorithm algorithm);

    /** An RSA-2048 pair. */
    default void generateKeyPair(KeyUse use) {
        generateKeyPair(use, KeyAlgorithm.RSA_2048);
    }

    /**
     * SKF_ImportECCKeyPair, SKF_ImportRSAKeyPair, C_UnwrapKey: the encryption pair that the key management centre made,
     * enveloped for the signing pair of this token; needs login; replaces the encryption pair and its certificate.
     *
     * @param envelope for SM2 a SM2EnvelopedKey (GM/T 0009); for RSA what CKM_RSA_AES_KEY_WRAP makes: an AES-256 key
     *     under RSA-OAEP (SHA-1, MGF1), then the PKCS#8 key under it (RFC 5649)
     */
    void importEncryptionKey(byte[] envelope);

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

    /** SKF_RSASignData, SKF_ECCSignData, C_Sign: SHA-256 with RSA PKCS#1 v1.5, or SM3 with SM2 in DER; needs login. */
    byte[] sign(KeyUse use, byte[] content);

    /** SKF_DeleteApplication, C_InitToken: everything goes, the token is blank again. */
    void wipe(char[] soPin);

    @Override
    void close();
}
