package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Certificates;
import io.github.openhands4j.faults.stub.StubProxy;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.faults.stub.StubStarts;
import io.github.openhands4j.faults.stub.SystemProperties;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.testing.Ears;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hunt of {@link CanaryHuntTest} on the other ways that keys and texts go: messages, streams,
 * waits, live events, handshakes, proxies and files.
 */
@Timeout(60)
class CanaryWaysTest {

  private static final ConversationId ID = ConversationId.parse(StubStarts.CONVERSATION);

  /** Makes one call in a world of each fault; none of it may come out. */
  private static void hunt(Function<OpenHandsClient, Object> call) {
    try (Eavesdropper ears = new Eavesdropper()) {
      int heardBefore = 0;
      for (Map.Entry<String, Behavior> fault : CanaryHuntTest.faults().entrySet()) {
        boolean silent = fault.getKey().equals("silence");
        try (FaultWorld world =
            new FaultWorld(
                it ->
                    CanaryHuntTest.limited(CanaryHuntTest.canary(it), silent)
                        .writeTimeout(Duration.ofSeconds(1)))) {
          world.server().always(fault.getValue());
          Instant end = Instant.now().plusSeconds(silent ? 1 : 60);
          OpenHandsClient client = world.client().withOptions(options -> options.deadline(end));

          Ending ending =
              FaultWorld.ending(() -> new Ending(Ending.Kind.DONE, null, null, call.apply(client)));

          boolean harmless = !fault.getKey().matches("(echo|page) .*");
          CanaryHuntTest.search(fault.getKey(), world, ending, harmless);
          StubRequest first = world.server().requests().get(0);
          assertThat(String.join("\n", first.headers())).contains(Canaries.KEY);
          assertThat(first.body()).contains(Canaries.TEXT + "message");
        }
        String heard = ears.heard();
        Canaries.isClean("heard: " + fault.getKey(), heard.substring(heardBefore));
        heardBefore = heard.length();
      }
      assertThat(heardBefore).as("characters heard at the highest level").isPositive();
    }
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S2, SecurityRow.S3})
  void messagesShowNeitherKeyNorText() {
    hunt(client -> client.conversations().sendMessage(ID, Canaries.TEXT + "message"));
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S2, SecurityRow.S3})
  void streamsOfStartsShowNeitherKeyNorPrompt() {
    hunt(
        client ->
            client
                .conversations()
                .startStreaming(
                    CanaryHuntTest.start(),
                    state -> Canaries.isClean("a state that is told", state.toString())));
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S2, SecurityRow.S3})
  void waitsShowNeitherKeyNorPrompt() {
    Map<String, FaultWorld> worlds = new LinkedHashMap<>();
    Map<String, CompletableFuture<ConversationId>> waits = new LinkedHashMap<>();
    List<String> told = new ArrayList<>();
    try (Eavesdropper ears = new Eavesdropper()) {
      CanaryHuntTest.faults()
          .forEach(
              (name, fault) -> {
                FaultWorld world = FaultWorld.inRealTime(CanaryHuntTest::canary);
                worlds.put(name, world);
                Start start = world.client().conversations().start(CanaryHuntTest.start());
                world.server().nextTasks(fault, fault, fault);
                waits.put(
                    name,
                    start
                        .awaitReadyAsync(
                            Duration.ofMillis(1_500),
                            progress -> {
                              synchronized (told) {
                                told.add(progress.toString());
                              }
                            })
                        .toCompletableFuture());
              });
      waits.forEach(
          (name, wait) -> {
            Throwable thrown = wait.handle((id, failure) -> failure).join();
            Canaries.isClean("wait, " + name, thrown == null ? "" : Canaries.shown(thrown));
          });
      worlds.forEach(
          (name, world) ->
              assertThat(world.server().requests())
                  .as("requests of %s: the start and a read at least", name)
                  .hasSizeGreaterThan(1));
      worlds.values().forEach(FaultWorld::close);
      synchronized (told) {
        Canaries.isClean("told", told.toString());
      }
      assertThat(ears.heard()).as("at the highest level").isNotEmpty();
      Canaries.isClean("heard", ears.heard());
    } finally {
      worlds.values().forEach(FaultWorld::close);
    }
  }

  /** The key of the server, and that of the sandbox, which a socket is opened with. */
  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S2, SecurityRow.S3})
  void liveEventsShowNeitherKeyNorText() {
    try (Eavesdropper ears = new Eavesdropper();
        OpenHandsSimulator server =
            OpenHandsSimulator.builder().apiKey(Canaries.KEY).pace(Pace.manual()).start();
        OpenHandsClient client =
            OpenHandsClient.create(
                CanaryHuntTest.canary(
                        LiftedLimits.in(ClientOptions.builder()).baseUrl(server.baseUrl()))
                    .build())) {
      server.everyStart(Outcome.runningForever());
      StartRequest request =
          StartRequest.builder()
              .message(Canaries.TEXT + "message")
              .secret(Canaries.TEXT + "name", Canaries.TEXT + "secret")
              .build();
      Start start = client.conversations().start(request);
      server.advance(12);
      Conversation conversation =
          client.conversation(start.handle().conversationId()).orElseThrow();
      SimulatedConversation there = server.conversation(conversation.id().hex());
      String sessionKey = there.sandbox().orElseThrow().sessionKey();
      Ears told = new Ears();
      try (LiveEvents live = conversation.liveEvents(told)) {
        told.awaitState(LiveState.CONNECTED);
        there.events().add(saying(Canaries.TEXT + "event"));
        told.awaitEvents(1);
        server.agentServer().sockets().say("no JSON " + Canaries.TEXT + "frame");
        server.agentServer().sockets().refuse(403);
        server.agentServer().sockets().cut();
        told.await(
            "a lost connection",
            () ->
                told.states().lastIndexOf(LiveState.CONNECTING)
                    > told.states().indexOf(LiveState.CONNECTED));
        Canaries.isClean("live events", live.toString());
      }
      assertThat(sessionKey).isNotEmpty();
      assertThat(ears.heard()).doesNotContain(sessionKey);
      String errors =
          told.errors().stream()
              .map(failure -> Canaries.shown(failure) + Canaries.serialized(failure))
              .collect(Collectors.joining());
      assertThat(errors).doesNotContain(sessionKey);
      Canaries.isClean("errors", errors);
      Canaries.isClean("heard", ears.heard());
    }
  }

  private static String saying(String text) {
    return "{\"kind\":\"MessageEvent\",\"source\":\"agent\",\"llm_message\":{\"role\":\"assistant\","
        + "\"content\":[{\"type\":\"text\",\"text\":\""
        + text
        + "\"}]}}";
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S3, SecurityRow.S15})
  void handshakesThatFailShowNeitherKeyNorPrompt() {
    Certificates certificates = new Certificates();
    try (Eavesdropper ears = new Eavesdropper()) {
      for (SSLContext bad :
          List.of(
              Certificates.selfSigned(), certificates.expired(), certificates.ofAnotherHost())) {
        for (Column column : Column.values()) {
          try (FaultWorld world = new FaultWorld(StubServer.start(bad), CanaryHuntTest::canary)) {
            Ending ending = CanaryHuntTest.ask(world, column);

            assertThat(ending.thrown()).isNotNull();
            CanaryHuntTest.search("handshake, " + column, world, ending, true);
          }
        }
      }
      Canaries.isClean("heard", ears.heard());
    }
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S3, SecurityRow.S12})
  void proxiesThatRefuseAreShownNeitherKeyNorPrompt() {
    try (Eavesdropper ears = new Eavesdropper()) {
      for (int status : new int[] {403, 407, 502}) {
        for (Column column : Column.values()) {
          try (StubProxy proxy =
                  new StubProxy(
                      status, "Proxy-Authenticate: Basic realm=\"" + Canaries.KEY + "\"");
              SystemProperties properties =
                  new SystemProperties()
                      .with("https.proxyHost", "127.0.0.1")
                      .with("https.proxyPort", String.valueOf(proxy.port()))
                      .with("http.nonProxyHosts", "");
              FaultWorld world =
                  FaultWorld.at(URI.create("https://127.0.0.1:9"), CanaryHuntTest::canary)) {
            Ending ending = CanaryHuntTest.ask(world, column);

            assertThat(ending.thrown()).isNotNull();
            assertThat(properties).isNotNull();
            CanaryHuntTest.search("proxy, " + status + ", " + column, world, ending, true);
            Canaries.isClean("what the proxy was sent", proxy.requests().toString());
          }
        }
      }
      Canaries.isClean("heard", ears.heard());
    }
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S3})
  void filesOfTheJournalHoldNeitherKeyNorPrompt(@TempDir Path directory) throws IOException {
    int files = 0;
    for (Map.Entry<String, Behavior> fault : CanaryHuntTest.faults().entrySet()) {
      for (Column column : List.of(Column.START, Column.V0)) {
        Path own = directory.resolve(fault.getKey().replace(' ', '-') + column);
        boolean silent = fault.getKey().equals("silence");
        try (FaultWorld world =
            new FaultWorld(
                it ->
                    CanaryHuntTest.limited(CanaryHuntTest.canary(it), silent)
                        .journal(StartJournal.inDirectory(own)))) {
          world.server().always(fault.getValue());
          var unused = CanaryHuntTest.ask(world, column);
        }
        try (Stream<Path> written = Files.list(own)) {
          for (Path file : written.toList()) {
            files++;
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(text).contains("begun ");
            Canaries.isClean(file.getFileName() + " of " + fault.getKey(), file + text);
          }
        }
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(2 * CanaryHuntTest.faults().size());
  }
}
