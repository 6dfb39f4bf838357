package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.feign.CallView;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.ClosableTime;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.agent.AgentTransports;
import io.github.openhands4j.v1.internal.live.Bell;
import io.github.openhands4j.v1.internal.live.LiveClock;
import io.github.openhands4j.v1.internal.live.LiveRhythm;
import io.github.openhands4j.v1.internal.live.LiveSubscriptions;
import io.github.openhands4j.v1.internal.message.MessageClock;
import io.github.openhands4j.v1.internal.message.SentMessages;
import io.github.openhands4j.v1.internal.poll.OddWords;
import io.github.openhands4j.v1.internal.poll.PollReads;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.poll.Stirs;
import io.github.openhands4j.v1.internal.start.StartDriver;
import io.github.openhands4j.v1.internal.start.StreamPatience;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What all views of a client share, and what has to be closed of it. Thread-safe. */
final class ClientParts implements AutoCloseable {

  private final ClientOptions options;
  private final TimeSource time;
  private final DoubleSupplier chance;
  private final FeignClients feign;
  private final Calls calls;
  private final V1Api api;
  private final StartDriver starts;
  private final AgentTransports agents;
  private final ClientThreads starters = new ClientThreads("openhands4j-start");
  private final ClientThreads completions = new ClientThreads("openhands4j-client");
  private final ClientThreads resumptions = new ClientThreads("openhands4j-resume");
  private final ReadBudget budget;
  private final Stirs stirs = new Stirs();
  private final OddWords words = new OddWords();
  private final Map<CallView, Poller> pollers = new HashMap<>();
  private final SentMessages sentMessages;
  private final LiveSubscriptions live;
  private boolean closed;

  ClientParts(
      ClientOptions options,
      TimeSource time,
      DoubleSupplier chance,
      StreamPatience patience,
      LiveRhythm rhythm,
      Supplier<Bell> bells) {
    this.live = new LiveSubscriptions(rhythm, new LiveClock(time, chance), bells);
    this.options = options;
    this.budget = new ReadBudget(pollsPerMinute(options));
    this.time = time;
    this.chance = chance;
    this.feign = new FeignClients(options, time);
    this.calls = new Calls(options, time, chance);
    this.api = Doors.of(feign);
    this.starts =
        new StartDriver(
            api, calls, feign.mapper(), options, time, feign.serverClock(), chance, patience);
    this.agents = new AgentTransports(options, time, chance, this::stirred);
    this.sentMessages = new SentMessages(new MessageClock(time, feign.serverClock()));
  }

  ClientOptions options() {
    return options;
  }

  TimeSource time() {
    return time;
  }

  DoubleSupplier chance() {
    return chance;
  }

  FeignClients feign() {
    return feign;
  }

  Calls calls() {
    return calls;
  }

  V1Api api() {
    return api;
  }

  StartDriver starts() {
    return starts;
  }

  SentMessages sentMessages() {
    return sentMessages;
  }

  LiveSubscriptions live() {
    return live;
  }

  AgentTransports agents() {
    return agents;
  }

  ClientThreads starters() {
    return starters;
  }

  ClientThreads completions() {
    return completions;
  }

  /** The agent of a conversation was told to run, by any view and on any way. */
  void stirred(ConversationId id) {
    stirs.add(id, time.nanoTime());
  }

  /** The one that all waits with these headers share; reads of others would not find theirs. */
  synchronized Poller poller(Map<String, String> headers) {
    CallView view = new CallView(headers, null);
    Poller known = pollers.get(view);
    if (known == null) {
      V1Api reads = headers.isEmpty() ? api : reads(feign.with(options, view));
      PollReads single = new SinglePollReads(reads, options);
      known = new Poller(single, budget, stirs, words, time, resumptions);
      if (closed) {
        known.close();
      }
      pollers.put(view, known);
    }
    return known;
  }

  private static V1Api reads(FeignClients feign) {
    return V1Api.builder()
        .startTasks(feign.target(StartTasksApi.class))
        .appConversations(feign.target(AppConversationsApi.class))
        .build();
  }

  /** Polls are a part of all requests. */
  private static int pollsPerMinute(ClientOptions options) {
    return Math.min(options.pollsPerMinute(), options.requestsPerMinute());
  }

  @Override
  public void close() {
    live.close();
    synchronized (this) {
      closed = true;
      pollers.values().forEach(Poller::close);
    }
    if (time instanceof ClosableTime closable) {
      closable.close();
    }
    feign.close();
    agents.close();
    starters.close();
    completions.close();
    resumptions.close();
  }
}
