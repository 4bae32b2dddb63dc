package org.keyway.architecture.probe;

import org.keyway.portal.Actor;

/** A bad example: depends on {@code portal}. */
public record CallsThePortal(Actor actor) {}
