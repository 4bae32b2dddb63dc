package org.keyway.acceptance;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

/** Walks JAX-RS resource classes and the sub-resources that they locate: every route that they answer. */
final class JaxRsRoutes {

    /** Method and path template such as {@code /task/{id}/claim}. */
    record Route(String method, String path) {}

    private static final int DEPTH = 6;

    private final Set<Route> routes = new LinkedHashSet<>();

    /** Everything under a root resource class. */
    JaxRsRoutes root(String prefix, Class<?> resource) {
        Path path = find(resource, Path.class);
        if (path != null) {
            walk(prefix + slashed(path.value()), resource, DEPTH);
        }
        return this;
    }

    Set<Route> routes() {
        return routes;
    }

    private void walk(String prefix, Class<?> type, int depth) {
        for (Method method : type.getMethods()) {
            Path path = find(method, Path.class);
            String verb = verb(method);
            String here = path == null ? prefix : prefix + slashed(path.value());
            if (verb != null) {
                routes.add(new Route(
                        verb,
                        here.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+$", "")));
            } else if (path != null && depth > 0) {
                walk(here, method.getReturnType(), depth - 1);
            }
        }
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.equals("/") ? "" : path.startsWith("/") ? path : "/" + path;
    }

    private static String verb(Method method) {
        for (Method declared : family(method)) {
            for (Annotation annotation : declared.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    return verb.value();
                }
            }
        }
        return null;
    }

    private static <A extends Annotation> A find(Method method, Class<A> annotation) {
        return family(method).stream()
                .map(declared -> declared.getAnnotation(annotation))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> A find(Class<?> type, Class<A> annotation) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(annotation)) {
                return at.getAnnotation(annotation);
            }
        }
        return null;
    }

    /** The method and those that it overrides: JAX-RS annotations may stand on any of them. */
    private static Set<Method> family(Method method) {
        Set<Method> family = new LinkedHashSet<>(Set.of(method));
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(method.getDeclaringClass(), types);
        for (Class<?> type : types) {
            try {
                family.add(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException absent) {
                continue;
            }
        }
        return family;
    }

    private static void collect(Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            collect(type.getSuperclass(), types);
            for (Class<?> face : type.getInterfaces()) {
                collect(face, types);
            }
        }
    }
}
