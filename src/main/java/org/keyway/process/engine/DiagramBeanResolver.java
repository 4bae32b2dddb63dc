package org.keyway.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.keyway.process.DiagramBean;
import org.springframework.beans.factory.ListableBeanFactory;

/** Resolves the first name of an expression to a {@link DiagramBean} and to nothing else of the application. */
final class DiagramBeanResolver extends ELResolver {

    private final ListableBeanFactory beans;

    DiagramBeanResolver(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name) || !isExposed(name)) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.getBean(name);
    }

    private boolean isExposed(String name) {
        return beans.containsBean(name) && beans.findAnnotationOnBean(name, DiagramBean.class) != null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // beans are read only; leaving the property unresolved makes the engine refuse the assignment
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
