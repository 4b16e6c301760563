package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.test.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/// The one context that all tests of the running test application share.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ThingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@RealInfrastructure
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface ThingTest {}
