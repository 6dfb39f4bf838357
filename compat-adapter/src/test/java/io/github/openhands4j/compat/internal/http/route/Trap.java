package io.github.openhands4j.compat.internal.http.route;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A trap of the V0 API, by its number in the list of traps. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Trap {

  int value();
}
