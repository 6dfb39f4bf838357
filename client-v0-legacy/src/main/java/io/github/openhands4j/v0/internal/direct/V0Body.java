package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that is read while it arrives. Its failures come out in the one type that readers of
 * streams expect, with V0's as their cause.
 */
final class V0Body extends FilterInputStream {

  V0Body(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (RuntimeException failure) {
      throw told(failure);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return in.skip(count);
    } catch (RuntimeException failure) {
      throw told(failure);
    }
  }

  private static IOException told(RuntimeException failure) {
    OpenHandsException known =
        failure instanceof OpenHandsException own ? own : OddFailures.of("The zip file", failure);
    return new IOException("The zip file could not be read to its end.", V0Failures.of(known));
  }
}
