package io.github.openhands4j.mutations;

import java.util.List;

/**
 * Something that keeps a promise, and the tests that must notice when it is gone.
 *
 * @param name what it keeps, in a few words
 * @param reason what happens without it
 * @param type the class it is in, without the project's common beginning
 * @param mutation how it is switched off
 * @param tests the tests that must notice, as {@code type#method} or, for one invocation of a
 *     parameterized one, {@code type#method[n]}
 */
record Guard(String name, String reason, String type, Mutation mutation, List<String> tests) {

  Guard {
    tests = List.copyOf(tests);
  }

  static Guard guard(String name, String reason, String type, Mutation mutation, String... tests) {
    return new Guard(name, reason, type, mutation, List.of(tests));
  }
}
