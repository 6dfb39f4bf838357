package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.http.NamedServer;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.internal.poll.Verdict;
import io.github.openhands4j.v1.internal.poll.WaitRules;
import io.github.openhands4j.v1.internal.start.RequestDigest;
import java.time.Instant;
import java.util.Objects;

/**
 * Makes conversations of what the server says.
 *
 * @param tools what they do their work with
 */
public record ConversationFactory(ConversationTools tools) {

  /** In the place of a digest, in handles of conversations whose start is not known. */
  /**
   * The conversation that a wait ended with.
   *
   * @param handle names its start
   * @param end how the wait ended
   * @return the conversation
   */
  public Conversation ended(StartHandle handle, Verdict.Ended end) {
    return of(handle, end.conversation(), end.outcome());
  }

  /**
   * The conversation as it was read.
   *
   * @param row the server's record
   * @return the conversation
   */
  public Conversation read(AppConversation row) {
    Instant since = Objects.requireNonNullElse(row.createdAt(), Instant.EPOCH);
    StartHandle handle =
        new StartHandle(
            row.id(),
            NamedServer.of(tools.options().baseUrl()),
            since,
            RequestDigest.NONE,
            tools.organization());
    return of(handle, row, WaitRules.outcomeSoFar(row));
  }

  Conversation of(StartHandle handle, AppConversation row, Outcome outcome) {
    return new DefaultConversation(handle, row, outcome, tools, this);
  }
}
