package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** What leaves the library: how often, to whom, with what, until when. */
final class TransportGuards {

  private static final String HTTP = "core.internal.http.";
  private static final String SENT_ONCE = "core.internal.feign.WriteIsSentOnceTest#";
  private static final String HELD = "core.internal.http.HeldBeforeSendingTest#";
  private static final String NOTHING_SENT = "core.internal.feign.NothingSentTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "Feign repeats nothing",
              "Its own retryer sends a call up to five times.",
              "core.internal.feign.FeignClients",
              skips("target", "Builder.retryer"),
              SENT_ONCE + "startIsNotResentEvenIfFeignIsAskedToRepeatIt"),
          guard(
              "OkHttp repeats nothing when a connection breaks",
              "It sends again what a pooled connection lost.",
              HTTP + "OkHttpClients",
              skips("guarded", "Builder.retryOnConnectionFailure"),
              SENT_ONCE + "readIsSentOnceWhenThePooledConnectionBreaks"),
          guard(
              "bodies are for one sending",
              "OkHttp may send any other body again.",
              HTTP + "OkHttpRequests$OneShot",
              returns("isOneShot", Value.FALSE),
              "core.internal.http.OkHttpRequestsTest#deletionWithABodyMayBeSentOnlyOnce"),
          guard(
              "503 with Retry-After 0 is hidden from OkHttp",
              "It repeats the request whatever its switches say.",
              HTTP + "HiddenResendGuard",
              answers("intercept", "Response.code", Value.of(0)),
              SENT_ONCE + "writeIsNotResentWhenTheServerAsksForItAtOnce"),
          guard(
              "writes use connections of their own",
              "A POST on a connection that the server has just dropped is lost.",
              HTTP + "OkHttpClients",
              reads("newCall", "OkHttpClients.fresh", "reusing"),
              SENT_ONCE + "writeIsNotSentOnAConnectionTheServerClosesAtItsSecondRequest[1]"),
          guard(
              "redirects are not followed",
              "Keys and prompts go where an answer says.",
              HTTP + "OkHttpClients",
              skips("guarded", "Builder.followRedirects"),
              "core.internal.feign.RedirectsTest#redirectWithinTheServerIsRefused[3]"),
          guard(
              "the origin is checked before the write",
              "A changed address gets the key.",
              HTTP + "OriginGuard",
              skips("intercept", "OriginGuard.requireOrigin"),
              "core.internal.http.OriginGuardTest#keyIsAddedForTheConfiguredOriginOnly"),
          guard(
              "the origin is checked before connecting",
              "Another address learns that it was meant.",
              HTTP + "OriginGuard",
              skips("beforeConnecting", "OriginGuard.requireOrigin"),
              "core.internal.feign.ForeignOriginTest#anotherAddressIsNotEvenConnectedTo"),
          guard(
              "the cloud gets the key in one header",
              "It is sent in a second one that nobody there asked for.",
              HTTP + "Credentials",
              answers("headers", "Set.contains", Value.FALSE),
              "core.internal.http.CredentialsTest#cloudGetsTheBearerHeaderOnly[1]"),
          guard(
              "keys do not go over plain http",
              "They can be read on the way.",
              "core.BaseUrl",
              returns("isLoopback", Value.TRUE),
              "core.PlainHttpTest#keyOverPlainHttpIsRefusedUnlessAllowed[1]"),
          guard(
              "keys that break a header are refused",
              "They add headers of their own, and messages show them.",
              "core.ApiKey",
              answers("of", "IntStream.allMatch", Value.TRUE),
              "core.ApiKeyTest#keyThatNoHeaderMayHoldIsRefused"),
          guard(
              "ids keep to their place in a path",
              "They address something else.",
              "core.internal.feign.PathSegment",
              answers("expand", "Matcher.matches", Value.TRUE),
              "v1.api.PathSegmentTest#longIdIsRefused"),
          guard(
              "ids have no two dots in a row",
              "They lead out of their folder.",
              "core.internal.feign.PathSegment",
              answers("expand", "String.contains", Value.FALSE),
              "v1.api.PathSegmentTest#whatCouldChangeAPathIsRefusedBeforeAnythingIsSent[5]"),
          guard(
              "a call has one deadline",
              "A slow server holds it for ever.",
              HTTP + "Exchange",
              skips("whole", "Timeout.timeout"),
              "core.internal.feign.DeadlineTest#callEndsAtItsDeadline[1]"),
          guard(
              "an interrupt ends a call",
              "Its thread is held until the server or the deadline lets go.",
              HTTP + "InterruptWatch",
              skips("cancel", "Call.cancel"),
              "core.internal.feign.InterruptTest#interruptEndsACallThatWaits[1]"),
          guard(
              "an interrupted call keeps the flag",
              "Callers further up do not learn of it.",
              HTTP + "NameLookup",
              skips("lookup", "Thread.interrupt"),
              HELD + "interruptEndsIt[1]"),
          guard(
              "an interrupt while a connection is made keeps the flag",
              "Callers further up do not learn of it.",
              HTTP + "Exchange",
              skips("ended", "Thread.interrupt"),
              HELD + "interruptThatEndedAWaitBelowIsTheCallers"),
          guard(
              "a name that is looked up holds no call",
              "A silent name service holds callers beyond their deadline.",
              HTTP + "NameLookup",
              skips("lookup", "SendWatch.onCancel"),
              HELD + "deadlineEndsIt[1]"),
          guard(
              "a call ended by close says so",
              "It looks like a lost connection and is repeated.",
              HTTP + "Exchange",
              answers("ended", "OkHttpClients.isClosed", Value.FALSE),
              "core.internal.feign.ClosingTest#closeEndsRunningCalls"),
          guard(
              "the first byte is the line between sent and not sent",
              "A start that may have arrived is sent again.",
              HTTP + "SendWatch$1",
              returns("requestHeadersStart", Value.NOTHING),
              NOTHING_SENT + "requestThatWasBegunMayHaveBeenSent"),
          guard(
              "what was not sent is known not to be",
              "A refused connection ends as an unknown outcome.",
              HTTP + "SendWatch",
              returns("mayHaveBeenSent", Value.TRUE),
              NOTHING_SENT + "refusedConnectionSentNothing"),
          guard(
              "an error of the JVM before the send is known to be one",
              "A start that never left ends as an unknown outcome.",
              HTTP + "TransportFailures",
              answers("of", "SendWatch.mayHaveBeenSent", Value.TRUE),
              HELD + "lookupThatFailsInAnyWaySentNothing[3]"),
          guard(
              "threads of the transport do not hold the JVM",
              "A program that has ended goes on for seconds.",
              HTTP + "OwnThread",
              skips("<init>", "OwnThread.setDaemon"),
              "core.internal.feign.ClosingTest#threadsAreDaemons"));

  private TransportGuards() {}
}
