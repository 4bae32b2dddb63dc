package org.keyway.shipping;

import java.util.List;

/** What an adapter made of a route push after checking its signature. */
public sealed interface RouteReading {

    /** Genuine. */
    record Verified(List<RouteEvent> events) implements RouteReading {}

    /** Not genuine or not readable; {@code reason} is SIGNATURE or FORMAT. */
    record Rejected(String reason) implements RouteReading {}
}
