package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read while it arrives, whose failures are V0's. */
final class V0Body extends FilterInputStream {

  V0Body(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (OpenHandsException failure) {
      throw V0Failures.of(failure);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (OpenHandsException failure) {
      throw V0Failures.of(failure);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return in.skip(count);
    } catch (OpenHandsException failure) {
      throw V0Failures.of(failure);
    }
  }
}
