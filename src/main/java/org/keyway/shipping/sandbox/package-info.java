/** A courier that lives in the same process: its books, its key pair, its pushes, its bad days. */
@org.springframework.modulith.NamedInterface("sandbox")
package org.keyway.shipping.sandbox;
