package dev.toolverdicts.platform.web.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The statuses of an operation that nothing else tells. With a success among them these replace the 200 that a
/// signature stands for; what follows from methods, parameters and access rules need not be named.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    int[] value();
}
