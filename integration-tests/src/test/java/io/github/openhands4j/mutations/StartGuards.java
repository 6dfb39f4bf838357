package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.counts;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** The start protocol: one send, its fate found out, its handle never lost. */
final class StartGuards {

  private static final String PROTOCOL = "v1.internal.start.StartProtocol";
  private static final String PROTOCOL_TEST = "v1.internal.start.StartProtocolTest#";
  private static final String DRIVER = "v1.internal.start.StartDriver";
  private static final String LOOK_UP = "v1.internal.start.StartLookUp";
  private static final String LOOK_UP_TEST = "v1.LookUpTest#";
  private static final String FACADE = "v1.internal.client.DefaultConversations";

  static final List<Guard> ALL =
      List.of(
          guard(
              "our id is sent",
              "A lost start cannot be found again.",
              DRIVER,
              skips("start", "AppConversationStartRequestBuilder.conversationId"),
              "v1.StartIsSentOnceTest#startIsOnePostWithTheWholeRequestAndAnIdOfOurs"),
          guard(
              "the id of the answer is compared with ours",
              "Another job passes for the one that was started.",
              PROTOCOL,
              answers("answered", "ConversationId.equals", Value.TRUE),
              PROTOCOL_TEST + "answerWithAnotherIdIsNoAnswer"),
          guard(
              "the id of a found task is compared with ours",
              "Another job passes for the one that was started.",
              PROTOCOL,
              answers("looked", "ConversationId.equals", Value.TRUE),
              PROTOCOL_TEST + "foreignTasksAreNotFound"),
          guard(
              "a start of unknown fate is looked for",
              "The caller is told of a failure and starts anew.",
              PROTOCOL,
              answers(
                  "failed",
                  "Failed.kind",
                  Value.field("core.internal.resilience.FailureClass", "REJECTED")),
              PROTOCOL_TEST + "startOfUnknownFateIsLookedFor[1]"),
          guard(
              "an odd failure of the send is ambiguous",
              "The handle of a start that may have arrived is lost.",
              DRIVER,
              reads("send", "FailureClass.AMBIGUOUS", "NOT_SENT"),
              "v1.internal.start.StartDriverTest#oddFailureOfTheSendNeitherLosesTheHandleNorSendsAgain[1]"),
          guard(
              "an interrupted or closed start is not looked for",
              "The thread that is to end asks the server for half a minute.",
              "core.internal.resilience.OurOwnEnd",
              returns("is", Value.FALSE),
              PROTOCOL_TEST + "interruptDuringTheSendKeepsTheHandle"),
          guard(
              "an interrupted or closed start has its handle",
              "A start that may have arrived is lost.",
              PROTOCOL,
              answers("withHandle", "StartState.handle", Value.NULL),
              PROTOCOL_TEST + "closeDuringTheSendKeepsTheHandle"),
          guard(
              "an interrupt while looking keeps the flag",
              "Callers further up do not learn of it.",
              DRIVER,
              skips("pause", "Thread.interrupt"),
              LOOK_UP_TEST + "interruptInAPauseKeepsTheFlagAndTheHandle"),
          guard(
              "closing ends pauses",
              "Threads that are to end sleep on.",
              "core.internal.time.ClosableTime",
              skips("close", "CountDownLatch.countDown"),
              "core.internal.time.ClosableTimeTest#sleepOfAClosedClientIsNoSleep"),
          guard(
              "of several tasks the best is taken",
              "A failed duplicate hides the job that runs.",
              "model.internal.StartTaskRank",
              returns("of", Value.of(0)),
              PROTOCOL_TEST + "ofSeveralTasksReadyWinsOverRunningOverFailed",
              "compat.internal.backend.StartTasksTest#failedDuplicateDoesNotHideTheStartThatRuns"),
          guard(
              "duplicates are told",
              "A second job runs and nobody knows.",
              PROTOCOL,
              answers("looked", "List.subList", Value.EMPTY),
              "v1.StartIsSentOnceTest#startThatSomethingOnTheWaySentTwiceTellsItsDuplicates"),
          guard(
              "a web page is settled by one look",
              "A wrong base URL costs half a minute.",
              PROTOCOL,
              returns("isWebPage", Value.FALSE),
              PROTOCOL_TEST + "webPageInPlaceOfTheAnswerIsSettledByOneLook"),
          guard(
              "the server is asked more than once",
              "A start that is taken late ends as unknown.",
              PROTOCOL,
              answers("pauseOrGiveUp", "List.size", Value.of(0)),
              "v1.StartIsSentOnceTest#startThatIsTakenLateIsFoundByALaterLook"),
          guard(
              "the first cause is kept",
              "The exception tells of the look, not of the start.",
              PROTOCOL,
              answers("lookFailed", "StartState.lost", Value.NULL),
              PROTOCOL_TEST + "failedLookIsRepeatedAndTheFirstCauseIsKept"),
          guard(
              "the conversation is the second witness",
              "A start whose task cannot be read is not found.",
              LOOK_UP,
              returns("exists", Value.FALSE),
              LOOK_UP_TEST + "conversationIsFoundAlthoughTheSearchFails"),
          guard(
              "a start whose row cannot be read is not absent",
              "A repeated create starts it a second time.",
              "v1.internal.start.OddTask",
              returns("mayBeOf", Value.FALSE),
              "v1.internal.start.StartLookUpTest#startWhoseRowCannotBeReadIsNotSaidToBeAbsent"),
          guard(
              "a list that does not end says nothing of what is not in it",
              "A repeated create starts a second time what is further down.",
              LOOK_UP,
              answers("tasksOf", "Walk.isWhole", Value.TRUE),
              "v1.internal.start.StartLookUpTest#listThatDoesNotEndDoesNotSayThatAStartIsAbsent"),
          guard(
              "the row of another conversation is not ours",
              "A start that the server does not have is said to be there.",
              "core.internal.batch.BatchAnswer",
              answers("only", "Object.equals", Value.TRUE),
              "v1.internal.start.StartLookUpTest#rowOfAnotherConversationIsNoWitness"),
          guard(
              "tasks of others do not count as found",
              "They keep the conversation itself from being asked for.",
              LOOK_UP,
              answers("walk", "ConversationId.equals", Value.TRUE),
              LOOK_UP_TEST + "startWhoseTaskIsGoneIsFoundByItsConversationAmongTasksOfOthers"),
          guard(
              "more than one page is read",
              "A start behind a hundred others is not found.",
              LOOK_UP,
              counts("tasksOf", 10, 1),
              LOOK_UP_TEST + "startIsFoundOnALaterPage"),
          guard(
              "tasks of a little before the start are read too",
              "A start is not found where clocks differ.",
              "v1.internal.start.StartTimes",
              returns("marginOf", Value.field("java.time.Duration", "ZERO")),
              "faults.ClocksTest#startBehindThoseOfOthersIsFoundByItsTimeWhateverOurClockSays[1]",
              "faults.ClocksTest#firstStartOfAClientIsFoundByItsTimeIfOurClockIsAQuarterOfAnHourAhead[1]"),
          guard(
              "a start counts as running until its request is over",
              "Starts that wait for their turn let others pass, and too many run.",
              "v1.internal.start.RunningLimit",
              answers("notListedYet", "LetThrough.sent", Value.TRUE),
              "v1.internal.start.RunningLimitTest#startCountsUntilItsRequestIsOverHoweverLongThatTakes"),
          guard(
              "a start counts as running until it is listed",
              "Starts in quick succession pass together.",
              "v1.internal.start.RunningLimit",
              skips("sent", "Map.computeIfPresent"),
              "v1.internal.start.RunningLimitTest#startThatIsListedByNowCountsNoMore"),
          guard(
              "a start that was not made counts no more",
              "Refused starts hold up the next ones.",
              "v1.internal.start.RunningLimit",
              returns("dropped", Value.NOTHING),
              "v1.internal.start.RunningLimitTest#startThatWasNotMadeCountsNoMore"),
          guard(
              "handles of another server are refused",
              "The wrong server is asked, and the start seems lost.",
              FACADE,
              returns("isHere", Value.TRUE),
              "v1.ResolveTest#handleOfAnotherServerIsRefusedBeforeAnythingIsAsked",
              "v1.ResolveTest#startsBelowAnotherPathOfTheHostAreStartsOnAnotherServer"),
          guard(
              "a handle names the path of its server",
              "Another server of the host is asked, and the start seems lost.",
              "core.internal.http.NamedServer",
              answers("of", "URI.getRawPath", Value.of("")),
              "v1.ResolveTest#startsBelowAnotherPathOfTheHostAreStartsOnAnotherServer"),
          guard(
              "a handle that may be of another server shows no absence",
              "The start is at the other one, and somebody starts it anew.",
              LOOK_UP,
              answers("look", "NamedServer.isVague", Value.FALSE),
              "v1.ResolveTest#handleWithoutAPathIsAskedForBelowEachPath"),
          guard(
              "a start is resolved in its organization",
              "The server does not know it, and somebody starts it anew.",
              FACADE,
              answers("resolve", "StartHandle.organization", Value.NULL),
              "v1.ViewsTest#startIsResolvedInItsOrganizationByAClientThatNamesNone"));

  private StartGuards() {}
}
