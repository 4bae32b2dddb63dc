package org.keyway.crash;

import java.util.TimeZone;
import org.keyway.KeywayApplication;
import org.keyway.shared.KeywayClock;
import org.springframework.boot.SpringApplication;

/** The product with a death wish: the whole application, and beside it the harness's {@link Mortality}. */
public final class MortalKeyway {

    private MortalKeyway() {}

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone(KeywayClock.ZONE));
        new SpringApplication(KeywayApplication.class, Mortality.class).run(arguments);
    }
}
