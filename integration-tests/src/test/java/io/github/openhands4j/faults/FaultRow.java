package io.github.openhands4j.faults;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the fault matrix: a closed list, with what happens in each column. */
public enum FaultRow {
  CONNECT_REFUSED(
      Group.SEND,
      "The connection is refused",
      "tried 3 times, then fails: nothing was sent",
      "the same, with one id for all tries; may be started again",
      Text.NOT_STARTED),
  HOST_UNKNOWN(
      Group.SEND,
      "The host's name is unknown",
      "tried twice, then fails: nothing was sent",
      "the same",
      Text.NOT_STARTED),
  CONNECT_TIMEOUT(
      Group.SEND,
      "The connection is not taken within `connect-timeout`",
      "tried 3 times, then fails: nothing was sent",
      "the same",
      Text.NOT_STARTED),
  TLS_REFUSED(
      Group.SEND,
      "The certificate is self-signed, expired or of another host, or TLS is older than 1.2",
      "fails at once and says why: nothing was sent",
      "the same",
      Text.NOT_STARTED),
  TLS_SILENT(
      Group.SEND,
      "The peer of a TLS connection says nothing",
      "given up after `connect-timeout`, tried 3 times: nothing was sent",
      "the same",
      Text.NOT_STARTED),
  RESET_IN_REQUEST(
      Group.SEND,
      "The connection ends before or in the middle of the request",
      "read again",
      "before the first byte: sent again with the same id; after it: looked for",
      Text.AS_START),
  PROXY_REFUSES(
      Group.SEND,
      "A proxy wants a password or does not connect",
      "fails at once: nothing was done",
      "the same",
      Text.NOT_STARTED),
  OWN_LIMIT(
      Group.SEND,
      "The client's own limit of requests has no room in time",
      "fails at once and says how long the wait would be: nothing was sent",
      "the same",
      Text.NOT_STARTED),

  ENDED_WITHOUT_ANSWER(
      Group.ANSWER,
      "The connection ends after the request, by a reset or in order",
      "read again",
      "looked for: found, or unknown with a handle",
      Text.AS_START),
  IDLE_CLOSED(
      Group.ANSWER,
      "The server closes an idle connection while it is used again",
      "read again",
      "does not occur: each start has a connection of its own",
      Text.AS_START),
  LATE_BUT_TAKEN(
      Group.ANSWER,
      "No answer in time, and the server did what was asked",
      "fails when its time is over",
      "looked for and found",
      "a plain success"),
  LATE_AND_NOT_TAKEN(
      Group.ANSWER,
      "No answer in time, and the server never does it",
      "fails when its time is over",
      "looked for, then unknown with a handle",
      Text.AS_START),
  TAKEN_AFTER_A_LOOK(
      Group.ANSWER,
      "The server does it after it was first asked for it",
      null,
      "found by a later look; after the last one the handle still finds it",
      Text.AS_START),
  SENT_TWICE_ON_THE_WAY(
      Group.ANSWER,
      "Something on the way sent the request twice",
      null,
      "one is chosen, the others are listed in `duplicates()`; none is deleted",
      "one is chosen, the others are logged as a warning"),
  STATUS_408(Group.ANSWER, "408", "read again", Text.LOOKED_FOR, Text.AS_START),
  STATUS_409(Group.ANSWER, "409", "fails at once", Text.LOOKED_FOR, Text.AS_START),
  STATUS_GONE(
      Group.ANSWER,
      "404 or 410 of a path that should exist",
      "fails at once",
      "fails at once: nothing was started",
      "fails at once with that status"),
  STATUS_REFUSED(
      Group.ANSWER,
      "400, 401, 403, 413, 415, 422",
      "fails at once, with the server's words",
      "fails at once: nothing was started",
      "fails at once with that status and body"),
  STATUS_425(
      Group.ANSWER,
      "425",
      "read again",
      "sent once more with the same id, then fails: nothing was started",
      "sent once more, then fails with that status"),
  LIMITED_SECONDS(
      Group.ANSWER,
      "429 with `Retry-After` in seconds",
      "read again after at least that long, and at least a second; fails at once if the time left is shorter",
      "the same with the same id, if the API wrote the 429; looked for, if a gateway did",
      Text.AS_START),
  LIMITED_DATE(
      Group.ANSWER,
      "429 with `Retry-After` as a date",
      "measured from the answer's own date, in any of HTTP's three forms",
      "the same",
      Text.AS_START),
  LIMITED_HUGE(
      Group.ANSWER,
      "429 with a huge `Retry-After`",
      "fails at once, with the server's value",
      "the same: nothing was started",
      Text.AS_START),
  LIMITED_ODD(
      Group.ANSWER,
      "429 with a `Retry-After` that is garbage, negative, past, empty or double",
      "the client's own pauses; of two values the longer",
      "the same",
      Text.AS_START),
  SLOW(Group.ANSWER, "A proper answer that takes long", "a success", null, null),
  STATUS_500(Group.ANSWER, "500", "read again", Text.LOOKED_FOR, Text.AS_START),
  STATUS_GATEWAY(Group.ANSWER, "502 or 504", "read again", Text.LOOKED_FOR, Text.AS_START),
  STATUS_503(
      Group.ANSWER,
      "503, with or without `Retry-After`",
      "read again",
      "looked for; never sent again, not even at `Retry-After: 0`",
      Text.AS_START),

  CUT(
      Group.STRANGE,
      "The answer is cut, and said how long it would be",
      "read again",
      Text.LOOKED_FOR,
      Text.AS_START),
  CUT_UNNOTICED(
      Group.STRANGE,
      "The answer is cut, and only its JSON shows it",
      "read again",
      Text.LOOKED_FOR,
      Text.AS_START),
  TRAILING(
      Group.STRANGE,
      "More follows the JSON, or a second document",
      "fails at once",
      Text.LOOKED_FOR,
      Text.AS_START),
  WEB_PAGE(
      Group.STRANGE,
      "A web page with 200",
      "fails at once and says so; JSON that calls itself a page is read",
      "looked for once",
      Text.AS_START),
  NOTHING(
      Group.STRANGE,
      "Nothing at all, `null`, `[]` or `{}`",
      "nothing fails; `[]` and `[null]` mean an id that is not known",
      Text.LOOKED_FOR,
      Text.AS_START),
  OTHER_ROWS(
      Group.STRANGE,
      "Fewer, more or other rows than were asked for, in any order",
      "told apart by their ids",
      "an answer about another start is not believed: looked for, never sent again",
      Text.AS_START),
  HUGE(
      Group.STRANGE,
      "A body without end",
      "stopped at `max-answer-bytes`, then fails",
      Text.LOOKED_FOR,
      Text.AS_START),
  DRIP(
      Group.STRANGE,
      "One byte at a time",
      "fails when its time is over",
      Text.LOOKED_FOR,
      Text.AS_START),
  BOMB(
      Group.STRANGE,
      "A small body that unpacks to a huge one",
      "stopped at `max-answer-bytes`, counted unpacked; then fails",
      Text.LOOKED_FOR,
      Text.AS_START),
  EXCESS(
      Group.STRANGE,
      "Nesting, numbers or names beyond all reason",
      "fails at once",
      Text.LOOKED_FOR,
      Text.AS_START),
  UNKNOWN_FIELD(
      Group.STRANGE,
      "A field that this release does not know",
      "kept in `additionalProperties()`",
      "the same",
      "dropped"),
  UNKNOWN_WORD(
      Group.STRANGE,
      "A status that this release does not know",
      "kept as it is; a wait goes on",
      "kept as it is",
      "V0's nearest word"),
  WRONG_SHAPE(
      Group.STRANGE,
      "A field that is missing, null or of another type",
      "fails at once if the field is needed",
      "without an id looked for",
      Text.AS_START),
  SPELLINGS(
      Group.STRANGE,
      "Ids with or without dashes; times with Z, an offset or neither",
      "the same value",
      "the same id",
      "V0's own spelling"),

  REDIRECT_ELSEWHERE(
      Group.REDIRECT,
      "A redirect to another host or to plain http",
      "never followed, fails at once",
      "never followed, fails at once: nothing was started",
      Text.AS_START),
  REDIRECT_WITHIN(
      Group.REDIRECT,
      "A redirect within the server",
      "never followed, fails at once",
      "never followed, fails at once: nothing was started",
      Text.AS_START),
  CLOCK_WRONG(
      Group.REDIRECT,
      "This machine's clock is wrong by hours",
      "does not matter",
      "found all the same",
      Text.AS_START),
  CLOCK_JUMPS(
      Group.REDIRECT,
      "The clock jumps, or the machine sleeps, during a wait",
      "limits are measured by a clock that does not jump; the server is asked before the wait ends",
      "the job goes on",
      Text.AS_START),

  ROWS_TWICE(Group.WAIT, "A row comes twice in an answer", "taken as one", null, null),
  STATES_OUT_OF_ORDER(
      Group.WAIT,
      "States are repeated or out of order",
      "READY ends the wait whatever came before",
      null,
      null),
  READY_THEN_ERROR(
      Group.WAIT,
      "READY, and ERROR later",
      "READY all the same: the conversation exists",
      null,
      "the state of the run decides"),
  VANISHED(
      Group.WAIT,
      "The start task is gone",
      "three reads over ten seconds, then the conversation is asked for; if neither is listed for a minute, fails with the handle",
      null,
      "asked for again"),
  STUCK(
      Group.WAIT,
      "The start task never gets on",
      "ends with its limit, the handle and the last state",
      "the job is left alone",
      "shows as an error after its time"),
  READY_WITHOUT_ID(
      Group.WAIT,
      "READY without a conversation",
      "two more reads, then the conversation is asked for by our own id; if it is not found for a minute, fails with the handle",
      null,
      "never the task's id"),
  START_ERROR(
      Group.WAIT,
      "The server could not start it",
      "fails with the server's reason",
      "a new start is the caller's decision",
      "a V0 error"),
  READ_FAILS(
      Group.WAIT,
      "A read of a wait fails, in any way of this table",
      "never ends the wait; the last failure is attached to its end",
      null,
      null),
  INTERRUPTED(
      Group.WAIT,
      "The thread is interrupted",
      "ends at once with the handle, the flag set again",
      "ends at once with the handle, without looking",
      Text.AS_START),
  CLOSED(
      Group.WAIT,
      "The client is closed",
      "all waits end with their handles; no thread stays",
      "the job goes on",
      Text.AS_START),
  CANCELED(Group.WAIT, "The caller cancels the future", "reads stop; the job goes on", null, null),
  PAGES_SHIFT(
      Group.WAIT,
      "Pages shift while they are read",
      "put together by id",
      null,
      "newest first, none lost"),
  PAGES_LOOP(Group.WAIT, "Pages lead in a circle", "the walk ends", null, null),
  SAME_TIMES(Group.WAIT, "Rows of the same time", "told apart by id", null, null),
  STREAM_CUT_EARLY(
      Group.STREAM,
      "A stream of a start is cut before its first state",
      null,
      Text.LOOKED_FOR,
      null),
  STREAM_CUT(
      Group.STREAM,
      "A stream of a start is cut after its first state",
      null,
      "the states so far are told; then it is polled, never sent again",
      null),
  STREAM_STALLS(
      Group.STREAM,
      "A stream of a start stalls",
      null,
      "after eleven minutes polled, never sent again",
      null),
  STREAM_ENDS(
      Group.STREAM,
      "A stream of a start ends without an end of the start",
      null,
      "polled, never sent again",
      null);

  /** What rows have in common. */
  enum Group {
    SEND("Before and during the send"),
    ANSWER("After the send, before a readable answer"),
    STRANGE("Answers that are no answers"),
    REDIRECT("Redirects and clocks"),
    WAIT("Waiting"),
    STREAM("Streams of starts");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** What is said in many rows. */
  private static final class Text {
    static final String LOOKED_FOR = "looked for, never sent again";
    static final String AS_START = "as the start";
    static final String NOT_STARTED = "fails with status 0 and the same cause; may be repeated";

    private Text() {}
  }

  private final Group group;
  private final String fault;
  private final @Nullable String get;
  private final @Nullable String start;
  private final @Nullable String v0;

  FaultRow(
      Group group,
      String fault,
      @Nullable String get,
      @Nullable String start,
      @Nullable String v0) {
    this.group = group;
    this.fault = fault;
    this.get = get;
    this.start = start;
    this.v0 = v0;
  }

  Group group() {
    return group;
  }

  String fault() {
    return fault;
  }

  /** What happens; empty where the fault cannot occur. */
  Optional<String> outcome(Column column) {
    return Optional.ofNullable(
        switch (column) {
          case GET -> get;
          case START -> start;
          case V0 -> v0;
        });
  }
}
