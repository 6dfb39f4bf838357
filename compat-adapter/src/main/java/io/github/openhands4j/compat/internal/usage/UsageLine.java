package io.github.openhands4j.compat.internal.usage;

import io.github.openhands4j.compat.V0Usage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log, once, what was counted. Thread-safe. */
public final class UsageLine {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final UsageMeter meter;
  private final String whose;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * Creates a line that was not told yet.
   *
   * @param meter what counted
   * @param whose what was called, such as {@code client}
   */
  public UsageLine(UsageMeter meter, String whose) {
    this.meter = meter;
    this.whose = whose;
  }

  /** Tells it, unless nothing was called or it was told before. */
  public void tell() {
    V0Usage usage = meter.read();
    if (!usage.calls().isEmpty() && told.compareAndSet(false, true)) {
      LOG.info("V0 calls of this {} ran on V1 [{}]", whose, usage);
    }
  }
}
