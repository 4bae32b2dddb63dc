/** A tax platform that lives in the same process: its books, its sample invoices, its bad days. */
@org.springframework.modulith.NamedInterface("sandbox")
package org.keyway.invoice.sandbox;
