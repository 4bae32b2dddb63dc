package org.keyway.architecture.probe;

import org.bouncycastle.asn1.ASN1Integer;

/** A bad example: does cryptography outside the packages for it. */
public record SignsByItself(ASN1Integer number) {}
