package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.ledger.RecentIds;
import io.github.openhands4j.compat.internal.numbers.ReadMark;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of a V1 server and of its sandboxes. Thread-safe. */
public final class V1EventSource implements EventSource {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");
  private static final int PAGE = 100;

  /** What the agent server adds is not worth more waiting. */
  private static final Duration LIVE_LIMIT = Duration.ofSeconds(10);

  /** An agent server that did not answer is left alone, so that not each read waits for it. */
  private static final Duration LEFT_ALONE = ReadMark.ONE_FAILURE;

  /** One read of very many waits for its turn within the limit of requests a minute. */
  private static final Duration TURN = Duration.ofMinutes(1);

  private final OpenHandsClient client;
  private final Calls calls;
  private final TimeSource time;
  private final RecentIds unreachable;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Creates a source.
   *
   * @param client gives the operations
   * @param calls carries them out
   * @param time the clock
   */
  public V1EventSource(OpenHandsClient client, Calls calls, TimeSource time) {
    this.client = client;
    this.calls = calls;
    this.time = time;
    this.unreachable = new RecentIds(time, LEFT_ALONE);
  }

  @Override
  public Iterator<List<V1Event>> stored(ConversationId id, @Nullable String since) {
    return pages(
        since,
        query ->
            calls.call(
                OperationClass.READ,
                query.containsKey("page_id") ? oneOfMany() : usual(),
                times -> client.api().events().search(id, query, times)));
  }

  @Override
  public Iterator<List<V1Event>> live(AppConversation conversation, @Nullable String since) {
    boolean reachable =
        SandboxStatus.RUNNING.equals(conversation.sandboxStatus())
            && conversation.executionStatus() != null
            && !isLeftAlone(conversation.id());
    if (!reachable) {
      return Collections.emptyIterator();
    }
    try {
      AgentConversationsApi agent = client.agentServer(conversation).api().conversations();
      return new Bearable(
          conversation.id(),
          pages(
              since,
              query ->
                  calls.call(
                      OperationClass.READ,
                      Deadline.in(time, LIVE_LIMIT),
                      times -> agent.searchEvents(conversation.id(), query, times))));
    } catch (ConfigurationException refused) {
      giveUp(conversation.id(), refused);
      return Collections.emptyIterator();
    }
  }

  @Override
  public boolean isLeftAlone(ConversationId id) {
    return unreachable.contains(id);
  }

  @Override
  public List<V1Event> byIds(ConversationId id, Collection<String> eventIds) {
    return calls
        .call(
            OperationClass.READ,
            oneOfMany(),
            times -> client.api().events().batchGet(id, List.copyOf(eventIds), times))
        .stream()
        .filter(Objects::nonNull)
        .map(V1Event::of)
        .toList();
  }

  private Deadline usual() {
    return Deadline.in(time, client.options().readTimeout());
  }

  private Deadline oneOfMany() {
    return Deadline.in(time, client.options().readTimeout().plus(TURN));
  }

  private static Iterator<List<V1Event>> pages(@Nullable String since, PageRead read) {
    Map<String, Object> query = new HashMap<>(Map.of("limit", PAGE));
    if (since != null) {
      query.put("timestamp__gte", since);
    }
    Iterator<Page<Map<String, @Nullable Object>>> pages =
        new Pages<>(query, Integer.MAX_VALUE, read::page).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pages.hasNext();
      }

      @Override
      public List<V1Event> next() {
        return pages.next().items().stream().filter(Objects::nonNull).map(V1Event::of).toList();
      }
    };
  }

  private void giveUp(ConversationId id, OpenHandsException failure) {
    unreachable.add(id);
    if (!warned.getAndSet(true)) {
      LOG.warn(
          "events of running conversations may be half a minute late: their agent server cannot be"
              + " read; said once [conversation={}, failure={}]",
          id,
          failure.toString());
    }
  }

  /** Reads one page. */
  private interface PageRead {
    Page<Map<String, @Nullable Object>> page(Map<String, Object> query);
  }

  /** The agent server only adds to what is stored: its failures end its pages, not the call. */
  private final class Bearable implements Iterator<List<V1Event>> {

    private final ConversationId id;
    private final Iterator<List<V1Event>> pages;
    private boolean failed;

    Bearable(ConversationId id, Iterator<List<V1Event>> pages) {
      this.id = id;
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      return !failed && pages.hasNext();
    }

    @Override
    public List<V1Event> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        return pages.next();
      } catch (OpenHandsException failure) {
        if (OurOwnEnd.is(failure)) {
          throw failure;
        }
        failed = true;
        giveUp(id, failure);
        return List.of();
      }
    }
  }
}
