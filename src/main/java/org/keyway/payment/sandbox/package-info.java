/** A payment provider that lives in the same process: its books, its key pair, its notices, its bad days. */
@org.springframework.modulith.NamedInterface("sandbox")
package org.keyway.payment.sandbox;
