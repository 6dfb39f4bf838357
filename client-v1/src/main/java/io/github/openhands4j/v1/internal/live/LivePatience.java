package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a conversation is gone: not listed, or its sandbox broken, several times in a row and for a
 * minute. For one thread.
 */
final class LivePatience {

  private static final int READS = 3;
  private static final Duration SPAN = Duration.ofSeconds(60);

  private final TimeSource time;
  private int reads;
  private long sinceNanos;

  LivePatience(TimeSource time) {
    this.time = time;
  }

  void isThere() {
    reads = 0;
  }

  boolean isOver(@Nullable AppConversation row) {
    SandboxStatus status = row == null ? SandboxStatus.MISSING : row.sandboxStatus();
    if (!SandboxStatus.MISSING.equals(status) && !SandboxStatus.ERROR.equals(status)) {
      reads = 0;
      return false;
    }
    long now = time.nanoTime();
    sinceNanos = reads == 0 ? now : sinceNanos;
    reads++;
    return reads >= READS && now - sinceNanos >= SPAN.toNanos();
  }
}
