package io.github.openhands4j.faults;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.faults.stub.StubStarts;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A server that does what tests tell it, and the clients of it. Their pauses pass at once. */
public final class FaultWorld implements AutoCloseable {

  /** The key of all clients. */
  public static final String KEY = "sk-test-not-a-key";

  private final StubServer server;
  private final ManualTime time = new ManualTime();
  private final OpenHandsClient client;
  private final OpenHandsV0Client v0;
  private final AtomicInteger asked = new AtomicInteger();

  FaultWorld() {
    this(options -> options);
  }

  FaultWorld(UnaryOperator<ClientOptionsBuilder> setUp) {
    this(StubServer.start(), setUp);
  }

  FaultWorld(StubServer server, UnaryOperator<ClientOptionsBuilder> setUp) {
    this(server, server.baseUrl(), setUp);
  }

  /** A world whose waits poll. */
  FaultWorld(TimeSource clock) {
    this(StubServer.start(), null, clock, options -> options.pollsPerMinute(600));
  }

  private FaultWorld(StubServer server, URI address, UnaryOperator<ClientOptionsBuilder> setUp) {
    this(server, address, null, setUp);
  }

  private FaultWorld(
      StubServer server,
      @Nullable URI address,
      @Nullable TimeSource clock,
      UnaryOperator<ClientOptionsBuilder> setUp) {
    this.server = server;
    TimeSource used = clock == null ? time : clock;
    URI baseUrl = address == null ? server.baseUrl() : address;
    ClientOptions options =
        setUp.apply(ClientOptions.builder().baseUrl(baseUrl).apiKey(KEY)).build();
    client = new DefaultOpenHandsClient(options, used, () -> 0.5);
    v0 =
        new V1Backend(
            new DefaultOpenHandsClient(options, used, () -> 0.5),
            CompatOptions.builder().build(),
            new V0BackendInfo("v1", "test", "here"),
            used);
  }

  /** Clients of another address than the server's. */
  static FaultWorld at(URI address, UnaryOperator<ClientOptionsBuilder> setUp) {
    return new FaultWorld(StubServer.start(), address, setUp);
  }

  StubServer server() {
    return server;
  }

  ManualTime time() {
    return time;
  }

  OpenHandsClient client() {
    return client;
  }

  OpenHandsV0Client v0() {
    return v0;
  }

  /** Makes the call of a column: a read, a start, a create, each with a request of its own. */
  Ending ask(Column column) {
    String prompt = "Fix the README, take " + asked.incrementAndGet();
    return switch (column) {
      case GET -> ending(this::get);
      case START -> ending(() -> start(StartRequest.builder().message(prompt).build()));
      case V0 ->
          ending(() -> create(CreateConversationRequest.builder().initialUserMsg(prompt).build()));
    };
  }

  static Ending ending(Supplier<Ending> call) {
    try {
      return call.get();
    } catch (RuntimeException thrown) {
      return Ending.of(thrown);
    }
  }

  private Ending get() {
    Optional<AppConversation> row =
        client.conversations().get(ConversationId.parse(StubStarts.CONVERSATION));
    return Ending.done(row.map(it -> it.id().hex()).orElse(null), false, row);
  }

  Ending start(StartRequest request) {
    Start start = client.conversations().start(request);
    return Ending.done(
        start.conversationId().map(ConversationId::hex).orElse(null), start.recovered(), start);
  }

  private Ending create(CreateConversationRequest request) {
    CreateConversationResponse created = v0.createConversation(request);
    return Ending.done(created.conversationId(), false, created);
  }

  @Override
  public void close() {
    client.close();
    v0.close();
    server.close();
  }
}
