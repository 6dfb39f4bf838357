package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.counts;
import static io.github.openhands4j.mutations.Mutation.denies;
import static io.github.openhands4j.mutations.Mutation.finds;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** What is sent again: after which failures, how often, after which wait. */
final class RepeatGuards {

  private static final String CALLS = "core.internal.resilience.Calls";
  private static final String FAILURES = "core.internal.resilience.FailureClass";
  private static final String REPEATS = "core.internal.resilience.Repeats";
  private static final String TABLE_CLASS = "core.internal.resilience.RepeatTable";
  private static final String CALLS_TEST = "core.internal.resilience.CallsTest#";
  private static final String TABLE = "core.internal.resilience.RepeatTableTest#";
  private static final String LIMITS = "core.internal.limits.";
  private static final String LOST =
      "v1.StartIsSentOnceTest#startIsNotResentWhenItsAnswerIsLostButFound";

  static final List<Guard> ALL =
      List.of(
          guard(
              "5xx leaves a start unknown",
              "It is taken for a refusal, and the caller starts anew.",
              FAILURES,
              returns("isRefusal", Value.TRUE),
              LOST + "[9]"),
          guard(
              "408 leaves a start unknown",
              "It is taken for a refusal, and the caller starts anew.",
              FAILURES,
              counts("<clinit>", 431, 408),
              LOST + "[7]"),
          guard(
              "409 leaves a start unknown",
              "It is taken for a refusal, and the caller starts anew.",
              FAILURES,
              counts("<clinit>", 431, 409),
              LOST + "[8]"),
          guard(
              "429 of a gateway leaves a start unknown",
              "The start that is behind it is sent again.",
              FAILURES,
              returns("isApisOwn", Value.TRUE),
              "v1.LookUpTest#rateLimitAnswerOfAGatewayMayHideAStartAndIsNotSentAgain"),
          guard(
              "an answer that cannot be read is not asked for again",
              "A login page is loaded three times.",
              REPEATS,
              reads("<clinit>", "ErrorCode.ANSWER_IS_HTML", "NOT_SENT"),
              TABLE + "callIsRepeatedAsItsClassAllows[5]"),
          guard(
              "what may have been sent is ambiguous",
              "A start whose connection broke is sent again.",
              FAILURES,
              answers("of", "OpenHandsException.requestMayHaveBeenSent", Value.FALSE),
              TABLE + "callWhoseFirstByteWasWrittenIsAmbiguous[2]"),
          guard(
              "only reads are repeated after ambiguity",
              "A start whose answer was lost is sent again.",
              TABLE_CLASS,
              reads("<clinit>", "RepeatTable.READS", "ALL"),
              LOST + "[1]"),
          guard(
              "a write that came too early is sent again once only",
              "A server that declines it is asked a third time.",
              REPEATS,
              answers("onlyOnce", "Set.contains", Value.FALSE),
              TABLE + "callIsRepeatedAsItsClassAllows[18]"),
          guard(
              "a name that is not found is asked for twice at the most",
              "A wrong base URL is noticed later than it could be.",
              REPEATS,
              denies("onlyOnce", "UnknownHostException"),
              TABLE + "callToAnUnknownHostIsMadeTwice[1]"),
          guard(
              "a write keeps time for itself",
              "A start that had its turn late ends undecided.",
              "core.internal.limits.RequestPass",
              skips("awaitTurn", "Duration.minus"),
              "core.internal.limits.SharedLimitsRegistryTest#writeKeepsHalfOfItsTimeForItself"),
          guard(
              "calls whose time is over are not repeated",
              "They take three times as long as they may.",
              REPEATS,
              denies("isFinal", "DeadlineExceededException"),
              TABLE + "callIsRepeatedAsItsClassAllows[4]"),
          guard(
              "calls of a closed client are not repeated",
              "Closing does not end them.",
              "core.internal.resilience.OurOwnEnd",
              denies("is", "ClientClosedException"),
              TABLE + "callOfAClosedClientIsNotRepeated[1]"),
          guard(
              "calls that are refused here are not repeated",
              "The same mistake is made three times.",
              REPEATS,
              denies("isFinal", "ConfigurationException"),
              TABLE + "callThatIsRefusedHereIsNotRepeated[1]"),
          guard(
              "calls for another origin are not repeated",
              "The same refusal comes three times.",
              REPEATS,
              reads("<clinit>", "ErrorCode.ORIGIN_REFUSED", "NOT_SENT"),
              TABLE + "callForAnotherOriginIsNotRepeated[1]"),
          guard(
              "a start is made as a start",
              "It is repeated as a read is.",
              "v1.internal.start.StartDriver",
              reads("send", "OperationClass.START", "READ"),
              LOST + "[1]"),
          guard(
              "a message is sent as a message",
              "It is repeated as a read is.",
              "v1.internal.message.MessageDriver",
              reads("send", "OperationClass.MESSAGE", "READ"),
              "v1.MessagesTest#messageWhoseAnswerIsLostIsFoundAndNotSentAgain[1]"),
          guard(
              "a change is sent as a write",
              "It is repeated as a read is.",
              "v1.internal.client.DefaultConversations",
              reads("update", "OperationClass.OTHER_WRITE", "READ"),
              "v1.ConversationsTest#writeWhoseAnswerIsLostIsNotSentAgain"),
          guard(
              "a deletion is sent as a write",
              "It is repeated as a read is.",
              "v1.internal.client.DefaultConversations",
              reads("delete", "OperationClass.OTHER_WRITE", "READ"),
              "v1.ConversationsTest#writeWhoseAnswerIsLostIsNotSentAgain"),
          guard(
              "no page has more than a hundred rows",
              "The server answers 500, which is asked for again in vain.",
              "v1.internal.page.QueryParameters",
              counts("putLimit", 100, 1_000),
              "v1.internal.page.QueryParametersTest#limitThatMakesTheServerFailIsRefused[3]"),
          guard(
              "calls are made three times at the most",
              "A server in trouble gets more of it.",
              CALLS,
              counts("retryOf", 3, 4),
              TABLE + "callIsRepeatedAsItsClassAllows[1]"),
          guard(
              "Retry-After is waited for",
              "The limiter is met again before it lets anything through.",
              REPEATS,
              returns("asked", Value.of(0L)),
              CALLS_TEST + "waitAfterALimitIsAtLeastWhatTheServerAsked"),
          guard(
              "a limit is waited for a second at the least",
              "The limiter says 0 in the last second of its window.",
              REPEATS,
              answers("waitAfter", "Math.max", Value.FIRST),
              CALLS_TEST + "waitAfterALimitIsAtLeastASecond[1]"),
          guard(
              "a wait that outlasts the deadline is not begun",
              "The caller waits for nothing.",
              CALLS,
              answers("call", "Duration.compareTo", Value.of(-1)),
              CALLS_TEST + "limitThatOutlastsTheDeadlineIsThrownAtOnce[1]"),
          guard(
              "nothing is sent once the deadline has passed",
              "A start is made that nobody waits for.",
              CALLS,
              answers("call", "Deadline.isOver", Value.FALSE),
              CALLS_TEST + "nothingIsSentAgainOnceTheWaitHasOutlastedTheDeadline"),
          guard(
              "all attempts share one deadline",
              "Each has the whole time.",
              "core.internal.time.Deadline",
              answers("remaining", "Duration.minusNanos", Value.FIRST),
              CALLS_TEST + "attemptsAndWaitsShareOneDeadline"),
          guard(
              "earlier attempts are kept",
              "The first cause is lost.",
              CALLS,
              skips("call", "List.forEach"),
              CALLS_TEST + "earlierAttemptsAreAttached"),
          guard(
              "an interrupt between attempts keeps the flag",
              "Callers further up do not learn of it.",
              CALLS,
              skips("pause", "Thread.interrupt"),
              CALLS_TEST + "interruptEndsTheWait"),
          guard(
              "repeats are paid for",
              "All clients of a server in trouble repeat all their calls.",
              LIMITS + "RetryTokens",
              returns("take", Value.TRUE),
              LIMITS + "RetryTokensTest#fiveHundredAreThereAndNoMore",
              CALLS_TEST + "repeatsEndWithTheTokensOfServerAndKeyAndTheFirstFailureIsThrown"),
          guard(
              "the budget of a minute is kept",
              "The server's limiter refuses the user's requests.",
              LIMITS + "Departures",
              answers("earliest", "RequestLimits.perMinute", Value.of(Integer.MAX_VALUE)),
              LIMITS + "DeparturesTest#limitsAreUsedInFull"),
          guard(
              "the budget of a second is kept",
              "The server's limiter refuses the user's requests.",
              LIMITS + "Departures",
              answers("earliest", "RequestLimits.perSecond", Value.of(Integer.MAX_VALUE)),
              LIMITS + "DeparturesTest#limitsAreUsedInFull"),
          guard(
              "writes go before reads in the budget",
              "A start waits behind the reads of a hundred waits.",
              LIMITS + "RequestQueue",
              finds("join", "Place.write", Value.TRUE),
              LIMITS + "RequestQueueTest#startOvertakesWaitingReadsAndStaysBehindEarlierStarts"));

  private RepeatGuards() {}
}
