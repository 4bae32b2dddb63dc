package org.keyway.architecture.probe.modules.desk;

import org.keyway.architecture.probe.modules.stock.Stock;

/** The other half of a cycle. */
public final class Desk {

    public Stock stock() {
        return null;
    }
}
