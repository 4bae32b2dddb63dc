package org.keyway.bench;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.keyway.certificate.KeyManagementCentre;
import org.keyway.invoice.sandbox.SamplePaper;
import org.keyway.ukey.Token;
import org.keyway.ukey.Tokens;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The CPU of those who are elsewhere in reality and only in the demo inside this server: the chip of the UKey, the key
 * management centre, the books of bank, courier, exchange, tax platform and telephone company, and what they sign, with
 * the requests that make them act. Each call of theirs is timed by the CPU clock of its thread; what they call inside
 * counts once.
 */
public final class Outsiders implements BeanPostProcessor {

    static final String PARTNERS = "partners of the sandbox";

    private static final Map<String, AtomicLong> SPENT = new ConcurrentHashMap<>();
    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    /** CPU nanoseconds by outsider since the last {@link #forget}. */
    static Map<String, Long> spent() {
        Map<String, Long> all = new TreeMap<>();
        SPENT.forEach((who, time) -> all.put(who, time.get()));
        return all;
    }

    static void forget() {
        SPENT.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        String who = who(bean);
        return who == null ? bean : timed(bean, who);
    }

    private static String who(Object bean) {
        String type = AopUtils.getTargetClass(bean).getName();
        if (bean instanceof Tokens) {
            return "UKey (soft token)";
        }
        if (bean instanceof KeyManagementCentre) {
            return "key management centre";
        }
        if (bean instanceof SamplePaper
                || type.matches("org\\.keyway\\..*\\.sandbox\\.Sandbox(Api|Books|Phones|Sender|Invoices|Post)")) {
            return PARTNERS;
        }
        return null;
    }

    private static Object timed(Object target, String who) {
        ProxyFactory proxy = new ProxyFactory(target);
        proxy.setProxyTargetClass(!Modifier.isFinal(target.getClass().getModifiers()));
        proxy.addAdvice((MethodInterceptor) call -> {
            Object answer = timed(call, who);
            return answer instanceof Token token ? timed(token, who) : answer;
        });
        return proxy.getProxy();
    }

    private static Object timed(MethodInvocation call, String who) throws Throwable {
        try (Spell spell = spell(who)) {
            return call.proceed();
        }
    }

    /** The time from now until it is closed is the outsider's. */
    interface Spell extends AutoCloseable {
        @Override
        void close();
    }

    static Spell spell(String who) {
        if (INSIDE.get()) {
            return () -> {};
        }
        INSIDE.set(true);
        long start = Meter.own();
        return () -> {
            SPENT.computeIfAbsent(who, first -> new AtomicLong()).addAndGet(Meter.own() - start);
            INSIDE.remove();
        };
    }
}
