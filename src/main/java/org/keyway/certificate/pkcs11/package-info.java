/** Keys of the built-in CA in a PKCS#11 token: RSA alone, because PKCS#11 has no SM2. */
package org.keyway.certificate.pkcs11;
