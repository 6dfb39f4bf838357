package io.github.openhands4j.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a test which security requirements it proves. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {

  /**
   * The requirements.
   *
   * @return at least one
   */
  SecurityRow[] value();
}
