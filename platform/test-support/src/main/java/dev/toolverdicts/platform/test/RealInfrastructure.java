package dev.toolverdicts.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/// Runs a Spring test against a fresh database in a real PostgreSQL, a real Kafka that the whole JVM shares, and a key
/// server for access tokens.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextConfiguration(initializers = InfrastructureInitializer.class)
public @interface RealInfrastructure {}
