package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.PermissionDeniedException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.RecordingProxy;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.CommandAnswer;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.ManualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the V1 API is easily done wrong, each with the proof that it is not. */
class V1TrapsTest {

  private final V1World world =
      new V1World(builder -> builder.apiKey(RealServer.KEY).movingCreatedAt(false));
  private final RecordingProxy proxy = new RecordingProxy(world.server.baseUrl());
  private final ManualTime time = new ManualTime();
  private final OpenHandsClient client =
      world.client(proxy.baseUrl(), time, options -> options.apiKey(RealServer.KEY));
  private final Conversations conversations = client.conversations();

  @AfterEach
  void close() {
    world.close();
    proxy.close();
  }

  /** A client whose waits may wait. */
  private OpenHandsClient inRealTime() {
    return world.client(
        proxy.baseUrl(), TimeSource.system(), options -> options.apiKey(RealServer.KEY));
  }

  private ConversationId running() {
    return world.running(client);
  }

  private String sandboxOf(ConversationId id) {
    return world.conversation(id).sandbox().orElseThrow().id();
  }

  private void answer(String path, Disturbance disturbance) {
    world.server.disturbNext("GET", path, disturbance);
  }

  private RecordedExchange last() {
    List<RecordedExchange> all = proxy.exchanges();
    return all.get(all.size() - 1);
  }

  private List<String> requests(String method) {
    return proxy.exchanges().stream()
        .filter(said -> said.method().equals(method))
        .map(RecordedExchange::target)
        .toList();
  }

  @Test
  void trap01TaskIdIsNoConversationId() {
    Start start = conversations.start(V1World.request());
    world.settle();
    StartTaskId task = start.startTask().orElseThrow().id();
    ConversationId id = start.conversationId().orElseThrow();
    ConversationId mistaken = ConversationId.parse(task.hex());

    assertThat(task.hex()).isNotEqualTo(id.hex());
    assertThat(client.startTasks().get(task).orElseThrow().appConversationId()).isEqualTo(id);
    assertThat(client.startTasks().get(new StartTaskId(id.uuid()))).isEmpty();
    assertThat(client.api().events().count(mistaken, Map.of(), null)).isZero();
    assertThatThrownBy(() -> conversations.download(mistaken))
        .isInstanceOf(NotFoundException.class);
    assertThat(Arrays.stream(Conversations.class.getMethods()))
        .noneMatch(method -> List.of(method.getParameterTypes()).contains(StartTaskId.class));
  }

  @Test
  void trap02ConversationIsReadByTheBatchAndAWebPageIsNoAnswer() {
    ConversationId id = running();

    assertThat(conversations.get(id)).isPresent();
    assertThat(last().target()).isEqualTo("/api/v1/app-conversations?ids=" + id.hex());

    List<Runnable> reads =
        List.of(
            () -> conversations.get(id),
            () -> client.settings().get(),
            () -> client.secrets().list().iterator().next(),
            () -> conversations.readFile(id, "/a"),
            () -> conversations.download(id));
    for (Runnable read : reads) {
      answer(".*", Disturbance.notTaken().htmlPage());
      assertThatThrownBy(read::run)
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              page -> assertThat(page.code()).isEqualTo(ErrorCode.ANSWER_IS_HTML));
    }
  }

  @Test
  void trap03EachBatchHasItsParameterAndItsLimit() {
    List<ConversationId> many = Stream.generate(ConversationId::random).limit(100).toList();
    List<StartTaskId> tasks =
        Stream.generate(() -> new StartTaskId(UUID.randomUUID())).limit(100).toList();
    List<String> boxes = Stream.iterate(1, i -> i + 1).limit(100).map(i -> "s" + i).toList();

    conversations.getAll(many);
    client.startTasks().getAll(tasks);
    client.sandboxes().getAll(boxes);
    client.sandboxSpecs().get("one");

    assertThat(requests("GET").stream().map(V1TrapsTest::batch))
        .containsExactly("ids 99", "ids 1", "ids 99", "ids 1", "id 99", "id 1", "id 1");
    assertThat(proxy.exchanges()).allMatch(said -> said.status() == 200);
  }

  private static String batch(String target) {
    String[] pairs = target.substring(target.indexOf('?') + 1).split("&", -1);
    return pairs[0].replaceFirst("=.*", "") + " " + pairs.length;
  }

  @Test
  void trap04BatchesHoldNullsInTheOrderOfTheRequest() {
    ConversationId id = running();
    ConversationId nobodys = ConversationId.random();

    List<AppConversation> rows =
        client.api().appConversations().batchGet(List.of(nobodys, id, nobodys), null);

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).isNull();
    assertThat(rows.get(1).id()).isEqualTo(id);
    assertThat(rows.get(2)).isNull();
    assertThat(conversations.getAll(List.of(nobodys, id))).containsOnlyKeys(id);
  }

  @Test
  void trap05EventsAreSingularAndPendingMessagesPlural() {
    ConversationId id = running();

    client.api().events().count(id, Map.of(), null);
    assertThat(last().path()).startsWith("/api/v1/conversation/" + id.hex() + "/events");
    client.api().raw().pendingMessages().queue(id, message(), null);
    assertThat(last().path()).startsWith("/api/v1/conversations/").endsWith("/pending-messages");
    assertThat(last().status()).isEqualTo(201);
  }

  private static Map<String, Object> message() {
    return Map.of("content", List.of(Map.of("type", "text", "text", "hi")));
  }

  @Test
  void trap06PendingMessagesAreQueuedUnderTheFormsThatAreDelivered() {
    Start start = conversations.start(V1World.request());
    StartTaskId task = start.startTask().orElseThrow().id();
    ConversationId id = start.conversationId().orElseThrow();

    client.api().raw().pendingMessages().queueForStart(task, message(), null);
    client.api().raw().pendingMessages().queue(id, message(), null);

    assertThat(requests("POST").stream().skip(1))
        .containsExactly(
            "/api/v1/conversations/task-" + task.hex() + "/pending-messages",
            "/api/v1/conversations/" + id.dashed() + "/pending-messages");
  }

  @Test
  void trap07SandboxIsDeletedByTheQuery() {
    String box = sandboxOf(running());

    assertThat(client.sandboxes().delete(box)).isTrue();

    assertThat(requests("DELETE"))
        .containsExactly("/api/v1/sandboxes/" + box + "?sandbox_id=" + box);
    assertThat(client.sandboxes().get(box)).isEmpty();
    assertThat(client.sandboxes().delete(box)).isFalse();
  }

  @Test
  void trap08MessageSaysItselfWhetherItRuns() {
    ConversationId id = running();
    String start = proxy.exchanges().get(0).requestBody();
    assertThat(start).contains("initial_message").doesNotContain("\"run\"");
    assertThat(world.conversation(id).executionStatus()).contains("running"); // all the same
    AppConversation read = conversations.get(id).orElseThrow();
    AppSendMessageRequest silent = message(null);

    // the servers' defaults are each other's opposites
    assertThat(runsAfter(id, () -> conversations.sendMessage(id, silent))).isTrue();
    assertThat(last().requestBody()).doesNotContain("\"run\"");
    var agent = client.agentServer(read).api().conversations();
    assertThat(runsAfter(id, () -> agent.sendMessage(id, silent, null))).isFalse();

    // what is said counts on both, and a text always says it
    AppSendMessageRequest quiet = message(false);
    assertThat(runsAfter(id, () -> conversations.sendMessage(id, quiet))).isFalse();
    AppSendMessageRequest loud = message(true);
    assertThat(runsAfter(id, () -> agent.sendMessage(id, loud, null))).isTrue();
    assertThat(runsAfter(id, () -> conversations.sendMessage(id, "hi"))).isTrue();
    assertThat(last().requestBody()).contains("\"run\":true");
  }

  private static AppSendMessageRequest message(@Nullable Boolean run) {
    return AppSendMessageRequest.builder()
        .role("user")
        .content(List.of(TextContent.of("?")))
        .run(run)
        .build();
  }

  private boolean runsAfter(ConversationId id, Runnable message) {
    world.conversation(id).setStatus("idle");
    message.run();
    world.server.advance();
    return world.conversation(id).executionStatus().orElseThrow().equals("running");
  }

  @Test
  void trap09TitleAndPublicAreChangedAfterTheStart() {
    assertThat(Arrays.stream(StartRequestBuilder.class.getMethods()).map(m -> m.getName()))
        .doesNotContain("title", "isPublic");
    ConversationId id = running();

    AppConversation changed =
        conversations.update(
            id, AppConversationUpdateRequest.builder().title("Mine").isPublic(true).build());
    world.conversation(id).giveAutomaticTitle("The server's");

    assertThat(changed.title()).isEqualTo("Mine");
    assertThat(conversations.get(id).orElseThrow().title()).isEqualTo("The server's");
    conversations.update(id, AppConversationUpdateRequest.builder().title("Mine").build());
    assertThat(conversations.get(id).orElseThrow().title()).isEqualTo("Mine");
  }

  @Test
  void trap13StreamThatEndsProperlyWithoutAnEndIsPolled() {
    world.server.disturbNext(
        "POST", ".*/stream-start", Disturbance.taken().cutTo(1_500)); // the HTTP body is whole

    Start start = inRealTime().conversations().startStreaming(V1World.request(), task -> {});

    assertThat(start.awaitReady(V1World.LONG)).isEqualTo(start.conversationId().orElseThrow());
    assertThat(world.server.journal().count("POST", ".*/stream-start")).isEqualTo(1);
  }

  @Test
  void trap25EmptyFileProvesNothingAndTextComesWithoutQuotes() {
    ConversationId id = running();
    world.server.sandbox(sandboxOf(id)).workspace().put("a.txt", "say \"hi\"\n");

    assertThat(conversations.readFile(id, SimulatedWorkspace.ROOT + "/a.txt"))
        .isEqualTo("say \"hi\"\n");
    assertThat(conversations.readFile(id, SimulatedWorkspace.ROOT + "/none")).isEmpty();
    assertThat(conversations.readFile(ConversationId.random(), "/a")).isEmpty();
    AppConversation read = conversations.get(id).orElseThrow();
    assertThatThrownBy(() -> client.agentServer(read).download(SimulatedWorkspace.ROOT + "/none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void trap26OlderAgentServersAreAskedInTheirForm() throws Exception {
    try (V1World old = new V1World(builder -> builder.agentServerAge(AgentServerAge.PATH_STYLE))) {
      OpenHandsClient there = old.client();
      ConversationId id = old.running(there);
      old.conversation(id).sandbox().orElseThrow().workspace().put("a.txt", "old");
      AppConversation read = there.conversations().get(id).orElseThrow();

      try (StreamedAnswer file =
          there.agentServer(read).download(SimulatedWorkspace.ROOT + "/a.txt")) {
        assertThat(file.body().readAllBytes()).asString().isEqualTo("old");
      }
    }
  }

  @Test
  void trap27DiffIsTwoWholeTexts() {
    ConversationId id = running();
    SimulatedWorkspace files = world.server.sandbox(sandboxOf(id)).workspace();
    files.gitChange("app", "UPDATED", "a.txt", "one\ntwo\n", "one\n2\n");

    GitDiff diff = conversations.gitDiff(id, SimulatedWorkspace.ROOT + "/app/a.txt", null);

    assertThat(diff.original()).isEqualTo("one\ntwo\n");
    assertThat(diff.modified()).isEqualTo("one\n2\n");
    AppConversation read = conversations.get(id).orElseThrow();
    assertThat(
            inRealTime()
                .agentServer(read)
                .run("ls", SimulatedWorkspace.ROOT, Duration.ofSeconds(20))
                .exitCode())
        .isZero(); // a command takes the place of a listing
  }

  @Test
  void trap28WholeOutputOfACommandIsRead() {
    ConversationId id = running();
    String line = "0123456789".repeat(400) + "\n";
    world
        .server
        .sandbox(sandboxOf(id))
        .workspace()
        .answer(
            "build",
            CommandAnswer.exit(0, Collections.nCopies(30, line.repeat(10)).toArray(String[]::new)));
    AppConversation read = conversations.get(id).orElseThrow();

    String said =
        inRealTime()
            .agentServer(read)
            .run("build", SimulatedWorkspace.ROOT, Duration.ofSeconds(20))
            .stdout();

    assertThat(said).hasSize(300 * line.length());
  }

  @Test
  void trap29RefusedKeyIsKeptAndTriedAgainByTheNextCall() {
    answer("/api/v1/settings", Disturbance.notTaken().answer(401));

    assertThatThrownBy(() -> client.settings().get()).isInstanceOf(UnauthorizedException.class);

    assertThat(client.settings().get()).isPresent();
    assertThat(last().requestHeaders()).containsEntry("authorization", RecordedExchange.RIGHT);
  }

  @Test
  void trap30ForbiddenGitSaysThatNoProviderIsConnected() {
    assertThatThrownBy(() -> client.git().suggestedTasks().iterator().next())
        .isInstanceOfSatisfying(
            PermissionDeniedException.class,
            error ->
                assertThat(error.serverMessage().orElseThrow())
                    .contains("Git provider token required"));
    assertThat(client.settings().get()).isPresent();

    world.server.account().connect("gitlab", "fake-token");
    assertThatThrownBy(() -> client.git().installations(ProviderType.GITHUB).iterator().next())
        .hasMessageContaining("no git provider is connected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "application/json; {\"detail\":\"words\"}; words",
        "application/json; {\"detail\":[{\"loc\":[\"query\",\"limit\"],\"msg\":\"too big\",\"input\":\"fake-secret\"}]}; query.limit: too big",
        "application/json; {\"detail\":{\"message\":\"words\",\"refs\":[]}}; words",
        "application/json; {\"detail\":\"words\",\"retryable\":true}; words",
        "application/json; {\"error\":\"words\"}; words",
        "application/json; {\"error\":\"words\",\"keys\":[\"a\"]}; words",
        "application/json; {\"message\":\"words\"}; words",
        "application/json; \"words\"; words",
        "text/plain; words; words",
        "application/json; {\"detail\":\"words\",\"exception\":\"more\",\"error_id\":\"e\"}; words",
      })
  void trap31ErrorsAreUnderstoodInAllTheirShapes(String type, String body, String words) {
    answer("/api/v1/settings", Disturbance.notTaken().answer(400, type, body));

    assertThatThrownBy(() -> client.settings().get())
        .isInstanceOfSatisfying(
            ApiException.class,
            error -> {
              assertThat(error.serverMessage()).contains(words);
              assertThat(error.body()).isEqualTo(body);
            })
        .message()
        .doesNotContain("fake-secret");
  }

  @Test
  void trap32LimitedCallIsRepeatedWithAndWithoutATimeToWait() {
    Disturbance limited =
        Disturbance.notTaken()
            .answer(429, "application/json", "{\"message\":\"Too many requests\"}");
    answer("/api/v1/settings", limited);
    answer("/api/v1/settings", limited.retryAfter("3"));

    assertThat(client.settings().get()).isPresent();

    assertThat(proxy.exchanges())
        .extracting(RecordedExchange::status)
        .containsExactly(429, 429, 200);
    assertThat(time.sleeps()).hasSize(2).last().isEqualTo(Duration.ofSeconds(3));
    assertThat(time.sleeps().get(0)).isPositive();
  }

  @Test
  void trap35EchoedSecretsAreMaskedAndStay() {
    Start start =
        conversations.start(
            StartRequest.builder().message("hi").secret("TOKEN", "fake-secret-value").build());

    AppConversationStartTask task = start.startTask().orElseThrow();
    Secret masked =
        Objects.requireNonNull(Objects.requireNonNull(task.request()).secrets().get("TOKEN"));
    assertThat(masked.reveal()).isEqualTo("**********");
    assertThat(proxy.exchanges().get(0).requestBody()).contains("fake-secret-value");
    assertThat(task.toString()).doesNotContain("fake-secret-value", "**********");
  }

  @Test
  void trap36ChangeHoldsWhatWasSetAndNothingElse() {
    ConversationId id = running();

    conversations.update(id, AppConversationUpdateRequest.builder().title(null).build());
    assertThat(last().requestBody()).isEqualTo("{\"title\":null}");
    conversations.update(id, AppConversationUpdateRequest.builder().isPublic(false).build());
    assertThat(last().requestBody()).isEqualTo("{\"public\":false}");
    assertThat(conversations.get(id).orElseThrow().title()).isNull();
    conversations.update(
        id, AppConversationUpdateRequest.builder().set("new_field", null).set("n", 1).build());
    assertThat(last().requestBody()).isEqualTo("{\"new_field\":null,\"n\":1}");
  }

  @Test
  void trap37CountHasChildrenThatASearchHidesUnlessAsked() {
    family(
        id -> {
          assertThat(conversations.count(ConversationQuery.all())).isEqualTo(2);
          assertThat(conversations.list(ConversationQuery.all()).stream()).hasSize(1);
          assertThat(
                  conversations
                      .list(ConversationQuery.builder().includeSubConversations(true).build())
                      .stream())
              .hasSize(2);
        });
  }

  @Test
  void trap38ChildrenAreToldByTheBatchOnly() {
    family(
        id -> {
          assertThat(conversations.list(ConversationQuery.all()).iterator().next())
              .satisfies(row -> assertThat(row.subConversationIds()).isEmpty());
          assertThat(conversations.get(id).orElseThrow().subConversationIds()).hasSize(1);
        });
  }

  private void family(Consumer<ConversationId> look) {
    ConversationId parent = running();
    conversations.start(
        StartRequest.builder().message("a part of it").parentConversationId(parent).build());
    world.settle();
    look.accept(parent);
  }

  @Test
  void trap39RepositoryIsAFolderOfTheWorkingDirectory() {
    ConversationId id = running();
    world
        .server
        .sandbox(sandboxOf(id))
        .workspace()
        .gitChange("app", "ADDED", "a.txt", null, "new\n");

    assertThat(conversations.gitChanges(id, SimulatedWorkspace.ROOT, null)).isEmpty();
    assertThat(conversations.gitChanges(id, SimulatedWorkspace.ROOT + "/app", null))
        .singleElement()
        .satisfies(change -> assertThat(change.path()).isEqualTo("a.txt"));
  }
}
