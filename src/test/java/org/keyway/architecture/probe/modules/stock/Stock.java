package org.keyway.architecture.probe.modules.stock;

import org.keyway.architecture.probe.modules.desk.Desk;

/** One half of a cycle. */
public record Stock(Desk desk) {}
