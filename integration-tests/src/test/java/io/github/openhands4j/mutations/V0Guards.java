package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.denies;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** The V0 client on both backends: no attempt of its own, no job that looks as if it had ended. */
final class V0Guards {

  private static final String DIRECT = "v0.internal.direct.";
  private static final String ADAPTER = "compat.internal.backend.";
  private static final String CONTRACT = "contract.AdapterContractTest#";
  private static final String SAFETY = "contract.AdapterSafetyTest#";

  private static final String READING = "compat.internal.reading.EventReaderTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "a direct create is made as a start",
              "It is repeated as a read is.",
              DIRECT + "DirectBackend",
              reads("createConversation", "OperationClass.START", "READ"),
              DIRECT + "DirectBackendCreateTest#startIsNotResentAndOfUnknownOutcome[1]"),
          guard(
              "a direct message is sent as a message",
              "It is repeated as a read is.",
              DIRECT + "DirectBackend",
              reads("addMessage", "OperationClass.MESSAGE", "READ"),
              DIRECT
                  + "DirectBackendFailureTest#lostAnswerOfAMessageIsStatusZeroAndTheMessageIsNotResent"),
          guard(
              "a gateway error in answer to a create is no failure of it",
              "The caller creates anew.",
              DIRECT + "CreateFailures",
              returns("isV0sOwn", Value.TRUE),
              DIRECT + "DirectBackendCreateTest#startIsNotResentAndOfUnknownOutcome[3]"),
          guard(
              "a web page in answer to a create does not mean that V0 is gone",
              "The caller creates anew elsewhere.",
              DIRECT + "CreateFailures",
              answers("of", "Presence.isGone", Value.TRUE),
              DIRECT
                  + "DirectBackendGoneTest#aWebPageInThePlaceOfACreateAnswerIsUnknownWhereV0IsThere"),
          guard(
              "a create without an id is of unknown outcome",
              "The caller works with a conversation that has none.",
              DIRECT + "Answers",
              returns("created", Value.FIRST),
              DIRECT + "DirectBackendCreateTest#startIsNotResentAndOfUnknownOutcome[16]"),
          guard(
              "V0 ids keep to their place in a path",
              "They address something else.",
              "v0.internal.rules.ConversationIdRule",
              returns("changesPath", Value.FALSE),
              DIRECT
                  + "DirectBackendIdTest#anIdThatWouldLeaveThePathIsRefusedByEveryCallBeforeItIsSent[5]"),
          guard(
              "two backends are refused",
              "One of them is taken by chance.",
              "v0.internal.select.BackendSelection",
              answers("theOnly", "List.size", Value.of(1)),
              "v0.internal.select.BackendSelectionTest#twoProvidersAreRefusedAndBothAreNamed"),
          guard(
              "an unknown outcome never looks like a failure",
              "The caller creates anew.",
              ADAPTER + "CreateCall",
              denies("unlessKnown", "StartOutcomeUnknownException"),
              CONTRACT + "startThatNeverArrivedEndsAsUnknownWithItsIdAfterHalfAMinuteOfLooking"),
          guard(
              "an interrupted create never looks like a failure",
              "The caller creates anew.",
              ADAPTER + "CreateCall",
              denies("unlessKnown", "CallInterruptedException"),
              SAFETY + "interruptedCreateIsOfUnknownOutcomeAndTellsItsId"),
          guard(
              "a create that V1 cannot carry out is refused",
              "A job starts that is not the one that was asked for.",
              "compat.internal.translate.Creates",
              skips("translate", "Creates.refuseWhatIsGone"),
              CONTRACT + "whatV1DoesNotHaveIsRefusedAndNothingIsStarted"),
          guard(
              "a shared sandbox is not stopped",
              "Other jobs in it stop too.",
              ADAPTER + "Neighbors",
              answers("share", "SandboxCalls.conversationsIn", Value.of(1L)),
              CONTRACT + "stopInASharedSandboxPausesNobodyElse"),
          guard(
              "a sandbox that is listed is not gone because a pause or a resume is answered 404",
              "A job at work is told to be over.",
              ADAPTER + "SandboxCalls",
              answers("asksUntilTaken", "SandboxCalls.read", Value.EMPTY),
              "contract.SandboxInDoubtTest"
                  + "#stopOfASandboxThatCannotBePausedSaysThatNothingWasDone",
              "contract.SandboxInDoubtTest"
                  + "#startOfASandboxThatCannotBeResumedSaysThatNothingWasDone"),
          guard(
              "a delete waits for whoever starts in the sandbox",
              "V1 deletes the sandbox, and the start is lost.",
              ADAPTER + "DeleteCall",
              skips("deleted", "DeleteCall.awaitWhoIsComing"),
              "contract.DeleteBesideStartsTest"
                  + "#startThatGoesIntoTheSandboxIsWaitedForAndLivesOn"),
          guard(
              "the agent of a deleted conversation is stopped",
              "In a shared sandbox it works on, unseen.",
              ADAPTER + "DeleteCall",
              skips("deleted", "DeleteCall.stopBesideOthers"),
              "adapter.SharedSandboxTest#deleteInterruptsTheAgentFirst"),
          guard(
              "a secret is looked for before it is created",
              "V1 overwrites it.",
              "compat.internal.account.SecretsOnV1",
              returns("exists", Value.FALSE),
              "adapter.AccountOnV1Test#secretIsNotOverwritten"),
          guard(
              "what only a sandbox had is kept",
              "Numbered events vanish, and others change, when it is gone.",
              "compat.internal.reading.Reading",
              skips("pull", "EventLog.hold"),
              "compat.internal.reading.EventReaderTest"
                  + "#whatOnlyTheAgentServerHadIsTheSameWhenItIsGone"),
          guard(
              "no gap is left in what is read at the agent server",
              "What the app server lost on its way is never told.",
              "compat.internal.reading.Reading",
              answers("since", "ReadMark.until", Value.of(Long.MAX_VALUE)),
              READING + "whatWasLostWhileTheAgentServerCouldNotBeAskedIsToldWhenItCan[1]"),
          guard(
              "readings that fail together fail once",
              "One hiccup under many callers, and what the app server lost is never told.",
              "compat.internal.numbers.ReadMark",
              answers("failed", "Duration.toNanos", Value.of(0L)),
              READING + "whatWasLostIsToldAlsoIfManyReadingsFailedTogether"),
          guard(
              "what is told of an agent server that woke is news",
              "An old answer ends the caller's wait for the next one.",
              "compat.internal.reading.Reading",
              skips("pull", "ReadMark.advance"),
              READING + "whatWasNotReadWhenTheSandboxSleptIsNotToldToWhoeverWakesIt"),
          guard(
              "an event is rather not given than changed",
              "A number shows one thing now and another then.",
              "compat.internal.reading.Rendering",
              answers("at", "Set.containsAll", Value.TRUE),
              "compat.internal.reading.EventReaderTest#anEventIsRatherNotGivenThanChanged"),
          guard(
              "an event from the future does not stand for all that were read",
              "What comes after it has no number.",
              "compat.internal.reading.Reading",
              answers("latest", "Entry.microsOf", Value.of(Long.MAX_VALUE)),
              "compat.internal.reading.EventReaderTest"
                  + "#anEventFromTheFutureDoesNotStandForAllThatWereRead"),
          guard(
              "a message puts the end of the run before aside",
              "The caller's new wait ends at once.",
              ADAPTER + "MessageCall",
              skips("stirred", "ConversationLedger.update"),
              CONTRACT + "followUpIsNotEndedByTheStatusOfTheRunBefore"),
          guard(
              "what a create asked for is known before the server has written it down",
              "A list of the repository lacks the job, and the caller starts anew.",
              "compat.internal.translate.Memory",
              answers("completed", "Memory.isUnwritten", Value.FALSE),
              "contract.FirstRecordTest#listOfARepositoryHasItBeforeTheServerHasWrittenItDown"),
          guard(
              "a broken sandbox shows only if it stays so",
              "A busy one reads ERROR in passing, and the caller starts anew.",
              "compat.internal.translate.Memory",
              returns("isBrokenForGood", Value.TRUE),
              CONTRACT
                  + "sandboxThatIsMissingForAMomentKeepsTheLastStatusAndIsArchivedWhenItStays"),
          guard(
              "a sandbox that may come back ends no run",
              "A caller who waits for the agent's state is told a failure, and starts anew.",
              "compat.internal.translate.StatusRules",
              answers("sandbox", "Memory.isBrokenForGood", Value.TRUE),
              "compat.internal.translate.StatusRulesTest"
                  + "#sandboxIsGoneWhenItsStatusIsAndDoubtfulBefore"),
          guard(
              "an end of a run or of a sandbox is made up only when nothing comes in",
              "A caller is told an end while the agent's last words are on their way.",
              "compat.internal.reading.Standstill",
              returns("lasts", Value.TRUE),
              READING + "aSandboxThatIsGoneWhileEventsStillComeIsNoEnd",
              READING + "aMovingConversationHasNoMadeEnd"),
          guard(
              "an agent at rest is not stopped by its sandbox",
              "A finished job reads as stopped or failed.",
              "compat.internal.numbers.EventLog",
              returns("isUnderWay", Value.TRUE),
              READING + "anAgentAtRestStaysAtRest[1]"),
          guard(
              "the failure that a pause of the sandbox makes is no end of the next run",
              "The caller's new wait ends at once.",
              "compat.internal.numbers.Numbering",
              returns("isWithoutReason", Value.FALSE),
              READING + "anAgentThatIsWokenForAMessageIsNotAtItsEndBeforeItTakesItUp[2]",
              READING + "anAgentWhosePauseNobodySawIsNotAtItsEndBeforeItTakesUpItsMessage[1]"),
          guard(
              "an end from before the newest message is not told late",
              "The caller's new wait ends at once.",
              "compat.internal.numbers.Numbering",
              answers("isOutdated", "AgentStates.isEnd", Value.FALSE),
              "compat.internal.numbers.NumberingTest"
                  + "#endFromBeforeTheNewestMessageIsNotToldWhenItComesLate"),
          guard(
              "a conversation that exists is no failed start, whatever it shows",
              "A delete takes the way of failed starts and leaves it where it is.",
              "compat.internal.translate.StatusRules",
              returns("hasFailed", Value.TRUE),
              "compat.internal.translate.StatusRulesTest"
                  + "#conversationWhoseRowCannotBeReadAnyMoreKeepsItsLastStatusAndIsNoFailedStart"),
          guard(
              "a healthy start is not abandoned",
              "It shows as an error, and the caller starts anew.",
              "compat.internal.translate.Memory",
              returns("isStartAbandoned", Value.TRUE),
              SAFETY + "healthyStartIsNotAnErrorWhenOurClockIsAhead"),
          guard(
              "a start of ours that a read misses is looked for again",
              "It shows as unknown, and the caller starts anew.",
              ADAPTER + "Finder",
              returns("isMissed", Value.FALSE),
              SAFETY + "ownStartThatOneReadMissesIsLookedForAgain"),
          guard(
              "a stopped sandbox is resumed only if the option says so",
              "A message wakes a machine that costs money.",
              ADAPTER + "MessageCall",
              reads("awake", "Resume.AUTO", "NEVER"),
              "contract.AdapterAsV0ContractTest#messageToAStoppedConversationIsRefusedAndResumesNothing"),
          guard(
              "failed starts are kept without what the user wrote",
              "Prompts and secrets stay in memory for as long as the client lives.",
              ADAPTER + "StartTasks",
              returns("withoutPrompt", Value.FIRST),
              ADAPTER + "StartTasksTest#failedStartIsKeptWithoutWhatTheUserWrote"),
          guard(
              "unknown ids are not searched for again at once",
              "Each read of one costs a search.",
              "compat.internal.ledger.RecentIds",
              returns("contains", Value.FALSE),
              CONTRACT + "unknownIdIsSearchedOnceInTenSeconds"),
          guard(
              "gets that come often wait their turn",
              "Callers that poll use up the minute, and a start waits for the next.",
              ADAPTER + "GetTurns",
              answers("await", "Duration.isZero", Value.TRUE),
              ADAPTER + "GetTurnsTest#aFewLeaveAtOnceTheOthersAboutEverySecond"),
          guard(
              "an interrupted caller fails alone",
              "Those who share its request fail with it.",
              ADAPTER + "SharedReads",
              denies("lead", "CallInterruptedException"),
              ADAPTER + "SharedReadsTest#interruptedCallerDoesNotFailTheOthersOfItsRequest"));

  private V0Guards() {}
}
