package io.fulfillmenthub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what a hub says to its database, by the kind of thread that says it: statements, commits and roll-backs. */
final class CountedStatements implements BeanPostProcessor {

    private static final Set<String> SENDING = Set.of("commit", "rollback");

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** @return the statements of threads whose name begins so */
    long of(String threads) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(threads))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    void forget() {
        counts.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(DataSource.class, source) : bean;
    }

    private <T> T watched(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (target instanceof PreparedStatement && method.getName().startsWith("execute")
                || target instanceof Connection && SENDING.contains(method.getName())) {
            counts.computeIfAbsent(Thread.currentThread().getName(), thread -> new LongAdder())
                    .increment();
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof Connection connection) {
                return watched(Connection.class, connection);
            }
            return result instanceof PreparedStatement statement ? watched(PreparedStatement.class, statement) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
