package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A content while it is read for an upload. Its stream is a stranger's: what it throws is told from
 * what the connection does, and a read that blocks is ended by closing it. For one thread, but for
 * {@link #abandon()}.
 */
final class OpenContent implements Closeable {

  /** The content is not what it was said to be, or cannot be read; its message says which. */
  static final class Failure extends IOException {
    private static final long serialVersionUID = 1L;

    Failure(String message, @Nullable Throwable cause) {
      super(message, cause);
    }

    private static Failure of(Exception cause) {
      return new Failure("could not be read (" + cause.getClass().getSimpleName() + ")", cause);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");
  private static final int MOST_EMPTY_READS = 100;

  private final InputStream bytes;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean abandoned;

  private OpenContent(InputStream bytes) {
    this.bytes = bytes;
  }

  static OpenContent of(Content content) throws IOException {
    try {
      return new OpenContent(content.open());
    } catch (IOException | RuntimeException e) {
      throw Failure.of(e);
    }
  }

  /**
   * Reads a piece, at least one byte of it.
   *
   * @return how many bytes were read, or a negative number at the end
   * @throws Failure if the content cannot be read
   * @throws InterruptedIOException if it was abandoned
   */
  int read(byte[] into) throws IOException {
    for (int empty = 0; empty < MOST_EMPTY_READS; empty++) {
      int count = readOnce(into);
      if (count != 0) {
        return count;
      }
    }
    throw new Failure("gave no bytes in " + MOST_EMPTY_READS + " reads", null);
  }

  private int readOnce(byte[] into) throws IOException {
    requireWanted(null);
    int count;
    try {
      count = bytes.read(into);
    } catch (IOException | RuntimeException e) {
      requireWanted(e);
      throw Failure.of(e);
    }
    requireWanted(null); // the end of a closed stream is none of the content
    return count;
  }

  private void requireWanted(@Nullable Exception cause) throws InterruptedIOException {
    if (abandoned) {
      InterruptedIOException ended = new InterruptedIOException("the call has ended");
      if (cause != null) {
        ended.initCause(cause);
      }
      throw ended;
    }
  }

  /** Nobody wants the content any more. Returns at once, however long its stream takes to close. */
  void abandon() {
    abandoned = true;
    try {
      new OwnThread("openhands4j-content", this::closeQuietly).start();
    } catch (OutOfMemoryError noThread) {
      LOG.debug("the content of a call is not closed before its next read"); // the flag ends that
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("the content of a call that has ended could not be closed", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      try {
        bytes.close();
      } catch (IOException | RuntimeException e) {
        requireWanted(e);
        throw Failure.of(e);
      }
    }
  }
}
