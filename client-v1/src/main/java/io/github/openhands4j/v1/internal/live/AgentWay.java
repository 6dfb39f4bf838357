package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.json.LazyPage;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a conversation's agent server. It is closed while the address is refused, and, more
 * and more seldom open, after reads that failed several times in a row. For one thread.
 */
final class AgentWay {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.live");
  private static final int MOST_FAILURES = 3;

  private final ConversationId id;
  private final LiveSource source;
  private final LiveRhythm rhythm;
  private final LiveClock clock;
  private final Consumer<OpenHandsException> told;
  private @Nullable AgentAddress address;
  private boolean refused;
  private boolean readFailed;
  private boolean warned;
  private int failures;
  private long closedNanos;
  private Duration closedFor = Duration.ZERO;

  AgentWay(
      ConversationId id,
      LiveSource source,
      LiveRhythm rhythm,
      LiveClock clock,
      Consumer<OpenHandsException> told) {
    this.id = id;
    this.source = source;
    this.rhythm = rhythm;
    this.clock = clock;
    this.told = told;
  }

  /** The agent server that is to be called now, or null if there is none or the way is closed. */
  @Nullable AgentAddress open(@Nullable AppConversation row) {
    AgentAddress found = accepted(row);
    if (!Objects.equals(found, address)) {
      address = found;
      failures = 0;
    }
    return failures < MOST_FAILURES || closedEnough() ? found : null;
  }

  private @Nullable AgentAddress accepted(@Nullable AppConversation row) {
    if (row == null || !AgentAddress.isIn(row)) {
      return null;
    }
    try {
      AgentAddress accepted = AgentAddress.of(row, source.options());
      refused = false;
      return accepted;
    } catch (ConfigurationException refusal) {
      if (!refused) {
        refused = true;
        told.accept(refusal);
        warn(refusal);
      }
      return null;
    }
  }

  private boolean closedEnough() {
    return clock.time().nanoTime() - closedNanos >= closedFor.toNanos();
  }

  /** Whether a conversation has an agent server, callable or not. */
  static boolean isNamed(@Nullable AppConversation row) {
    return row != null && AgentAddress.isIn(row);
  }

  /** The reads there; whether they fail is noted. */
  AgentEventsDoor door(AgentAddress at) {
    readFailed = true; // until the first has succeeded
    AgentEventsDoor door = source.door(at);
    return (conversation, query, times) -> {
      readFailed = true;
      LazyPage<Event> page = door.search(conversation, query, times);
      readFailed = false;
      return page;
    };
  }

  /** All there is was read. */
  void works() {
    failures = 0;
  }

  /** Something failed: true if that closes the way, so that what is stored has to do. */
  boolean closesFor(OpenHandsException failure) {
    if (!readFailed) {
      return false;
    }
    readFailed = false;
    failures++;
    if (failures < MOST_FAILURES) {
      return false;
    }
    closedNanos = clock.time().nanoTime();
    closedFor = rhythm.closed(failures - MOST_FAILURES, clock.chance().getAsDouble());
    warn(failure);
    return true;
  }

  private void warn(OpenHandsException failure) {
    if (!warned) {
      warned = true;
      LOG.warn(
          "an agent server cannot be called; live events are what the app server has stored, and"
              + " it is tried again now and then [conversation={}, failure={}]",
          id,
          failure.getMessage());
    }
  }
}
