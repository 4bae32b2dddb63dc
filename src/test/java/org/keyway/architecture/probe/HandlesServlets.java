package org.keyway.architecture.probe;

import jakarta.servlet.http.HttpServletRequest;

/** A bad example: reads servlet requests outside the edge. */
public record HandlesServlets(HttpServletRequest request) {}
