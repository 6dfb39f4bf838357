package io.github.openhands4j.benchmarks.reads;

import io.github.openhands4j.benchmarks.report.Allocation;
import java.util.concurrent.Callable;

/**
 * A way to read one conversation.
 *
 * @param name its name in the report
 * @param read reads it once; what it returns tells that it was read
 */
record Contender(String name, Callable<Object> read) {

  /**
   * What one of so many reads in a row takes, as a mean.
   *
   * @param micros microseconds
   * @param bytes what is allocated, on all threads
   */
  record Turn(double micros, double bytes) {}

  /** Reads so many times in a row. */
  Turn turn(int reads) throws Exception {
    long allocated = Allocation.bytes();
    long begun = System.nanoTime();
    int odd = 0;
    for (int i = 0; i < reads; i++) {
      odd ^= System.identityHashCode(read.call());
    }
    long nanos = System.nanoTime() - begun;
    if (odd == Integer.MIN_VALUE) {
      throw new IllegalStateException("cannot be, but keeps the results alive");
    }
    return new Turn(nanos / 1e3 / reads, (double) (Allocation.bytes() - allocated) / reads);
  }
}
