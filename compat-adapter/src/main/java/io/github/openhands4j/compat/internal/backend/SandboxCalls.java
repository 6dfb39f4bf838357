package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.GrowingRest;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Pauses and resumes sandboxes on a server that also says 404 when it has passing trouble. */
final class SandboxCalls {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(8);

  private final OpenHandsClient client;
  private final TimeSource time;

  SandboxCalls(OpenHandsClient client, TimeSource time) {
    this.client = client;
    this.time = time;
  }

  Optional<SandboxInfo> read(String id) {
    return client.sandboxes().get(id);
  }

  /** How many conversations live in a sandbox, children included. */
  long conversationsIn(String id) {
    return client.conversations().count(ConversationQuery.builder().sandboxIdEq(id).build());
  }

  /**
   * Pauses.
   *
   * @param notTaken makes the V0 error of a sandbox that is there and to the end was not paused
   * @return false if there is no such sandbox
   */
  boolean pause(String id, Function<String, RuntimeException> notTaken) {
    return insist(id, client.sandboxes()::pause, deadline(), notTaken);
  }

  /** Resumes until a deadline; otherwise as {@link #pause}. */
  boolean resume(String id, Deadline deadline, Function<String, RuntimeException> notTaken) {
    return insist(id, client.sandboxes()::resume, deadline, notTaken);
  }

  /** The end of a write that begins now. */
  Deadline deadline() {
    return deadline(client.options().writeTimeout());
  }

  Deadline deadline(Duration limit) {
    return Deadline.in(time, limit);
  }

  void rest(Duration duration) {
    Rests.rest(time, duration, "a sandbox");
  }

  private boolean insist(
      String id,
      Consumer<String> call,
      Deadline deadline,
      Function<String, RuntimeException> notTaken) {
    try {
      return asksUntilTaken(id, call, deadline, notTaken);
    } catch (OpenHandsException end) {
      throw Rests.afterWrite(end);
    }
  }

  /** A 404 of a sandbox that is listed must not look like one of the conversation. */
  private boolean asksUntilTaken(
      String id,
      Consumer<String> call,
      Deadline deadline,
      Function<String, RuntimeException> notTaken) {
    GrowingRest rest = new GrowingRest(FIRST_REST, LONGEST_REST);
    while (true) {
      try {
        call.accept(id);
        return true;
      } catch (NotFoundException perhapsOnlyTrouble) {
        if (read(id).isEmpty()) {
          return false;
        }
        if (!rest.endsBefore(deadline)) {
          throw notTaken.apply(Readiness.NO_ANSWER);
        }
      }
      rest(rest.take());
    }
  }
}
