package org.keyway.architecture.probe.util;

/** A bad example: lives in a package that is no business capability. */
public final class LivesInUtil {}
