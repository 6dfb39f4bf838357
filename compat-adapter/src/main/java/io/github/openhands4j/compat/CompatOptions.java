package io.github.openhands4j.compat;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.settings.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How V0 calls are answered from V1, where there is a choice. Immutable.
 *
 * <p>What the builder does not set comes from the system property {@code openhands.compat.<name>},
 * then from the environment variable {@code OPENHANDS_COMPAT_<NAME>}, then from the default.
 *
 * @param completion what a conversation whose agent is done shows as; setting {@code completion}
 * @param createWait how long a create may wait for the conversation to exist; setting {@code
 *     create-wait}, default zero
 * @param resume whether a message may resume a paused sandbox; setting {@code resume}
 * @param lossyFeatures what happens to parts of a request that V1 has no place for; setting {@code
 *     lossy-features}
 * @param eventLedger keeps the numbers of events, or null for this process's memory alone
 */
public record CompatOptions(
    Completion completion,
    Duration createWait,
    Resume resume,
    LossyFeatures lossyFeatures,
    @Nullable EventLedger eventLedger) {

  /** What a conversation whose agent is done shows as. */
  public enum Completion {
    /**
     * {@code STOPPED} when the agent finished, {@code ERROR} when it failed or is stuck: callers
     * that wait for {@code STOPPED} end. The default.
     */
    FINISHED_AS_STOPPED,
    /** {@code RUNNING} until the sandbox pauses, as V0 had it. */
    AS_V0
  }

  /** Whether a message may resume a paused sandbox. */
  public enum Resume {
    /** It may. The default. */
    AUTO,
    /** It is refused, as V0 refused messages to a stopped conversation. */
    NEVER
  }

  /** What happens to parts of a request that V1 has no place for. */
  public enum LossyFeatures {
    /** The request is refused. The default. */
    REFUSE,
    /** Parts that can be left out are left out, with a warning in the log. */
    DROP_WITH_WARNING
  }

  /**
   * Options from system properties and the environment alone.
   *
   * @return the options
   * @throws ConfigurationException if a setting cannot be read
   */
  public static CompatOptions fromEnv() {
    return builder().build();
  }

  /**
   * Options with nothing set by the program.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CompatOptions}. Not thread-safe. */
  public static final class Builder {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private @Nullable Completion completion;
    private @Nullable Duration createWait;
    private @Nullable Resume resume;
    private @Nullable LossyFeatures lossyFeatures;
    private @Nullable EventLedger eventLedger;

    private Builder() {}

    /**
     * Sets what a conversation whose agent is done shows as.
     *
     * @param completion the mode
     * @return this builder
     */
    public Builder completion(Completion completion) {
      this.completion = completion;
      return this;
    }

    /**
     * Sets how long a create may wait for the conversation to exist.
     *
     * @param createWait from zero to an hour
     * @return this builder
     */
    public Builder createWait(Duration createWait) {
      this.createWait = createWait;
      return this;
    }

    /**
     * Sets whether a message may resume a paused sandbox.
     *
     * @param resume the mode
     * @return this builder
     */
    public Builder resume(Resume resume) {
      this.resume = resume;
      return this;
    }

    /**
     * Sets what happens to parts of a request that V1 has no place for.
     *
     * @param lossyFeatures the mode
     * @return this builder
     */
    public Builder lossyFeatures(LossyFeatures lossyFeatures) {
      this.lossyFeatures = lossyFeatures;
      return this;
    }

    /**
     * Sets what keeps the numbers of events. Without one a number holds as long as its client, and
     * no longer than there is room for it in 64 MiB, about a million events; set one so that events
     * keep their numbers over restarts and are numbered alike by several processes.
     *
     * @param eventLedger the ledger, or null for memory
     * @return this builder
     */
    public Builder eventLedger(@Nullable EventLedger eventLedger) {
      this.eventLedger = eventLedger;
      return this;
    }

    /**
     * The options.
     *
     * @return immutable options
     * @throws ConfigurationException if a setting of the process cannot be read, or the wait is
     *     negative or longer than an hour
     */
    public CompatOptions build() {
      return build(Settings.ofProcess());
    }

    CompatOptions build(Settings settings) {
      Duration wait =
          createWait != null
              ? createWait
              : settings.duration("compat.create-wait").orElse(Duration.ZERO);
      if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
        throw new ConfigurationException(
            ErrorCode.OPTION_UNREADABLE,
            Settings.describe("compat.create-wait") + " must be from 0 to 1 hour.");
      }
      return new CompatOptions(
          completion != null
              ? completion
              : settings
                  .word("compat.completion", Completion.class)
                  .orElse(Completion.FINISHED_AS_STOPPED),
          wait,
          resume != null
              ? resume
              : settings.word("compat.resume", Resume.class).orElse(Resume.AUTO),
          lossyFeatures != null
              ? lossyFeatures
              : settings
                  .word("compat.lossy-features", LossyFeatures.class)
                  .orElse(LossyFeatures.REFUSE),
          eventLedger);
    }
  }
}
