package io.github.openhands4j.mutations;

/** Names of classes, of this project's without their common beginning. */
final class Names {

  /** Where all classes of the project are. */
  static final String ROOT = "io.github.openhands4j.";

  private Names() {}

  /** The name that a class loader takes. */
  static String full(String name) {
    return name.startsWith("java.") ? name : ROOT + name;
  }

  /** The name as it stands in class files. */
  static String internal(String name) {
    return full(name).replace('.', '/');
  }

  /** The name as it stands in sources: without packages and enclosing classes. */
  static String simple(String internalName) {
    return internalName.substring(
        Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
  }
}
