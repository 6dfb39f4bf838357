package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.GrowingRest;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Waits, for calls that need a conversation which is still starting, until it exists; and, for
 * those that act on the state of its sandbox, until that can be believed.
 */
final class Readiness {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  /** For so long a call that reads from a sandbox looks whether it was only busy. */
  private static final Duration BUSY = Duration.ofSeconds(10);

  /** For so long a record is waited for that only the agent server has written. */
  private static final Duration UNWRITTEN = Duration.ofSeconds(10);

  /** Why nothing was done to a conversation whose sandbox may be gone or only busy. */
  static final String NO_ANSWER = "its sandbox does not answer, nothing done";

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
    GrowingRest rest = new GrowingRest(FIRST_REST, LONGEST_REST);
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
      if (deadline.isOver()) {
        throw notReady.apply("the conversation is still starting, nothing done");
      }
      Rests.rest(time, deadline.atMost(rest.take()), "a conversation");
      found = finder.find(id);
    }
  }

  /**
   * As {@link #await(String, Function)}, and until the server has written down what the start asked
   * for: it overwrites what is changed before. A record that stays as it is is taken after some
   * seconds.
   */
  Optional<AppConversation> awaitWritten(
      String conversationId, Function<String, RuntimeException> notReady) {
    Deadline deadline = deadline();
    Deadline patience = Deadline.in(time, UNWRITTEN);
    GrowingRest rest = new GrowingRest(FIRST_REST, LONGEST_REST);
    Optional<AppConversation> row = await(conversationId, deadline, notReady);
    while (row.filter(records::isUnwritten).isPresent() && rest.endsBefore(patience)) {
      Rests.rest(time, rest.take(), "a conversation");
      row = await(conversationId, deadline, notReady);
    }
    return row;
  }

  /** As {@link #await(String, Deadline, Function)}, and until {@link #sure} of its sandbox. */
  Optional<AppConversation> awaitSure(
      String conversationId, Deadline deadline, Function<String, RuntimeException> notReady) {
    return await(conversationId, deadline, notReady).flatMap(row -> sure(row, deadline, notReady));
  }

  /**
   * The conversation with a sandbox that does not read as gone or broken, or stays so: a busy one
   * reads so in passing, and its agent works on.
   *
   * @param row the conversation, just read and not asked about yet
   * @param deadline the end of the wait
   * @param notReady makes the V0 error of a sandbox that is in doubt to the end
   * @return the conversation, or empty if there is none any more
   */
  Optional<AppConversation> sure(
      AppConversation row, Deadline deadline, Function<String, RuntimeException> notReady) {
    return records.isInDoubt(row) ? again(row, deadline, notReady) : Optional.of(row);
  }

  /**
   * What there is of a conversation now, looked at again for some seconds while its sandbox reads
   * as gone or broken and may only be busy.
   *
   * @throws io.github.openhands4j.v0.V0Exception 502 if it reads so to the end
   */
  Found findSure(ConversationId id) {
    Found found = finder.find(id);
    if (!(found instanceof Found.Row it)) {
      return found;
    }
    return sure(it.row(), Deadline.in(time, BUSY), why -> V0Bodies.noRuntime(null))
        .map(records::completed)
        .<Found>map(Found.Row::new)
        .orElseGet(Found.Nothing::new);
  }

  /** As {@link #sure}, for a reading that is known to be in doubt. */
  Optional<AppConversation> again(
      AppConversation row, Deadline deadline, Function<String, RuntimeException> notReady) {
    GrowingRest rest = new GrowingRest(FIRST_REST, LONGEST_REST);
    Optional<AppConversation> now;
    do {
      if (!rest.endsBefore(deadline)) {
        throw notReady.apply(NO_ANSWER);
      }
      Rests.rest(time, rest.take(), "a sandbox");
      now = await(row.id(), finder.find(row.id()), deadline, notReady);
    } while (now.isPresent() && records.isInDoubt(now.get()));
    return now;
  }
}
