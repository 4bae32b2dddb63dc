package org.keyway.architecture.probe.modules;

import org.springframework.modulith.Modulithic;

/** A bad example: an application whose two modules know each other. */
@Modulithic
public final class Probe {}
