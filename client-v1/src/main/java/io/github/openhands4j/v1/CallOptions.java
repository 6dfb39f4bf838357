package io.github.openhands4j.v1;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.RawAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How some calls differ from the others of their client; see {@link OpenHandsClient#withOptions}.
 * Immutable: each method gives a copy.
 *
 * <ul>
 *   <li>No organization is named; the server takes the one of the key.
 *   <li>Calls take as long as the client's settings say.
 *   <li>No deadline, no listener.
 * </ul>
 */
public final class CallOptions {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /** Calls as the client makes them. */
  private static final CallOptions NONE = new CallOptions(null, null, null, null);

  private final @Nullable String organization;
  private final @Nullable Duration timeout;
  private final @Nullable Instant deadline;
  private final @Nullable Consumer<? super RawAnswer> answers;

  private CallOptions(
      @Nullable String organization,
      @Nullable Duration timeout,
      @Nullable Instant deadline,
      @Nullable Consumer<? super RawAnswer> answers) {
    this.organization = organization;
    this.timeout = timeout;
    this.deadline = deadline;
    this.answers = answers;
  }

  /**
   * Options with nothing set.
   *
   * @return the options
   */
  public static CallOptions none() {
    return NONE;
  }

  /**
   * Names the organization that calls are made for (header {@code X-Org-Id}), where a key is bound
   * to none. The server finds what was made for it only for calls that name it too: keep the view
   * to go on with a conversation, or make the same one again. A start's handle holds the
   * organization, and {@link Conversations#resolve} asks there. Waits for conversations of one
   * organization share their reads with each other only.
   *
   * @param id the organization's id
   * @return a copy with it
   * @throws ConfigurationException if the text cannot be an id
   */
  public CallOptions organization(String id) {
    if (!ORGANIZATION.matcher(id).matches()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "The id of an organization must be of letters, digits, '-' and '_', up to 128.");
    }
    return new CallOptions(id, timeout, deadline, answers);
  }

  /**
   * Sets the time of each call, all its repeats and waits included, in the place of {@code
   * read-timeout}, {@code write-timeout} and {@code start-timeout}.
   *
   * @param limit from a millisecond to a day
   * @return a copy with it
   * @throws ConfigurationException if it is shorter or longer
   */
  public CallOptions timeout(Duration limit) {
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The time of a call must be from a millisecond to a day.");
    }
    return new CallOptions(organization, limit, deadline, answers);
  }

  /**
   * Sets the moment at which all calls end, also those whose answers are still being read. A call
   * that begins later is not sent, and subscriptions to live events end. A {@linkplain
   * Conversations#startStreaming streamed start} ends with it, and its job with it. The raw door
   * and waits do not know it: both have times of their own.
   *
   * @param end a moment by this machine's clock
   * @return a copy with it
   */
  public CallOptions deadline(Instant end) {
    return new CallOptions(organization, timeout, end, answers);
  }

  /**
   * Shows each answer as it came, also errors and those that are repeated, before anything is made
   * of it. Left out are answers that are read while they arrive, which have status and headers of
   * their own, and reads of waits.
   *
   * @param listener told on the thread of the call; what it throws is logged and dropped
   * @return a copy with it
   */
  public CallOptions onAnswer(Consumer<? super RawAnswer> listener) {
    return new CallOptions(organization, timeout, deadline, listener);
  }

  /**
   * The organization.
   *
   * @return its id, if one is named
   */
  public Optional<String> organization() {
    return Optional.ofNullable(organization);
  }

  /**
   * The time of each call.
   *
   * @return the time, if one is set
   */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /**
   * The end of all calls.
   *
   * @return the moment, if one is set
   */
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadline);
  }

  /**
   * Who is shown the answers.
   *
   * @return the listener, if there is one
   */
  public Optional<Consumer<? super RawAnswer>> answerListener() {
    return Optional.ofNullable(answers);
  }

  @Override
  public String toString() {
    return "CallOptions[organization="
        + organization
        + ", timeout="
        + timeout
        + ", deadline="
        + deadline
        + "]";
  }
}
