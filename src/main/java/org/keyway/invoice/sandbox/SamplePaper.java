package org.keyway.invoice.sandbox;

import org.keyway.invoice.InvoiceIssuer.Demand;

/** Draws an invoice that everybody sees is only a sample. */
public interface SamplePaper {

    /** The sample invoice of this number as PDF. */
    byte[] draw(Demand demand, String number);
}
