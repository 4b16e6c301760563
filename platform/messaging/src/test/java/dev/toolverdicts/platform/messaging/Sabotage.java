package dev.toolverdicts.platform.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.apache.kafka.clients.producer.Producer;

/// Wraps what a relay uses, so that a test can fail or freeze it at one point.
final class Sabotage {

    /// Called instead of the real method.
    @FunctionalInterface
    interface Around<T> {
        Object call(T real, Method method, Object[] arguments) throws Throwable;
    }

    private Sabotage() {}

    @SuppressWarnings("unchecked")
    static Producer<byte[], byte[]> producer(Producer<byte[], byte[]> real, Around<Producer<byte[], byte[]>> around) {
        return (Producer<byte[], byte[]>) wrap(Producer.class, real, around);
    }

    static Connection connection(Connection real, Around<Connection> around) {
        return (Connection) wrap(Connection.class, real, around);
    }

    static PreparedStatement statement(PreparedStatement real, Around<PreparedStatement> around) {
        return (PreparedStatement) wrap(PreparedStatement.class, real, around);
    }

    /// The real method, with its own exceptions.
    static Object proceed(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> Object wrap(Class<?> type, T real, Around<T> around) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> around.call(real, method, arguments));
    }
}
