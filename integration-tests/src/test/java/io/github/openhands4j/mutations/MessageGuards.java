package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** Messages: one send, looked for when its answer is lost; and what they do to waits. */
final class MessageGuards {

  private static final String DRIVER = "v1.internal.message.MessageDriver";
  private static final String TEST = "v1.MessagesTest#";
  private static final String CREATE = "compat.internal.backend.CreateCall";
  private static final String UNKNOWN = "compat.internal.backend.UnknownCreates";
  private static final String REPEATED = "contract.RepeatedCreateTest#";

  private static final String WORD =
      "v1live.ConversationObjectTest#endOfTheRunBeforeEndsNoWaitAfterAWordToTheAgent";

  static final List<Guard> ALL =
      List.of(
          guard(
              "a message of unknown fate is looked for",
              "It looks like a failure, and the caller sends it again.",
              DRIVER,
              returns("isUndecided", Value.FALSE),
              TEST + "messageThatNeverArrivedIsLookedForAndNotSentAgain"),
          guard(
              "a message that is not found is unknown",
              "A lost message passes for one that arrived.",
              DRIVER,
              returns("isFound", Value.TRUE),
              TEST + "messageThatNeverArrivedIsLookedForAndNotSentAgain"),
          guard(
              "a refused message is not unknown",
              "The caller looks for a message that was never passed on.",
              DRIVER,
              answers("isUndecided", "ApiException.status", Value.of(0)),
              TEST + "pausedSandboxIsAConflictAndNothingIsUnknown"),
          guard(
              "texts of messages are compared",
              "Another message passes for the lost one.",
              "v1.internal.message.MessageText",
              answers("isSaidBy", "List.equals", Value.TRUE),
              TEST + "messageOfAnotherTextIsNotTakenForTheLostOne"),
          guard(
              "an older message is not the lost one",
              "A lost message passes for one that arrived.",
              "v1.internal.message.MessageClock",
              answers("earliest", "Instant.minus", Value.field("java.time.Instant", "EPOCH")),
              TEST + "olderEqualMessageIsNotTakenForTheLostOne"),
          guard(
              "an equal message of the same client is not the lost one",
              "A lost message passes for one that arrived.",
              "v1.internal.message.SentMessages$Sent",
              returns("likes", Value.of(0L)),
              "v1.internal.message.MessageDriverTest#ownEqualMessageJustBeforeIsNotTakenForTheLostOne"),
          guard(
              "a wait after a message sees the new run",
              "The caller's new wait ends at once.",
              "v1.internal.client.ClientParts",
              skips("stirred", "Stirs.add"),
              "v1.MessagesTest#endOfTheRunBeforeDoesNotEndAWaitAfterAMessage",
              WORD + "[2]"),
          guard(
              "a wait after a word to the agent server sees the new run",
              "The caller's new wait ends at once.",
              "v1.internal.agent.DefaultAgentConversation",
              skips("stir", "Consumer.accept"),
              WORD + "[5]",
              WORD + "[6]"),
          guard(
              "a repeated create first asks for the one before",
              "A loop around a create starts a second job.",
              UNKNOWN,
              returns("take", Value.EMPTY),
              REPEATED + "repeatIsAnsweredWithTheConversationOfTheFirst"),
          guard(
              "one unknown create absorbs one repeat",
              "Two jobs that are meant become one.",
              UNKNOWN,
              skips("take", "Iterator.remove"),
              REPEATED + "oneUnknownAbsorbsOneRepeat"),
          guard(
              "a repeated create starts anew only if the server answers",
              "A loop around a create starts a second job.",
              CREATE,
              answers("foundBefore", "StartOutcomeUnknownException.lookedInVain", Value.TRUE),
              REPEATED + "repeatIsUnknownAgainWhileTheServerCannotBeAsked"),
          guard(
              "an equal create of long ago is another job",
              "It is not started.",
              UNKNOWN,
              skips("dropOld", "Deque.removeIf"),
              REPEATED + "aQuarterOfAnHourLaterItIsANewJob"));

  private MessageGuards() {}
}
