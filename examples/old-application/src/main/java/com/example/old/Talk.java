package com.example.old;

import java.io.PrintStream;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Says what the application does: a line before each call and a line after it.
 *
 * @param out where to
 */
record Talk(PrintStream out) {

  <T> T call(String name, Supplier<T> call, Function<T, String> describe) {
    out.println("> " + name);
    T answer = call.get();
    out.println("< " + name + ": " + describe.apply(answer));
    return answer;
  }
}
