package org.keyway.process.engine;

import java.time.temporal.Temporal;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.keyway.process.DiagramBean;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Lets expressions touch only values, our own diagram beans and a few properties of the running execution; classes,
 * loaders, reflection and the engine's services are out of reach (CWE-917).
 */
final class GuardedBeanResolver extends BeanELResolver {

    private static final Set<String> OF_EXECUTION = Set.of(
            "processBusinessKey",
            "businessKey",
            "getVariable",
            "hasVariable",
            "getProcessBusinessKey",
            "currentActivityId",
            "getCurrentActivityId");

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        guard(base, property);
        return super.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        guard(base, method);
        return super.invoke(context, base, method, types, arguments);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new ELException("EL write access denied");
    }

    private static void guard(Object base, Object member) {
        if (base != null && !isAllowed(base, String.valueOf(member))) {
            throw new ELException("EL access denied: " + base.getClass().getSimpleName() + "." + member);
        }
    }

    private static boolean isAllowed(Object base, String member) {
        if (member.equals("class") || member.equals("getClass")) {
            return false;
        }
        return base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Date
                || base instanceof Temporal
                || base.getClass().getName().startsWith("org.joda.time.")
                || base instanceof VariableScope && OF_EXECUTION.contains(member)
                || AnnotationUtils.findAnnotation(AopUtils.getTargetClass(base), DiagramBean.class) != null;
    }
}
