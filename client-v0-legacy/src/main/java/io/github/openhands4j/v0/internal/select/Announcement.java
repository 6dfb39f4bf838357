package io.github.openhands4j.v0.internal.select;

import io.github.openhands4j.v0.V0BackendInfo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once which backend took the place of the direct one. */
final class Announcement {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.v0");

  private final AtomicBoolean made = new AtomicBoolean();

  void of(V0BackendInfo info) {
    if (made.compareAndSet(false, true)) {
      LOG.info(
          "V0 calls run on backend {} {} from {}", info.name(), info.version(), info.location());
    }
  }
}
