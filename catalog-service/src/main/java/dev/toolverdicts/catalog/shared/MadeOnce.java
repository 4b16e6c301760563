package dev.toolverdicts.catalog.shared;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/// On a handler whose page newcomers share. It says by [SharedPages#about] which tools are on it.
@Retention(RUNTIME)
@Target(METHOD)
public @interface MadeOnce {}
