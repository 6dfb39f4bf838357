package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.both;
import static io.github.openhands4j.mutations.Mutation.finds;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** What keeps agent servers, files and streamed answers in their place. */
final class AgentGuards {

  private static final String COMMAND = "agent.CommandTroubleTest#";
  private static final String NAMED = "core.internal.feign.AgentServerOriginTest#";
  private static final String UPLOAD = "core.internal.feign.UploadTest#";
  private static final String UPLOAD_ENDS = "core.internal.http.UploadEndsTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "agent server: addresses are looked at",
              "A server on the internet has this machine call itself.",
              "core.internal.http.AddressGuard",
              answers("acceptedOf", "List.isEmpty", Value.FALSE),
              NAMED + "loopbackIsNotConnectedToBesideAPublicServer[1]"),
          guard(
              "agent server: names are looked up under the guard",
              "A name leads where an address may not.",
              "core.internal.http.AddressGuard",
              finds("names", "AddressGuard.ownHost", Value.NULL),
              "core.internal.http.AddressGuardTest#otherAddressesAreRefused[1]"),
          guard(
              "agent server: a proxy on the way is not judged",
              "Behind one in the caller's own network no agent server can be called.",
              "core.internal.http.AddressGuard",
              returns("isNamed", Value.TRUE),
              "core.internal.http.AddressGuardTest#proxyOnTheWayMayBeAnywhere[1]"),
          guard(
              "agent server: its name is known in any spelling",
              "Written in another way, it leads where an address may not.",
              "core.internal.http.AddressGuard",
              returns("withoutEnd", Value.FIRST),
              "core.internal.http.AddressGuardTest#namedHostIsJudgedHoweverItIsWritten[3]"),
          guard(
              "agent server: it gets its own key",
              "The user's key goes to a machine that runs what an agent wants.",
              "core.internal.feign.FeignClients",
              skips("beside", "ClientOptionsBuilder.apiKey"),
              NAMED + "namedServerSeesItsKeyOnlyAndTheConfiguredOneNothing"),
          guard(
              "agent server: it ends with its client",
              "Calls go on after the client was closed.",
              "v1.internal.agent.AgentTransports",
              skips("close", "Set.forEach"),
              "agent.AgentServerTest#closingTheClientEndsItsAgentServers"),
          guard(
              "agent server: paths do not climb",
              "A file name leads to another operation.",
              "core.internal.feign.AbsolutePath",
              answers("expand", "Stream.anyMatch", Value.FALSE),
              UPLOAD + "pathThatCouldClimbIsRefusedBeforeAnythingIsSent[5]"),
          guard(
              "agent server: a file's name stays in its header",
              "It adds headers of its own.",
              "core.internal.feign.BodyEncoder",
              returns("quoted", Value.FIRST),
              UPLOAD + "nameOfAFileCannotEndItsHeader"),
          guard(
              "agent server: streamed answers are looked at first",
              "A login page is stored as an archive.",
              "core.internal.feign.OpenAnswer",
              skips("of", "OpenAnswer.check"),
              "core.internal.feign.StreamedBodiesTest#answerOfAnotherKindIsRefusedAndDropped[1]"),
          guard(
              "agent server: a closed answer lets go of its connection",
              "It is held until the time of the answer is over.",
              "core.internal.http.AnswerStream",
              both(skips("close", "Call.cancel"), skips("close", "AnswerStream.release")),
              "core.internal.feign.StreamEndsTest#closingEarlyDropsTheConnection"),
          guard(
              "agent server: trouble on the way to a command's output is waited out",
              "A command that runs is lost to one blip of a gateway.",
              "v1.internal.agent.CommandRun",
              returns("isFinal", Value.TRUE),
              COMMAND + "troubleOnTheWayToTheOutputIsWaitedOut"),
          guard(
              "agent server: a command that was sent is never said not to be",
              "The caller runs it again.",
              "v1.internal.agent.CommandRun",
              returns("ofRunning", Value.FIRST),
              COMMAND + "closingTheClientSaysThatTheCommandMayBeRunning"),
          guard(
              "agent server: a poll of a command has the time of a read",
              "A sandbox that freezes holds the caller until the limit of the command.",
              "core.internal.resilience.Calls",
              returns("usual", Value.FIRST),
              COMMAND + "pollThatHangsHasTheTimeOfARead"),
          guard(
              "a view's deadline ends what is read while it arrives",
              "A download on a slow line goes on for an hour.",
              "core.internal.resilience.Calls",
              finds("times", "Calls.end", Value.NULL),
              "v1.ViewsTest#downloadEndsWithTheDeadlineAlthoughItMoves"),
          guard(
              "agent server: a content is closed when its call ends",
              "A read that blocks holds the caller for ever.",
              "core.internal.http.UploadBody",
              skips("writeTo", "SendWatch.onCancel"),
              UPLOAD_ENDS + "closeEndsAReadThatBlocks"),
          guard(
              "agent server: each piece of a content begins the silence anew",
              "A long upload ends although it goes on.",
              "core.internal.http.CallAlarm",
              returns("goesOn", Value.NOTHING),
              UPLOAD_ENDS + "eachSilenceHasTheWholeTime"));

  private AgentGuards() {}
}
