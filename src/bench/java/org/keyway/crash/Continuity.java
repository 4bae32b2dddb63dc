package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.keyway.shared.KeywayClock;
import org.keyway.ukey.sandbox.TokenFault;
import org.keyway.ukey.sandbox.TokenFaults;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ReflectionUtils;

/** What a real world keeps while a JVM is dead: time goes on, and a broken key stays broken. */
final class Continuity implements BeanPostProcessor {

    static final int FOR_GOOD = 900_000;

    private final Duration ahead = Duration.ofMillis(Long.getLong("crash.ahead-millis", 0));
    private final Path broken = Path.of(System.getProperty("crash.points")).resolveSibling("broken.txt");

    @Override
    @SuppressWarnings("unchecked")
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof KeywayClock) {
            Field offset = ReflectionUtils.findField(KeywayClock.class, "offset");
            ReflectionUtils.makeAccessible(offset);
            ((AtomicReference<Duration>) ReflectionUtils.getField(offset, bean)).set(ahead);
            ClockUtil.offset(ahead.toMillis());
        } else if (bean instanceof TokenFaults faults && Files.exists(broken)) {
            try {
                Files.readAllLines(broken).forEach(serial -> faults.inject(serial, TokenFault.WRITE_ERROR, FOR_GOOD));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bean;
    }
}
