package io.github.openhands4j.benchmarks.callers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that begin together, each on a virtual thread, and read several times in a row. */
final class Wave {

  private final int callers;
  private final int reads;

  Wave(int callers, int reads) {
    this.callers = callers;
    this.reads = reads;
  }

  /**
   * Runs the wave.
   *
   * @param ways how a caller reads; the callers are dealt out to them
   * @return how long the whole wave took, in seconds
   */
  double seconds(List<Callable<?>> ways) throws Exception {
    ExecutorService threads = virtualThreads();
    try {
      long begun = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        Callable<?> way = ways.get(caller % ways.size());
        running.add(threads.submit(() -> read(way)));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      threads.shutdown();
    }
  }

  private int read(Callable<?> way) throws Exception {
    int odd = 0;
    for (int i = 0; i < reads; i++) {
      odd ^= System.identityHashCode(way.call());
    }
    return odd;
  }

  /** By name, since this project is compiled for Java 17. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
