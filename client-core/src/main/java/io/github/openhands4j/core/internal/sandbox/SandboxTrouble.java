package io.github.openhands4j.core.internal.sandbox;

import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a sandbox counts as lost. This is the only place that decides it.
 *
 * <p>The server also says MISSING when it could not ask the runtime, and ERROR when a busy sandbox
 * did not answer within some seconds: they count only when they stay.
 */
public final class SandboxTrouble {

  private static final Set<SandboxStatus> TROUBLE =
      Set.of(SandboxStatus.MISSING, SandboxStatus.ERROR);

  private static final int READS = 3;
  private static final Duration SPAN = Duration.ofSeconds(60);

  private SandboxTrouble() {}

  /**
   * Whether a sandbox reads as gone or broken, which may pass.
   *
   * @param status as read, or null if the server did not say; that is no trouble
   * @return true for MISSING and ERROR
   */
  public static boolean isTrouble(@Nullable SandboxStatus status) {
    return status != null && TROUBLE.contains(status);
  }

  /**
   * A sandbox was read.
   *
   * @param before how long the trouble has lasted
   * @param status as read, or null if the server did not say; that is no trouble
   * @param nowNanos a monotonic reading
   * @return how long it has lasted now; any other reading forgets it
   */
  public static Patience seen(Patience before, @Nullable SandboxStatus status, long nowNanos) {
    return isTrouble(status) ? before.again(nowNanos) : Patience.FRESH;
  }

  /**
   * Whether the trouble has lasted for so many reads and so long that it stays.
   *
   * @param trouble how long it has lasted
   * @param nowNanos a monotonic reading
   * @return true if the sandbox counts as lost
   */
  public static boolean isForGood(Patience trouble, long nowNanos) {
    return trouble.isOver(READS, SPAN, nowNanos);
  }
}
