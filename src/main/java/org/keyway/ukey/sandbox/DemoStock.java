package org.keyway.ukey.sandbox;

import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.KeyStock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Gives a new demo its first keys, so that the first order need not wait for a delivery. */
@Component
class DemoStock implements ApplicationRunner {

    private static final int DEVICES = 30;

    private final KeywayProperties properties;
    private final KeyStock stock;

    DemoStock(KeywayProperties properties, KeyStock stock) {
        this.properties = properties;
        this.stock = stock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.demo() && stock.isNew()) {
            stock.register("KW-2026", DEVICES);
        }
    }
}
