package org.keyway.architecture.probe;

import org.springframework.web.bind.annotation.GetMapping;

/** A bad example: maps requests outside the edge. */
public final class MapsRequests {

    @GetMapping("/probe")
    public String answer() {
        return "probe";
    }
}
