package org.keyway.architecture.probe;

import org.camunda.bpm.engine.RuntimeService;

/** A bad example: talks to the engine outside {@code process}. */
public record CallsTheEngine(RuntimeService runtime) {}
