package io.github.openhands4j.realserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A stream that is read by one who keeps it and goes on to another. What was read goes on before
 * more is waited for; whatever is behind that waits for {@link #passRest}. Not thread-safe.
 */
final class Relay extends InputStream {

  private static final int PIECE = 8192;

  private final InputStream source;
  private final OutputStream target;
  private final byte[] piece = new byte[PIECE];
  private int length;
  private int next;

  Relay(InputStream source, OutputStream target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? piece[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    Objects.checkFromIndexSize(offset, most, into.length);
    if (most == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int read = Math.min(most, length - next);
    System.arraycopy(piece, next, into, offset, read);
    next += read;
    return read;
  }

  private boolean hasMore() throws IOException {
    if (next == length) {
      passRest();
      length = Math.max(0, source.read(piece));
      next = 0;
    }
    return next < length;
  }

  /** Lets go on what came with the last of what was read. */
  void passRest() throws IOException {
    target.write(piece, 0, length);
    target.flush();
    length = 0;
    next = 0;
  }
}
