package org.keyway.architecture.probe;

import org.apache.pdfbox.pdmodel.PDDocument;

/** A bad example: paints PDFs outside {@code document}. */
public record PaintsPdf(PDDocument document) {}
