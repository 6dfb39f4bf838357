package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** What the clients of one server and key share. */
final class LimitGuards {

  private static final String LIMITS = "core.internal.limits.";
  private static final String REGISTRY = LIMITS + "SharedLimitsRegistry";
  private static final String SHARED = LIMITS + "SharedLimits";
  private static final String TEST = LIMITS + "SharedLimitsRegistryTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "clients of one server and key share their budget",
              "Two clients of a program make twice as many requests as the account may.",
              REGISTRY,
              answers("forgetUnused", "SharedLimits.isUnusedFor", Value.TRUE),
              TEST + "clientsOfOneServerAndKeyShareABudgetAndTokens"),
          guard(
              "another key has a budget of its own",
              "One account waits for the requests of another.",
              REGISTRY,
              answers("digest", "Optional.orElse", Value.of("")),
              TEST + "otherKeysAndOtherServersHaveTheirOwn"),
          guard(
              "another server has a budget of its own",
              "A server waits for the requests to another.",
              REGISTRY,
              answers("digest", "Origin.uri", Value.NULL),
              TEST + "otherKeysAndOtherServersHaveTheirOwn"),
          guard(
              "the lowest limit holds for all clients of a key",
              "One client makes up for the moderation of another.",
              LIMITS + "RequestLimits",
              answers("lowerOf", "Math.min", Value.FIRST),
              TEST + "lowestLimitHoldsWhileItsClientIsOpen"),
          guard(
              "the limit of a closed client holds no longer",
              "All clients to come are as slow as the slowest there ever was.",
              SHARED,
              answers("close", "Map.remove", Value.NULL),
              TEST + "lowestLimitHoldsWhileItsClientIsOpen"),
          guard(
              "a budget outlives its last client by a minute",
              "A program that makes a client for every call keeps to no limit.",
              SHARED,
              answers("isUnusedFor", "Duration.toNanos", Value.of(0L)),
              TEST + "budgetOutlivesItsLastClientByAMinute"),
          guard(
              "the budget of an open client stays",
              "A client that is used again after a pause shares with nobody.",
              SHARED,
              answers("isUnusedFor", "Map.isEmpty", Value.TRUE),
              TEST + "budgetOfAnOpenClientStays"),
          guard(
              "what nobody shares any more goes",
              "The memory of a process grows with every key.",
              SHARED,
              returns("isUnusedFor", Value.FALSE),
              TEST + "budgetOutlivesItsLastClientByAMinute"),
          guard(
              "the wait for a turn of a budget keeps the interrupt flag",
              "Callers further up do not learn of it.",
              LIMITS + "RequestPass",
              skips("awaitTurn", "Thread.interrupt"),
              LIMITS + "WaitingForATurnTest#waitingEndsWithTheThreadsInterruption"));

  private LimitGuards() {}
}
