package io.github.openhands4j.v1.internal.client;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads of a client for one purpose, so that starts that take long keep no wait from ending, and
 * what callers attach to waits keeps no sandbox from being resumed: a few daemons that end after a
 * few seconds without work. After close, work runs on the thread that brings it.
 */
final class ClientThreads implements Executor, AutoCloseable {

  private static final int MOST_THREADS = 16;
  private static final long IDLE_SECONDS = 4;

  private final ThreadPoolExecutor pool;

  /** Threads that are not there yet, of a name. */
  ClientThreads(String name) {
    this.pool =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable work) {
    try {
      pool.execute(work);
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      work.run(); // a wait must end even when the client is closed, or no thread can be had
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
