package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** The groups of the direct backend: what is repeated, what is believed, where requests go. */
final class DirectGuards {

  private static final String DIRECT = "v0.internal.direct.";
  private static final String CREATE = DIRECT + "DirectBackendCreateTest#";
  private static final String GROUPS = DIRECT + "DirectGroupsTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "a breakdown in plain text is V0's own only if it says so",
              "A gateway's 500 passes for a refusal, and the caller creates anew.",
              DIRECT + "PlainCrash",
              returns("is", Value.TRUE),
              CREATE + "plainBreakdownThatMayBeAGatewaysLeavesTheOutcomeUnknown[1]",
              GROUPS + "crashOnAnActionIsARefusalAndAPageInItsPlaceIsNot"),
          guard(
              "a breakdown is a refusal only where V0 never gets past it",
              "An agent that was begun is taken for none, and the caller creates anew.",
              DIRECT + "KnownCrashes",
              returns("include", Value.TRUE),
              CREATE + "breakdownOnATaskThatV0KnowsLeavesTheOutcomeUnknown",
              CREATE + "breakdownWithARepositoryLeavesTheOutcomeUnknown[1]"),
          guard(
              "an action is sent as a message",
              "It is repeated as a read is.",
              DIRECT + "RouteCalls",
              reads("act", "OperationClass.MESSAGE", "READ"),
              GROUPS + "crashOnAnActionIsARefusalAndAPageInItsPlaceIsNot"),
          guard(
              "writes on a conversation are sent as writes",
              "An upload is repeated as a read is.",
              DIRECT + "ItemCalls",
              reads("write", "OperationClass.OTHER_WRITE", "READ"),
              DIRECT + "DirectStreamsTest#uploadIsNotSentAgainWhenItsAnswerIsLostAndReadsAre"),
          guard(
              "writes of the account are sent as writes",
              "They are repeated as reads are.",
              DIRECT + "RouteCalls",
              reads("write", "OperationClass.OTHER_WRITE", "READ"),
              GROUPS + "readsAreRepeatedWhenTheirAnswerIsLostAndWritesAreNot"),
          guard(
              "an action that was not confirmed is no success",
              "The caller waits for what was never done.",
              DIRECT + "Answers",
              answers("success", "Boolean.equals", Value.TRUE),
              DIRECT + "DirectBackendFailureTest#messageThatWasNotConfirmedIsNoSuccess"),
          guard(
              "names of repositories keep to their place in a path",
              "They address something else.",
              DIRECT + "RepositoryPath",
              answers("of", "Stream.anyMatch", Value.FALSE),
              GROUPS + "repositoryThatWouldLeaveItsPlaceInThePathIsRefusedBeforeItIsSent[3]"),
          guard(
              "a trajectory is read to the end of its JSON",
              "One that was cut passes for whole.",
              DIRECT + "TrajectoryReader",
              skips("advance", "TrajectoryReader.seekEnd"),
              DIRECT + "TrajectoryReaderTest#trajectoryThatIsCutAnywhereIsAFailure"),
          guard(
              "a filtered read goes on behind what it has read",
              "It finds nothing beyond the first page.",
              DIRECT + "FilteredEvents",
              answers("collect", "FilteredEvents.lastOf", Value.of(0L)),
              DIRECT + "FilteredEventsTest#resultIsThatOfAServerWhichFilters"),
          guard(
              "a web page does not mean that V0 is gone",
              "One broken page ends a working application.",
              DIRECT + "Presence",
              returns("isGone", Value.TRUE),
              GROUPS + "olderServerThatLacksTheRouteStillHasV0"));

  private DirectGuards() {}
}
