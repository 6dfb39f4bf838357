package io.github.openhands4j.contract;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class of tests as its source has it.
 *
 * @param name its full name, names of inner classes behind a dot
 * @param outer the full name of the class around it, or null
 * @param parent the full name of the class it extends, or null
 * @param concrete whether it is a class of which there can be an object
 * @param marks its annotations by their short names
 * @param methods its own methods by their names
 */
record TestClass(
    String name,
    @Nullable String outer,
    @Nullable String parent,
    boolean concrete,
    Set<String> marks,
    Map<String, TestMethod> methods) {

  private static final Pattern SWITCH = Pattern.compile("(Disabled|Enabled)\\w*");

  /**
   * Whether an annotation may keep a test from being run. A condition counts as one that is not
   * fulfilled: what runs on some machines only proves nothing on the others.
   */
  static boolean isSwitch(String annotation) {
    return SWITCH.matcher(annotation).matches();
  }

  /** Whether JUnit runs it, if it is given it. */
  boolean canRun() {
    return concrete && marks.stream().noneMatch(TestClass::isSwitch);
  }

  /** Its name without those of its package and the classes around it. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
