package io.github.openhands4j.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a test which row of the fault matrix it proves, and for which columns. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Row.Several.class)
public @interface Row {

  /**
   * The row.
   *
   * @return a row of the matrix
   */
  FaultRow value();

  /**
   * The columns.
   *
   * @return at least one; all unless said otherwise
   */
  Column[] columns() default {Column.GET, Column.START, Column.V0};

  /** Several rows of one test. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Several {

    /**
     * The rows.
     *
     * @return rows of the matrix
     */
    Row[] value();
  }
}
