package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries a body from the thread that receives it to the one that reads it, a few blocks at a time.
 * The reader can be interrupted, which a read of a socket cannot. Thread-safe.
 */
final class BodyPipe {

  /** The body ended before its end. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(Throwable cause) {
      super(cause);
    }
  }

  private static final int MOST_HELD = 256 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<byte[]> blocks = new ArrayDeque<>();
  private int held;
  private int taken;
  private boolean ended;
  private boolean canceled;
  private @Nullable Throwable failure;

  /**
   * Hands a block over; waits while the reader is behind.
   *
   * @throws InterruptedIOException if the call is canceled before or meanwhile
   */
  void put(byte[] block) throws IOException {
    lock.lock();
    try {
      while (held >= MOST_HELD && !canceled) {
        moved.awaitUninterruptibly(); // cancel ends it, at the latest with the time of the call
      }
      if (canceled) {
        throw new InterruptedIOException("canceled");
      }
      blocks.add(block);
      held += block.length;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The body is complete, or ended with a failure. */
  void end(@Nullable Throwable why) {
    lock.lock();
    try {
      ended = true;
      // What a cancellation dropped must not read as the end of the body.
      failure = why == null && canceled ? new InterruptedIOException("canceled") : why;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The call is canceled: what is held is dropped. */
  void cancel() {
    lock.lock();
    try {
      canceled = true;
      if (!ended) {
        blocks.clear();
        held = 0;
        taken = 0;
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes bytes; waits until there are some.
   *
   * @return how many, or -1 at the end
   * @throws TimeoutException if none come for so long
   * @throws Broken if the body ended before its end
   */
  int read(byte[] into, int offset, int length, Duration silence)
      throws InterruptedException, TimeoutException, Broken {
    lock.lockInterruptibly();
    try {
      long left = silence.toNanos();
      while (blocks.isEmpty() && !ended) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = moved.awaitNanos(left);
      }
      byte[] block = blocks.peek();
      if (block == null) {
        if (failure != null) {
          throw new Broken(failure);
        }
        return -1;
      }
      int count = Math.min(length, block.length - taken);
      System.arraycopy(block, taken, into, offset, count);
      taken += count;
      held -= count;
      if (taken == block.length) {
        blocks.remove();
        taken = 0;
      }
      moved.signalAll();
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** How many bytes can be read without a wait. */
  int available() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }
}
