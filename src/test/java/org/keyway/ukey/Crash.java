package org.keyway.ukey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Counts calls to the outside and, when told, dies at one of them: before it has happened, or right after. */
final class Crash {

    /** The process is gone; nobody catches this. */
    static final class Killed extends RuntimeException {}

    private int countdown = -1;
    private boolean after;

    void at(int call, boolean afterEffect) {
        countdown = call;
        after = afterEffect;
    }

    void never() {
        countdown = -1;
    }

    @SuppressWarnings("unchecked")
    <T> T wrap(Class<T> type, Object real) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            boolean counts = !method.getName().equals("close") && method.getDeclaringClass() != Object.class;
            boolean now = counts && countdown > 0 && --countdown == 0;
            if (now && !after) {
                throw new Killed();
            }
            Object answer;
            try {
                answer = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (now) {
                if (answer instanceof Token token) {
                    token.close();
                }
                throw new Killed();
            }
            return answer instanceof Token token ? wrap(Token.class, token) : answer;
        });
    }
}
