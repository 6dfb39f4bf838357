package io.github.openhands4j.benchmarks.reads;

import java.util.concurrent.Callable;

/**
 * A way to read one conversation.
 *
 * @param name its name in the report
 * @param read reads it once; what it returns tells that it was read
 */
record Contender(String name, Callable<Object> read) {

  /** The mean time of one of so many reads in a row, in microseconds. */
  double microsOf(int reads) throws Exception {
    long begun = System.nanoTime();
    int odd = 0;
    for (int i = 0; i < reads; i++) {
      odd ^= System.identityHashCode(read.call());
    }
    long nanos = System.nanoTime() - begun;
    if (odd == Integer.MIN_VALUE) {
      throw new IllegalStateException("cannot be, but keeps the results alive");
    }
    return nanos / 1e3 / reads;
  }
}
