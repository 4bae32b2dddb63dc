package org.keyway.certificate;

/** What key pairs a UKey makes: RSA with SHA-256 (PKCS#1), or SM2 with SM3 (GB/T 32918, GM/T 0009). */
public enum KeyAlgorithm {
    RSA_2048,
    SM2
}
