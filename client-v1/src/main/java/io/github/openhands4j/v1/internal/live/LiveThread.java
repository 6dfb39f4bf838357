package io.github.openhands4j.v1.internal.live;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a subscription. It can be stopped at once while it reads or rests, and is left
 * alone while it is with the listener.
 */
final class LiveThread {

  /** The subscription was closed. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the subscription is closed", null, false, false);
    }
  }

  private final Bell bell;
  private final Object lock = new Object();
  private @Nullable Thread thread;
  private boolean stopped;
  private boolean mayBeInterrupted;

  LiveThread(Bell bell) {
    this.bell = bell;
  }

  void start(String name, Runnable work) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    synchronized (lock) {
      thread = made;
    }
    made.start();
  }

  /** Carries out a read. */
  <T> T reading(Supplier<T> read) {
    enter();
    try {
      return read.get();
    } finally {
      leave();
    }
  }

  void rest(Duration longest) {
    enter();
    try {
      bell.rest(longest);
    } catch (InterruptedException e) {
      throw new Stopped();
    } finally {
      leave();
    }
  }

  private void enter() {
    synchronized (lock) {
      if (stopped) {
        throw new Stopped();
      }
      mayBeInterrupted = true;
    }
  }

  private void leave() {
    synchronized (lock) {
      mayBeInterrupted = false;
      if (stopped) {
        boolean unused = Thread.interrupted();
      }
    }
  }

  void stop() {
    synchronized (lock) {
      stopped = true;
      if (mayBeInterrupted && thread != null) {
        thread.interrupt();
      }
    }
    bell.ring();
  }

  boolean isStopped() {
    synchronized (lock) {
      return stopped;
    }
  }
}
