package org.keyway.architecture.probe;

import org.keyway.process.ProcessVariable;

/** A bad example: depends on {@code process}. */
public record CallsTheProcess(ProcessVariable variable) {}
