package org.keyway.ukey.soft;

/** A key pair as a soft token keeps it: SubjectPublicKeyInfo and PKCS#8 (RFC 5958), both in DER. */
record Pair(byte[] publicKey, byte[] privateKey) {}
