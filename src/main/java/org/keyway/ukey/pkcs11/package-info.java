/** UKeys behind the PKCS#11 library of their driver. */
@org.springframework.modulith.NamedInterface("pkcs11")
package org.keyway.ukey.pkcs11;
