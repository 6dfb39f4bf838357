package io.github.openhands4j.contract;

import java.util.Map;
import java.util.Set;

/**
 * A method of a class of tests as its source has it.
 *
 * @param marks its annotations by their short names, with what stands in their parentheses
 * @param callable whether JUnit may call it: it is neither private nor static
 */
record TestMethod(Map<String, String> marks, boolean callable) {

  private static final Set<String> TEST =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

  /** Whether it is a test that is switched off by nothing. */
  boolean isTest() {
    return callable
        && marks.keySet().stream().anyMatch(TEST::contains)
        && marks.keySet().stream().noneMatch(TestClass::isSwitch);
  }

  /** Of two methods of one name, the one that is a test. */
  TestMethod or(TestMethod other) {
    return isTest() ? this : other;
  }
}
