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
import io.github.openhands4j.testing.LiftedLimits;
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
  private final Supplier<OpenHandsClient> maker;
  private final TimeSource used;
  private @Nullable OpenHandsClient client;
  private @Nullable OpenHandsV0Client v0;
  private final AtomicInteger asked = new AtomicInteger();

  /** A world in which all is well. */
  public FaultWorld() {
    this(options -> options);
  }

  /**
   * A world with other options.
   *
   * @param setUp changes the clients' options
   */
  public FaultWorld(UnaryOperator<ClientOptionsBuilder> setUp) {
    this(StubServer.start(), setUp);
  }

  /**
   * A world with a server of its own kind.
   *
   * @param server the server, closed with the world
   * @param setUp changes the clients' options
   */
  public FaultWorld(StubServer server, UnaryOperator<ClientOptionsBuilder> setUp) {
    this(server, server.baseUrl(), setUp);
  }

  /**
   * A world whose waits poll.
   *
   * @return a world with the machine's time
   */
  public static FaultWorld inRealTime() {
    return new FaultWorld(TimeSource.system());
  }

  /**
   * A world whose waits poll.
   *
   * @param setUp changes the clients' options
   * @return a world with the machine's time
   */
  public static FaultWorld inRealTime(UnaryOperator<ClientOptionsBuilder> setUp) {
    return new FaultWorld(
        StubServer.start(),
        null,
        TimeSource.system(),
        options -> setUp.apply(options.pollsPerMinute(600)));
  }

  /** A world whose waits poll, in a time that tests can move. */
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
    this.used = clock == null ? time : clock;
    ClientOptions options =
        setUp
            .apply(
                LiftedLimits.in(
                    ClientOptions.builder()
                        .baseUrl(address == null ? server.baseUrl() : address)
                        .apiKey(KEY)))
            .build();
    maker = () -> new DefaultOpenHandsClient(options, used, () -> 0.5);
  }

  /**
   * Clients of another address than the server's.
   *
   * @param address what the clients are pointed at
   * @param setUp changes their options
   * @return a world whose server nobody talks to
   */
  public static FaultWorld at(URI address, UnaryOperator<ClientOptionsBuilder> setUp) {
    return new FaultWorld(StubServer.start(), address, setUp);
  }

  /**
   * The server.
   *
   * @return the server of this world
   */
  public StubServer server() {
    return server;
  }

  ManualTime time() {
    return time;
  }

  /**
   * The V1 client.
   *
   * @return the client of reads and starts
   */
  public synchronized OpenHandsClient client() {
    OpenHandsClient made = client == null ? maker.get() : client;
    client = made;
    return made;
  }

  /**
   * The V0 client.
   *
   * @return the client of creates, through the adapter
   */
  public synchronized OpenHandsV0Client v0() {
    OpenHandsV0Client made = v0;
    if (made == null) {
      made =
          new V1Backend(
              maker.get(),
              CompatOptions.builder().build(),
              new V0BackendInfo("v1", "test", "here"),
              used);
      v0 = made;
    }
    return made;
  }

  /**
   * Makes the call of a column: a read, a start, a create, each with a request of its own.
   *
   * @param column which call
   * @return how it ended
   */
  public Ending ask(Column column) {
    String prompt = "Fix the README, take " + asked.incrementAndGet();
    return switch (column) {
      case GET -> ending(this::get);
      case START -> ending(() -> start(StartRequest.builder().message(prompt).build()));
      case V0 ->
          ending(() -> create(CreateConversationRequest.builder().initialUserMsg(prompt).build()));
    };
  }

  /**
   * Makes a call.
   *
   * @param call the call
   * @return how it ended
   */
  public static Ending ending(Supplier<Ending> call) {
    try {
      return call.get();
    } catch (RuntimeException thrown) {
      return Ending.of(thrown);
    }
  }

  private Ending get() {
    Optional<AppConversation> row =
        client().conversations().get(ConversationId.parse(StubStarts.CONVERSATION));
    return Ending.done(row.map(it -> it.id().hex()).orElse(null), false, row);
  }

  /**
   * Starts a conversation.
   *
   * @param message what it is to do
   * @return how it ended, if not by an exception
   */
  public Ending startNamed(String message) {
    return start(StartRequest.builder().message(message).build());
  }

  /**
   * Starts a conversation.
   *
   * @param request what it is to do
   * @return how it ended, if not by an exception
   */
  public Ending start(StartRequest request) {
    Start start = client().conversations().start(request);
    return Ending.done(
        start.conversationId().map(ConversationId::hex).orElse(null), start.recovered(), start);
  }

  /**
   * Creates a conversation through the V0 client.
   *
   * @param request what it is to do
   * @return how it ended, if not by an exception
   */
  public Ending create(CreateConversationRequest request) {
    CreateConversationResponse created = v0().createConversation(request);
    return Ending.done(created.conversationId(), false, created);
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (v0 != null) {
      v0.close();
    }
    server.close();
  }
}
