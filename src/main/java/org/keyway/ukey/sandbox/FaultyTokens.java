package org.keyway.ukey.sandbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.Tokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Lets the faults of the sandbox happen to the soft tokens; absent outside the demonstration. */
@Component
@Primary
@ConditionalOnProperty(name = "keyway.demo", havingValue = "true")
class FaultyTokens implements Tokens {

    private static final Set<String> UNPLUGGABLE =
            Set.of("certificationRequest", "importCertificate", "sign", "unlock");
    private static final Set<String> WRITING = Set.of("importCertificate", "writeSeal", "unlock");

    private final Tokens soft;
    private final TokenFaults faults;

    FaultyTokens(@Qualifier("softTokens") Tokens soft, TokenFaults faults) {
        this.soft = soft;
        this.faults = faults;
    }

    @Override
    public void supply(String serial, String model) {
        soft.supply(serial, model);
    }

    @Override
    public List<String> present() {
        return soft.present();
    }

    @Override
    public Token open(String serial) {
        Token token = soft.open(serial);
        return (Token) Proxy.newProxyInstance(
                Token.class.getClassLoader(),
                new Class<?>[] {Token.class},
                (proxy, method, arguments) -> call(serial, token, method, arguments));
    }

    private Object call(String serial, Token token, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (UNPLUGGABLE.contains(name) && faults.strikes(serial, TokenFault.UNPLUG)) {
            throw new TokenException(Code.DEVICE_REMOVED);
        }
        if (WRITING.contains(name) && faults.strikes(serial, TokenFault.WRITE_ERROR)) {
            throw new TokenException(Code.IO);
        }
        if (name.equals("login") && faults.strikes(serial, TokenFault.WRONG_PIN)) {
            token.login("wrong-pin".toCharArray());
        }
        try {
            return method.invoke(token, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
