package org.keyway.ukey;

/** How many devices of a model are blank and free, set aside, and in people's hands. */
public record StockLevel(String model, long blank, long reserved, long inUse) {}
