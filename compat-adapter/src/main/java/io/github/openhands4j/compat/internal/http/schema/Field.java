package io.github.openhands4j.compat.internal.http.schema;

/**
 * A named part of a body or query.
 *
 * @param name its name on the wire
 * @param type what it must be
 * @param required whether it must be there
 */
public record Field(String name, Type type, boolean required) {

  /**
   * A part that must be there.
   *
   * @param name its name
   * @param type what it must be
   * @return the part
   */
  public static Field required(String name, Type type) {
    return new Field(name, type, true);
  }

  /**
   * A part that may be left out, but not be null.
   *
   * @param name its name
   * @param type what it must be if it is there
   * @return the part
   */
  public static Field optional(String name, Type type) {
    return new Field(name, type, false);
  }

  /**
   * A part that may be left out or be null.
   *
   * @param name its name
   * @param type what it must be otherwise
   * @return the part
   */
  public static Field nullable(String name, Type type) {
    return new Field(name, Types.nullable(type), false);
  }
}
