package org.keyway.architecture.probe;

/** A bad example: a name that says nothing. */
public final class NamedHelper {}
