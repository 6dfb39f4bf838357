package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.counts;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;

import java.util.List;

/** What the server's headers say of times: hostile words, read without harm. */
final class ClockGuards {

  private static final String TIME = "core.internal.time.";
  private static final String RETRY = TIME + "RetryAfter";
  private static final String RETRY_TEST = TIME + "RetryAfterPropertiesTest#";
  private static final String DATE = TIME + "HttpDate";
  private static final String CLOCK = TIME + "ServerClock";
  private static final String CLOCK_TEST = TIME + "ServerClockTest#";
  private static final String VECTORS = CLOCK_TEST + "skewIsMeasuredFromTheMiddleOfTheRoundTrip";
  private static final String START_TIMES = "v1.internal.start.StartTimes";

  static final List<Guard> ALL =
      List.of(
          guard(
              "Retry-After in seconds is read",
              "The limiter is met again before it lets anything through.",
              RETRY,
              answers("read", "Matcher.matches", Value.FALSE),
              RETRY_TEST + "numberIsReadExactlyAndRoundedUpToANanosecond"),
          guard(
              "a part of a nanosecond is a whole one",
              "A wait ends before the server allows it.",
              RETRY,
              reads("seconds", "RoundingMode.CEILING", "FLOOR"),
              RETRY_TEST + "smallNumberIsNotLost[1]",
              RETRY_TEST + "numberIsReadExactlyAndRoundedUpToANanosecond"),
          guard(
              "the exponent of a number of seconds counts",
              "A wait of ages is taken for one of a second.",
              RETRY,
              answers("seconds", "RetryAfter.exponent", Value.of(0L)),
              RETRY_TEST + "hugeNumberIsTheLongestWait[3]"),
          guard(
              "an exponent may be of any size",
              "The parser throws at the server's word.",
              RETRY,
              counts("exponent", 9, 90),
              RETRY_TEST + "hugeNumberIsTheLongestWait[4]"),
          guard(
              "a huge number is not computed with",
              "The arithmetic overflows at the server's word.",
              RETRY,
              counts("seconds", 9L, 90L),
              RETRY_TEST + "hugeNumberIsTheLongestWait[1]"),
          guard(
              "a wait until a far date is cut",
              "It cannot be told in nanoseconds.",
              RETRY,
              returns("cut", Value.FIRST),
              RETRY_TEST + "farDateIsTheLongestWait"),
          guard(
              "Retry-After as a date is measured from the date of the answer",
              "It is ignored, and the limiter met again.",
              RETRY,
              answers("of", "Stream.findFirst", Value.EMPTY),
              RETRY_TEST + "dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer[1]"),
          guard(
              "a date that has passed asks for nothing",
              "A wait is negative.",
              RETRY,
              answers("until", "Duration.isNegative", Value.FALSE),
              RETRY_TEST + "dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer[1]"),
          guard(
              "of two Retry-After the longer counts",
              "The limiter is met again before it lets anything through.",
              RETRY,
              answers("of", "Comparator.compare", Value.of(0)),
              RETRY_TEST + "longestOfSeveralCountsInAnyOrder"),
          guard(
              "the forms of a date are read",
              "Neither waits nor the time at the server are known.",
              DATE,
              returns("parse", Value.EMPTY),
              RETRY_TEST + "dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer[1]",
              RETRY_TEST + "dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer[2]",
              RETRY_TEST + "dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer[3]"),
          guard(
              "a year of two digits is one of our time",
              "A wait is a century long, or none.",
              DATE,
              answers("year", "Math.floorMod", Value.of(0)),
              RETRY_TEST + "dateInAnyFormIsMeasuredAgainstTheDateOfTheAnswer[2]"),
          guard(
              "a leap second is a second",
              "A date is not read when there is one.",
              DATE,
              counts("instant", 60, 61),
              RETRY_TEST + "leapSecondIsTheNextSecond"),
          guard(
              "the time at the server is that of the middle of the round trip",
              "It is wrong by half of a slow answer.",
              CLOCK,
              answers("skew", "Duration.dividedBy", Value.FIRST),
              VECTORS + "[2]"),
          guard(
              "an answer from a cache tells no time",
              "A start is looked for in a wrong span.",
              CLOCK,
              answers("skew", "Stream.anyMatch", Value.FALSE),
              VECTORS + "[12]"),
          guard(
              "an answer that took long tells no time",
              "A start is looked for in a wrong span.",
              CLOCK,
              answers("skew", "Duration.compareTo", Value.of(-1)),
              VECTORS + "[9]"),
          guard(
              "an answer with two dates tells no time",
              "A start is looked for in a wrong span.",
              CLOCK,
              answers("skew", "Collection.size", Value.of(1)),
              VECTORS + "[14]"),
          guard(
              "an answer during which our clock was set tells no time",
              "A start is looked for in a wrong span.",
              CLOCK,
              answers("answered", "Duration.compareTo", Value.of(-1)),
              CLOCK_TEST + "answerDuringWhichOurClockWasSetTellsNothing"),
          guard(
              "the time at the server is not known after our clock was set",
              "A start is looked for in a wrong span.",
              CLOCK,
              answers("now", "Duration.compareTo", Value.of(-1)),
              CLOCK_TEST + "timeIsNotKnownAfterOurClockWasSetOrTheMachineSlept"),
          guard(
              "the time of another process's handle is not trusted",
              "Its start is looked for in a span that is too short.",
              START_TIMES,
              answers("marginOf", "Set.contains", Value.TRUE),
              START_TIMES + "Test#handleOfAnotherProcessIsNotTrusted"));

  private ClockGuards() {}
}
