package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.denies;
import static io.github.openhands4j.mutations.Mutation.finds;
import static io.github.openhands4j.mutations.Mutation.reads;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** V0 over HTTP: no key meets another one, no answer invites a repetition, nothing is unbounded. */
final class HttpDoorGuards {

  private static final String ROUTE = "compat.internal.http.route.";
  private static final String DOOR = "compat.http.V0CompatFeignClient";
  private static final String KEYS = ROUTE + "KeysTest#";
  private static final String POOL = ROUTE + "ClientPoolTest#";
  private static final String FAILURES = ROUTE + "FailuresTest#";
  private static final String EVICTION = "router.EvictedClientsTest#";
  private static final String MADE_UP =
      "router.MadeUpKeysTest#theyPushOutNobodyWhoHasConversations";

  static final List<Guard> ALL =
      List.of(
          guard(
              "a request with two keys is nobody's",
              "One caller's request is carried out with another's key.",
              ROUTE + "CallerKeys",
              answers("only", "Stream.count", Value.of(1L)),
              KEYS + "requestsWithTwoDifferentKeysAreRefused"),
          guard(
              "the configured key is not lent to callers without one",
              "Strangers act as the owner of the gateway.",
              ROUTE + "CallerKeys",
              reads("of", "KeySource.REQUEST_OR_CONFIGURED", "REQUEST"),
              KEYS + "configuredKeyIsNeverUsedForACallerWithoutOne"),
          guard(
              "a create of unknown outcome has an answer of its own",
              "It looks like a failure, and the caller creates anew.",
              ROUTE + "Failures",
              denies("answer", "V0StartOutcomeUnknownException"),
              FAILURES + "createOfUnknownOutcomeNamesItsIdAndInvitesNoRepetition"),
          guard(
              "a message of unknown outcome is a conflict",
              "A gateway's 502 is repeated by HTTP clients, and the message with it.",
              ROUTE + "Failures",
              reads("status", "ErrorCode.MESSAGE_OUTCOME_UNKNOWN", "V0_GONE"),
              FAILURES + "messageOfUnknownOutcomeIsNoPlainFailure"),
          guard(
              "no answer to a write has a status that HTTP clients repeat",
              "They create twice.",
              ROUTE + "Failures",
              answers("answer", "Set.contains", Value.FALSE),
              FAILURES + "createWithoutV0BodyFailsInItsFamilysShape[7]"),
          guard(
              "no answer to a write says when to come again",
              "Feign's retryer creates twice.",
              ROUTE + "Failures",
              answers("answer", "Route.isWrite", Value.FALSE),
              FAILURES + "onlyReadsAreToldWhenToComeAgain"),
          guard(
              "a client whose answer is being read is not closed",
              "A zip file ends in the middle.",
              ROUTE + "KeyClient",
              finds("isDispensable", "KeyClient.users", Value.of(0)),
              KEYS + "clientWhoseAnswerIsBeingReadIsNotClosed"),
          guard(
              "a client that holds creates of unknown outcome is not closed",
              "An equal create starts a second job.",
              ROUTE + "KeyClient",
              denies("isDispensable", "HoldsCreates"),
              POOL + "clientThatHoldsCreatesOfUnknownOutcomeIsKeptUntilItHoldsNone",
              EVICTION + "createOfUnknownOutcomeIsNotMadeTwice"),
          guard(
              "the adapter says that it holds creates of unknown outcome",
              "Its client is closed, and an equal create starts a second job.",
              "compat.internal.backend.UnknownCreates",
              returns("isAny", Value.FALSE),
              EVICTION + "createOfUnknownOutcomeIsNotMadeTwice"),
          guard(
              "clients that remember nothing are closed before others",
              "Made-up keys make the router forget its callers.",
              ROUTE + "KeyClient",
              returns("remembersNothing", Value.FALSE),
              POOL + "clientsThatRememberNothingPushOutNoneThatDo",
              MADE_UP),
          guard(
              "the adapter says that it has seen no conversation",
              "Made-up keys make the router forget its callers.",
              "compat.internal.backend.V1Backend",
              returns("remembersConversations", Value.TRUE),
              MADE_UP),
          guard(
              "a closed pool makes no more clients",
              "They are never closed.",
              ROUTE + "ClientPool",
              finds("acquire", "ClientPool.closed", Value.FALSE),
              POOL + "clientThatIsBeingMadeWhenThePoolIsClosedIsClosedToo"),
          guard(
              "one body is read up to a limit",
              "A request fills the memory.",
              ROUTE + "RequestBody",
              skips("bytes", "RequestBody.refuseIfLonger"),
              ROUTE + "BodyLimitsTest#bodyThatSaysThatItIsTooLongIsNotRead"),
          guard(
              "all bodies together are read up to a limit",
              "Several requests fill the memory.",
              ROUTE + "BodyLimits",
              returns("hold", Value.TRUE),
              ROUTE + "BodyLimitsTest#bodiesBeyondTheBoundOfAllAreRefusedUntilThereIsRoomAgain"),
          guard(
              "bodies that were answered are counted no longer",
              "After some large requests all are refused.",
              ROUTE + "RequestBody",
              skips("close", "BodyLimits.release"),
              ROUTE + "BodyLimitsTest#bodiesBeyondTheBoundOfAllAreRefusedUntilThereIsRoomAgain"),
          guard(
              "a trajectory that was closed does not end as if it were whole",
              "The caller takes a part for all.",
              ROUTE + "TrajectoryStream",
              finds("refuseIfClosed", "TrajectoryStream.closed", Value.FALSE),
              ROUTE + "StreamsTest#closeBetweenTwoEventsDoesNotEndTheList"),
          guard(
              "keys of sandboxes are not shown",
              "They open a server that speaks V1 to whoever reads the record.",
              ROUTE + "Records",
              skips("local", "Map.replace"),
              ROUTE + "V0HttpTrapsTest#addressOfARecordLeadsHereSoThatPathsCanBeAppended"),
          guard(
              "own requests that come back are refused",
              "They go round for ever.",
              ROUTE + "Loop",
              returns("isOne", Value.FALSE),
              KEYS + "ownV1RequestsThatComeBackAreToldSo"),
          guard(
              "requests for other hosts are not answered here",
              "Their keys go to OpenHands.",
              DOOR,
              answers("execute", "Set.contains", Value.TRUE),
              DOOR + "Test#requestsForOtherHostsAreRefusedAndNotCarriedOut"),
          guard(
              "a key of the Cloud stays behind",
              "Another server gets it.",
              DOOR,
              answers("answered", "Set.contains", Value.FALSE),
              DOOR + "Test#keyOfTheCloudIsNotGivenToAnotherServerUnlessItsAddressIsNamed"));

  private HttpDoorGuards() {}
}
