/** Bad days of the CA, in the demonstration only. */
@org.springframework.modulith.NamedInterface("sandbox")
package org.keyway.certificate.sandbox;
