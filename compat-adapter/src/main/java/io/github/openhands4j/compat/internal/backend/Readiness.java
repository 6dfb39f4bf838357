package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Waits, for calls that need a conversation which is still starting, until it exists. */
final class Readiness {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final Finder finder;
  private final Records records;
  private final TimeSource time;
  private final Duration limit;

  Readiness(Finder finder, Records records, TimeSource time, Duration limit) {
    this.finder = finder;
    this.records = records;
    this.time = time;
    this.limit = limit;
  }

  /** The end of a call that begins now. */
  Deadline deadline() {
    return Deadline.in(time, limit);
  }

  /** As the longer form, within the time of a write that begins now. */
  Optional<AppConversation> await(
      String conversationId, Function<String, RuntimeException> notReady) {
    return await(conversationId, deadline(), notReady);
  }

  /**
   * The conversation, waited for.
   *
   * @param conversationId the id as typed
   * @param deadline the end of the wait
   * @param notReady makes the V0 error of a conversation that is still starting, or failed to start
   * @return the conversation, or empty if the id is unknown
   */
  Optional<AppConversation> await(
      String conversationId, Deadline deadline, Function<String, RuntimeException> notReady) {
    return Ids.parse(conversationId).flatMap(id -> await(id, finder.find(id), deadline, notReady));
  }

  /** As the longer form, for a conversation that was just looked for. */
  Optional<AppConversation> await(
      ConversationId id,
      Found first,
      Deadline deadline,
      Function<String, RuntimeException> notReady) {
    Duration rest = FIRST_REST;
    Found found = first;
    while (true) {
      if (found instanceof Found.Row it) {
        return Optional.of(it.row());
      }
      if (!(found instanceof Found.Task it)) {
        return Optional.empty();
      }
      if (records.hasFailed(it.id(), it.task())) {
        throw notReady.apply("the conversation could not be started");
      }
      Duration left = deadline.remaining();
      if (left.isZero()) {
        throw notReady.apply("the conversation is still starting, nothing done");
      }
      Rests.rest(time, rest.compareTo(left) < 0 ? rest : left, "a conversation");
      Duration doubled = rest.multipliedBy(2);
      rest = doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
      found = finder.find(id);
    }
  }
}
