package org.keyway.ukey;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.soft.QuickTokens;

/**
 * Whole keys per second of one core as the server sees them: both requests proven, two certificates, the encryption key
 * in its envelope, seal drawn and signed, all compared with what was read back, every sub-step committed. What the
 * token computes is taken off: a real one does that itself.
 */
public final class KeyWriteRate implements AutoCloseable {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final HikariDataSource pool = new HikariDataSource();
    private final Desk desk;
    private long inToken;

    public KeyWriteRate(Path folder) {
        pool.setJdbcUrl("jdbc:h2:mem:key-writes;DB_CLOSE_DELAY=-1");
        House house = new House(folder, pool, false, "org.keyway.ukey");
        house.context.registerBean(
                "meteredTokens",
                Tokens.class,
                () -> metered(
                        Tokens.class,
                        QuickTokens.of(
                                house.context.getBean(KeywayProperties.class),
                                house.context.getBean(TokenProperties.class))),
                bean -> bean.setPrimary(true));
        desk = new Desk(house).start();
    }

    public double of(KeyAlgorithm algorithm, int count) {
        desk.algorithm = algorithm;
        List<WriteOrder> orders = new ArrayList<>();
        for (int order = 0; order < count; order++) {
            orders.add(desk.reserved());
        }
        inToken = 0;
        long before = threads.getCurrentThreadCpuTime();
        for (WriteOrder order : orders) {
            if (!(desk.write(order) instanceof WriteResult.Written)) {
                throw new IllegalStateException("not written: " + order.serial());
            }
        }
        return count * 1e9 / (threads.getCurrentThreadCpuTime() - before - inToken);
    }

    @Override
    public void close() {
        desk.close();
        pool.close();
    }

    @SuppressWarnings("unchecked")
    private <T> T metered(Class<T> type, Object real) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            long before = threads.getCurrentThreadCpuTime();
            try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof Token token ? metered(Token.class, token) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                inToken += threads.getCurrentThreadCpuTime() - before;
            }
        });
    }
}
