package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.both;
import static io.github.openhands4j.mutations.Mutation.counts;
import static io.github.openhands4j.mutations.Mutation.finds;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** The shared poller and the rules of waits: within the budget, patient, ended on time. */
final class WaitGuards {

  private static final String POLL = "v1.internal.poll.";
  private static final String RULES = "v1.internal.poll.WaitRules";
  private static final String RULES_TEST = "v1.internal.poll.WaitRulesTest#";
  private static final String NEWS_TEST = "v1.internal.poll.ProgressNewsTest#";
  private static final String TROUBLE = "core.internal.sandbox.SandboxTrouble";
  private static final String TROUBLE_TEST = "core.internal.sandbox.SandboxTroubleTest#";
  private static final String PAUSE = "v1.internal.conversation.PauseReaction";
  private static final String PAUSE_TEST = "v1.PausedWaitTest#";
  private static final String CORE_TEST = "v1.internal.poll.PollCoreTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "a request asks for 99 ids at the most",
              "The server answers 500 for more.",
              "core.internal.batch.Batches",
              counts("of", 99, 100),
              CORE_TEST + "oneRequestAsksForAtMost99IdsAndForEachOnce"),
          guard(
              "no minute has more reads than the budget",
              "The limiter turns away the starts, too.",
              "core.internal.limits.ReadBudget",
              returns("free", Value.of(1_000)),
              "v1.internal.poll.PollBudgetTest#manyShortWaitsAreHeldToIt[2]"),
          guard(
              "reads of one tick stretch the rest after it",
              "Many waits use the budget of a minute in seconds.",
              "core.internal.limits.ReadBudget",
              finds("untilFree", "ReadBudget.usedUpToNanos", Value.of(0L)),
              CORE_TEST + "budgetStretchesTheRest"),
          guard(
              "a rate limit slows all waits down",
              "The limiter is met again and again.",
              POLL + "PollCadence",
              returns("slowDown", Value.NOTHING),
              CORE_TEST + "rateLimitSlowsAllWaitsDownMoreEachTimeUntilASuccess"),
          guard(
              "Retry-After slows all waits down",
              "The limiter is met again and again.",
              POLL + "PollCadence",
              answers("slowDown", "PollCadence.longer", Value.FIRST),
              CORE_TEST + "retryAfterIsKept"),
          guard(
              "a rate limit ends the reads of a tick",
              "They all meet the limiter.",
              POLL + "PollCore",
              returns("readFailed", Value.TRUE),
              "v1.internal.poll.PollerTest#rateLimitLeavesTheOtherReadsOfTheTickOut"),
          guard(
              "the causes of failed reads are kept",
              "A wait that timed out does not say why.",
              POLL + "PollCore",
              skips("readFailed", "Map.replaceAll"),
              CORE_TEST + "failedReadNeverEndsAWaitAndItsCauseIsKept"),
          guard(
              "a row that cannot be read is not one that is not there",
              "A wait for a job that runs ends.",
              POLL + "PollCore",
              both(
                  answers("without", "Set.removeAll", Value.FALSE),
                  returns("setAside", Value.NOTHING)),
              CORE_TEST + "rowThatCannotBeReadIsNoRowThatIsNotThere"),
          guard(
              "a broken sandbox is lost only if it stays so",
              "A busy one reads ERROR in passing, and the caller starts anew.",
              RULES,
              answers("seeConversation", "SandboxTrouble.isForGood", Value.TRUE),
              RULES_TEST + "brokenSandboxIsLostAfterThreeReadsAndAMinute[1]"),
          guard(
              "a resumption is given up only when its sandbox stays broken",
              "A busy one reads ERROR in passing, and the caller starts anew.",
              "v1.internal.conversation.ResumeRules",
              answers("see", "SandboxTrouble.isForGood", Value.TRUE),
              "v1.internal.conversation.ResumeRulesTest"
                  + "#whatIsNotListedOrBrokenIsGivenUpAfterThreeReadsAndAMinute[2]"),
          guard(
              "a broken sandbox is lost only after some reads",
              "A slow read lets one of trouble last a minute.",
              TROUBLE,
              counts("isForGood", 3, 1),
              TROUBLE_TEST + "twoReadsAreNeverEnough"),
          guard(
              "a broken sandbox is lost only after a while",
              "Three quick reads see the same short trouble.",
              TROUBLE,
              answers("isForGood", "Patience.isOver", Value.TRUE),
              TROUBLE_TEST + "threeReadsCountAfterAMinuteSinceTheFirst"),
          guard(
              "a sandbox that is well forgets its trouble",
              "Troubles that pass add up to a loss.",
              TROUBLE,
              answers("seen", "SandboxTrouble.isTrouble", Value.TRUE),
              TROUBLE_TEST + "anyOtherReadingForgetsIt[2]"),
          guard(
              "a row that is not listed is waited for",
              "Replicas lag.",
              RULES,
              answers("withoutId", "Patience.isOver", Value.TRUE),
              RULES_TEST
                  + "vanishedTaskIsFollowedByItsConversationAfterThreeReadsAndTenSeconds[1]"),
          guard(
              "READY without an id is read again",
              "The id is told a little later.",
              RULES,
              counts("withoutId", 3, 1),
              RULES_TEST + "readyWithoutAnIdIsLookedUpByOurOwnAfterTheThirdRead"),
          guard(
              "READY without an id is looked up at last",
              "The wait goes on although the job runs.",
              RULES,
              answers("withoutId", "Patience.isOver", Value.FALSE),
              RULES_TEST + "readyWithoutAnIdIsLookedUpByOurOwnAfterTheThirdRead"),
          guard(
              "a task is asked for again while its conversation is not found",
              "A task that only lagged is taken for gone.",
              RULES,
              answers("seeConversation", "WaitState.presumed", Value.FALSE),
              RULES_TEST + "readyWithoutAnIdWhoseConversationIsNotFoundAsksForTheTaskAgain"),
          guard(
              "a start has vanished only if it stays so",
              "A replica that lags ends the wait for a job that runs.",
              RULES,
              answers("unlessGone", "Patience.isOver", Value.TRUE),
              RULES_TEST + "conversationThatIsNotListedNowAndThenIsWaitedFor"),
          guard(
              "a start that has vanished ends its waits",
              "They go on for a conversation that was deleted.",
              RULES,
              answers("unlessGone", "Patience.isOver", Value.FALSE),
              RULES_TEST + "startWhoseTaskAndConversationAreNotListedHasVanishedAfterAMinute[1]"),
          guard(
              "a server that takes its time is asked less often",
              "A limiter that delays is driven to refusing.",
              POLL + "PollCadence",
              returns("took", Value.NOTHING),
              CORE_TEST + "serverThatTakesItsTimeIsAskedLessOftenUntilItIsQuickAgain"),
          guard(
              "a long Retry-After holds no wait that is over",
              "Its caller hangs for up to an hour.",
              POLL + "PollCore",
              answers(
                  "isOwedRead", "PollCore.untilAllowed", Value.field("java.time.Duration", "ZERO")),
              CORE_TEST + "waitThatEndedInTheMachinesSleepIsNotHeldByALongRetryAfter"),
          guard(
              "a task with a conversation is no failed start",
              "A start that reads ERROR after READY is made anew.",
              RULES,
              answers("seeTask", "AppConversationStartTask.appConversationId", Value.NULL),
              RULES_TEST + "taskWithAConversationIsReadyWhateverItsStatus[2]"),
          guard(
              "only known ends end a run",
              "A word of a newer server ends the wait.",
              RULES,
              answers("outcomeOf", "Map.get", Value.field("v1.Outcome", "FINISHED")),
              RULES_TEST + "pausedSandboxIsWaitedForThroughResumeToTheEnd",
              RULES_TEST + "runEndsByWhatTheAgentSaysWhereTheSandboxIsNotLost[6]"),
          guard(
              "a canceled wait is forgotten",
              "Its job is asked for until its limit.",
              POLL + "Poller",
              skips("forget", "PollCore.remove"),
              "v1.internal.poll.PollerTest#canceledWaitIsNoLongerAskedForWhileAnotherGoesOn"),
          guard(
              "closing ends the waits",
              "Their callers wait for ever.",
              POLL + "Poller",
              skips("close", "List.forEach"),
              "v1.EndingWaitsTest#closeEndsAReadThatHangs"),
          guard(
              "a wait ended by close has its handle",
              "The job cannot be found again.",
              POLL + "Poller",
              answers("close", "Waiter.handle", Value.NULL),
              "v1.internal.poll.PollerTest#closeEndsWaitsWithTheirHandlesAndWaitsAfterItFailTheSameWay"),
          guard(
              "an interrupted wait keeps the flag",
              "Callers further up do not learn of it.",
              "v1.internal.conversation.RunWaits",
              skips("join", "Thread.interrupt"),
              "v1.EndingWaitsTest#interruptedWaitEndsAtOnceKeepsTheFlagAndHasTheHandle"),
          guard(
              "a resumption whose answer is lost is looked at again",
              "The sandbox comes up, and its caller is told of a failure.",
              "v1.internal.conversation.Resumption",
              returns("isOver", Value.TRUE),
              "v1live.ConversationObjectTest"
                  + "#nextLookTellsWhatBecameOfAResumptionWhoseAnswerIsLost[2]"),
          guard(
              "waits end at their limit",
              "A job that hangs holds its caller for ever.",
              POLL + "Wait",
              answers("left", "Duration.minus", Value.FIRST),
              CORE_TEST + "waitsExpireByTheirOwnTimeWhateverTheReadsAreDoing"),
          guard(
              "a listener is told of no phase that lies behind",
              "Progress goes back where replicas lag.",
              POLL + "TaskWatch",
              returns("isNews", Value.TRUE),
              NEWS_TEST + "noOrderOfAllPhasesEachSeenTwiceMakesAListenerGoBack"),
          guard(
              "a row of a replica that lags is no sign of life",
              "A start that nobody works on is not said to stall.",
              POLL + "TaskWatch",
              returns("isLater", Value.TRUE),
              NEWS_TEST + "rowOfAReplicaThatLagsIsNoSignOfLife"),
          guard(
              "a listener is told nothing twice",
              "It hears the same with every read.",
              POLL + "PollCore",
              answers("observe", "Told.isOutdatedBy", Value.TRUE),
              NEWS_TEST + "changesOfARunAreToldAndNothingTwice"),
          guard(
              "a state that is not known is warned of once",
              "The log fills with one line for each read.",
              POLL + "OddWords",
              answers("isNew", "Set.add", Value.TRUE),
              "v1.internal.poll.PollerTest#stateThatThisReleaseDoesNotKnowIsWarnedOfOnceAndEndsNoWait"),
          guard(
              "a state that is not known is warned of",
              "An end of tomorrow is waited for in vain, and nobody knows why.",
              POLL + "OddWords",
              returns("saw", Value.NOTHING),
              "v1.internal.poll.PollerTest#stateThatThisReleaseDoesNotKnowIsWarnedOfOnceAndEndsNoWait"),
          guard(
              "a pause is told again after a minute",
              "A sandbox that could not be resumed stays paused.",
              POLL + "PauseWatch",
              answers("seen", "Duration.toNanos", Value.of(Long.MAX_VALUE)),
              CORE_TEST + "pausedSandboxIsToldAtOnceAndAgainEveryMinute"),
          guard(
              "a pause is not told with every read",
              "A sandbox is resumed again and again.",
              POLL + "PauseWatch",
              answers("seen", "Duration.toNanos", Value.of(0L)),
              CORE_TEST + "pausedSandboxIsToldAtOnceAndAgainEveryMinute"),
          guard(
              "a paused sandbox is warned of",
              "The program waits for a job that nobody goes on with.",
              PAUSE,
              skips("paused", "Logger.warn"),
              PAUSE_TEST + "programIsToldAndNothingIsResumedUnasked"),
          guard(
              "a program is told of a paused sandbox",
              "It cannot make room for it.",
              PAUSE,
              skips("tell", "Consumer.accept"),
              PAUSE_TEST + "programIsToldAndNothingIsResumedUnasked"),
          guard(
              "nothing is resumed unasked",
              "Another job of the account is paused for it.",
              PAUSE,
              answers("paused", "WaitOptions.resumesPaused", Value.TRUE),
              PAUSE_TEST + "programIsToldAndNothingIsResumedUnasked"),
          guard(
              "a paused sandbox is resumed where that is wanted",
              "The job waits for ever.",
              PAUSE,
              skips("paused", "PauseReaction.resume"),
              PAUSE_TEST + "sandboxIsResumedWhenThatIsWanted"));

  private WaitGuards() {}
}
