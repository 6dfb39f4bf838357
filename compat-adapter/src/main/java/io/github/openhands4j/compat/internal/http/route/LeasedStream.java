package io.github.openhands4j.compat.internal.http.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that keeps its client in use until it is closed. */
final class LeasedStream extends FilterInputStream {

  private final ClientPool.Lease lease;

  LeasedStream(InputStream body, ClientPool.Lease lease) {
    super(body);
    this.lease = lease;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      lease.close();
    }
  }
}
