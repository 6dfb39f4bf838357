package io.github.openhands4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationListQueryBuilder;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.simulator.AgentStep;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SandboxStatus;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oddities of V0 that the adapter has to decide about, each as it shows them on V1. */
class AdapterTrapsTest extends TrapsContract {

  @Override
  protected V0World newWorld() {
    return new AdapterWorld(CompatOptions.builder().build());
  }

  private OpenHandsSimulator server() {
    return ((AdapterWorld) world()).server();
  }

  private static Event newest(OpenHandsV0Client client, String id) {
    return client
        .events()
        .listEvents(id, EventQuery.builder().reverse(true).limit(1).build())
        .events()
        .get(0);
  }

  private static @Nullable Object stateOf(Event event) {
    return event.extras() == null ? null : event.extras().get("agent_state");
  }

  private static ConversationListQueryBuilder inRepository() {
    return ConversationListQuery.builder().limit(1).selectedRepository(V0World.REPOSITORY);
  }

  private String createdInRepository() {
    return client()
        .createConversation(
            CreateConversationRequest.builder().repository(V0World.REPOSITORY).build())
        .conversationId();
  }

  @Test
  @Trap(2)
  void createAnswersTwoStatusesNeitherOfWhichIsItsEnd() {
    var made = client().createConversation(CreateConversationRequest.builder().build());

    assertThat(made.status()).isEqualTo("ok");
    assertThat(made.message()).isNull();
    assertThat(made.conversationStatus()).isEqualTo(ConversationStatus.STARTING);
    world().settle();
    assertThat(get(made.conversationId()).status()).isEqualTo(ConversationStatus.RUNNING);
  }

  @Test
  @Trap(4)
  void runningDoesNotMeanWorkingUnlessTheStatusTellsTheEndAndTheNewestStateAlwaysDoes() {
    String id = world().running();
    world().finishRun(id, "Done");
    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
    assertThat(stateOf(newest(client(), id))).isEqualTo("finished");

    try (AdapterWorld asV0 =
        new AdapterWorld(CompatOptions.builder().completion(Completion.AS_V0).build())) {
      String other = asV0.running();
      asV0.finishRun(other, "Done");

      assertThat(asV0.client().getConversation(other).orElseThrow().status())
          .isEqualTo(ConversationStatus.RUNNING);
      assertThat(stateOf(newest(asV0.client(), other))).isEqualTo("finished");
    }
  }

  @Test
  @Trap(5)
  void repositoryOutOfReachEndsInErrorOrIs401WithATextWhichIsNoBadKey() {
    CreateConversationRequest request =
        CreateConversationRequest.builder().repository(world().deniedRepository()).build();
    String id = client().createConversation(request).conversationId();
    world().settle();
    assertThat(get(id).status()).isEqualTo(ConversationStatus.ERROR);

    CompatOptions waits = CompatOptions.builder().createWait(Duration.ofSeconds(20)).build();
    try (AdapterWorld waiting = AdapterWorld.inRealTime(waits)) {
      waiting.server().nextStart(Outcome.missingGitCredentials().startPace(Pace.perRead(1)));

      V0Exception refused = failureOf(() -> waiting.client().createConversation(request));

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo("\"Unable to access repo octo/denied\"");
      assertThat(waiting.startsSeen()).isEqualTo(1);
    }
  }

  @Test
  @Trap(6)
  void unauthorizedIsSpelledAsTheCloudSpeltItAndOtherwiseForAGitProvider() {
    String id = world().unknownId();
    List<V0Exception> refusals =
        List.of(
            failureOf(() -> world().clients().withoutKey().getConversation(id)),
            failureOf(() -> world().clients().withWrongKey().getConversation(id)));
    V0Exception noProvider = failureOf(() -> client().user().info());

    assertThat(refusals)
        .allSatisfy(
            refused -> {
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.body()).isEqualTo("{\"error\":\"NoCredentialsError\"}");
            });
    assertThat(noProvider.status()).isEqualTo(401);
    assertThat(noProvider.body()).matches("\"[^\"{]+\"");
  }

  @Test
  @Trap(7)
  void serverErrorsAreTextOrAPageAndAPageWithSuccessIsNoAnswer() {
    String id = world().running();
    String config = "/api/v1/app-conversations";
    List.of("application/json", "text/plain", "text/html")
        .forEach(
            type ->
                server()
                    .disturbNext(
                        "PATCH",
                        ".*",
                        Disturbance.notTaken().answer(500, type, "\"of " + type + "\"")));

    assertThat(
            List.of(
                failureOf(() -> client().updateConversation(id, "t")).body(),
                failureOf(() -> client().updateConversation(id, "t")).body(),
                failureOf(() -> client().updateConversation(id, "t")).body()))
        .containsExactly("\"of application/json\"", "\"of text/plain\"", "\"of text/html\"");
    server().disturbNext("GET", config, Disturbance.notTaken().htmlPage());
    V0Exception page = failureOf(() -> client().runtimes().config(id));
    assertThat(page).isExactlyInstanceOf(V0Exception.class);
    assertThat(page.code()).isEqualTo(ErrorCode.ANSWER_IS_HTML);
  }

  @Test
  @Trap(8)
  void keysMayBeMissingAndWordsMayBeNew() {
    String id = world().running();
    String row =
        "[{\"id\":\"%s\",\"sandbox_status\":\"RUNNING\",\"execution_status\":\"dreaming\","
            + "\"trigger\":\"smoke_signal\",\"selected_branch\":null,\"novelty\":{\"n\":1}}]";
    server()
        .disturbNext(
            "GET",
            "/api/v1/app-conversations",
            Disturbance.notTaken().answer(200, "application/json", row.formatted(id)));

    ConversationInfo odd = get(id);

    assertThat(odd.status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(Objects.requireNonNull(odd.trigger()).value()).isEqualTo("smoke_signal");
    assertThat(odd.title()).isEqualTo("Conversation " + id.substring(0, 5));
    assertThat(odd.prNumber()).isEmpty();
    assertThat(odd.selectedBranch()).isNull();
    assertThat(odd.conversationVersion()).isEqualTo("V1");
  }

  @Test
  @Trap(9)
  void createSendsWhatV1KnowsUnderItsOwnNames() {
    String id =
        client()
            .createConversation(
                CreateConversationRequest.builder()
                    .repository(V0World.REPOSITORY)
                    .initialUserMsg("Fix it")
                    .conversationInstructions("Be brief")
                    .build())
            .conversationId();

    JsonNode sent = server().startTasks().get(0).request();
    assertThat(sent.path("conversation_id").asText().replace("-", "")).isEqualTo(id);
    assertThat(sent.path("selected_repository").asText()).isEqualTo(V0World.REPOSITORY);
    assertThat(sent.path("initial_message").path("content").path(0).path("text").asText())
        .isEqualTo("Fix it");
    assertThat(sent.path("system_message_suffix").asText()).isEqualTo("Be brief");
    assertThat(List.of("repository", "initial_user_msg", "conversation_instructions"))
        .noneMatch(sent::has);
  }

  @Test
  @Trap(10)
  void startTakesProvidersThatV1SetsUpItselfAndStopTakesNothing() {
    String id = world().stopped();
    long pauses = server().journal().count("POST", ".*/pause");

    client().startConversation(id, List.of(ProviderType.GITHUB, ProviderType.of("nosuch")));
    world().settle();
    client().startConversation(id, List.of());

    assertThat(pauses).isEqualTo(1);
    assertThat(server().journal().count("POST", ".*/resume")).isEqualTo(1);
    assertThat(server().journal().count("POST", ".*git-providers.*")).isZero();
  }

  @Test
  @Trap(12)
  void timesOfEventsHaveNoZoneAndThoseOfConversationsDo() {
    String id = world().running();
    server()
        .conversation(id)
        .events()
        .add("{\"kind\":\"PauseEvent\",\"source\":\"user\",\"timestamp\":\"2030-01-01T00:00:00\"}");

    assertThat(events(id))
        .allSatisfy(
            event ->
                assertThat(event.timestamp())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?"))
        .last()
        .extracting(Event::timestamp)
        .isEqualTo("2030-01-01T00:00:00");
    assertThat(get(id).createdAt()).isNotNull();
    assertThat(get(id).lastUpdatedAt()).isNotNull();
  }

  @Test
  @Trap(14)
  void successIsOfCommandsOnlyEditsKeepTheirCacheAndTheTimeoutStandsBesideTheArguments() {
    server()
        .nextStart(
            Outcome.finished()
                .doing(
                    AgentStep.terminal("sleep 9", "", -1),
                    AgentStep.createFile("/workspace/project/a", "one x two"),
                    AgentStep.editFile("/workspace/project/a", "x", "y")));
    String id = world().running();
    server()
        .conversation(id)
        .events()
        .add(
            "{\"kind\":\"ActionEvent\",\"source\":\"agent\",\"thought\":[],\"tool_name\":\"terminal\","
                + "\"tool_call_id\":\"call_9\",\"action\":{\"kind\":\"TerminalAction\","
                + "\"command\":\"sleep\",\"is_input\":false,\"timeout\":120.0}}");
    List<Event> events = events(id);

    assertThat(events)
        .filteredOn(event -> "run".equals(event.observation()))
        .singleElement()
        .extracting(Event::success)
        .isEqualTo(false);
    assertThat(events)
        .filteredOn(event -> event.success() != null)
        .extracting(Event::observation)
        .containsOnly("run");
    assertThat(events)
        .filteredOn(event -> "edit".equals(event.observation()))
        .last()
        .satisfies(
            edit -> {
              assertThat(edit.extras()).containsKey("_diff_cache");
              assertThat(edit.extras())
                  .containsEntry("old_content", "x")
                  .containsEntry("new_content", "y");
            });
    assertThat(events)
        .filteredOn(event -> "run".equals(event.action()))
        .last()
        .satisfies(
            run -> {
              assertThat(run.timeout()).isEqualTo(120.0);
              assertThat(run.args()).doesNotContainKey("timeout");
            });
  }

  @Test
  @Trap(16)
  void pagesOfTheListAreCleanAndTheirTokenIsTheOneOfTwoHalves() {
    List<String> wanted = List.of(createdInRepository(), createdInRepository());
    world().settle();
    world().running(); // newer, and not of the repository

    var first = client().listConversations(inRepository().build());
    String token = Objects.requireNonNull(first.nextPageId());
    var second = client().listConversations(inRepository().pageId(token).build());

    assertThat(first.results()).hasSize(1);
    assertThat(Stream.of(first, second).flatMap(page -> page.results().stream()))
        .extracting(ConversationInfo::conversationId)
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(new String(Base64.getDecoder().decode(token), UTF_8))
        .matches("\\{\"v0\": null, \"v1\": \".+\"}");
  }

  @Test
  @Trap(17)
  void tokenOfAnOlderReleaseIsRefusedAndNeverMade() {
    createdInRepository();
    createdInRepository();
    world().settle();

    String own = client().listConversations(inRepository().build()).nextPageId();
    var refused =
        failureOf(
            () ->
                client().listConversations(ConversationListQuery.builder().pageId("MjA=").build()));

    assertThat(new String(Base64.getDecoder().decode(Objects.requireNonNull(own)), UTF_8))
        .doesNotMatch("\\d+");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).isEqualTo("{\"detail\":\"Invalid page_id\"}");
  }

  @Test
  @Trap(18)
  void dashedIdIsTheSameConversationAndAnswersAreWithoutDashes() {
    String id = world().running();
    String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    assertThat(get(dashed).conversationId()).isEqualTo(id);
    assertThat(client().updateConversation(dashed, "Mine")).isTrue();
    assertThat(get(id).title()).isEqualTo("Mine");
    assertThat(client().deleteConversation(dashed)).isTrue();
    assertThat(client().getConversation(id)).isEmpty();
  }

  @Test
  @Trap(19)
  void imagesArriveTheProviderStaysNullUnlessGivenAndTheBranchIsAsGiven() {
    String id =
        client()
            .createConversation(
                CreateConversationRequest.builder()
                    .repository(V0World.REPOSITORY)
                    .selectedBranch("no-such-branch")
                    .initialUserMsg("Look")
                    .imageUrls(List.of("data:image/png;base64,AA=="))
                    .build())
            .conversationId();
    world().settle();

    assertThat(get(id).gitProvider()).isNull();
    assertThat(get(id).selectedBranch()).isEqualTo("no-such-branch");
    assertThat(client().events().listEvents(id, EventQuery.oldest()).events())
        .filteredOn(event -> "message".equals(event.action()))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.args())
                    .containsEntry("image_urls", List.of("data:image/png;base64,AA==")));
  }

  @Test
  @Trap(20)
  void conversationThatFailsForItsModelsKeyIsLeftBehindAndShowsIt() {
    server().nextStart(Outcome.error("LLMAuthenticationError", "the key was refused"));

    String id = world().running();

    assertThat(client().listConversations(ConversationListQuery.firstPage()).results())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.conversationId()).isEqualTo(id);
              assertThat(row.status()).isEqualTo(ConversationStatus.ERROR);
            });
    assertThat(newest(client(), id).extras())
        .containsEntry("reason", "LLMAuthenticationError: the key was refused");
  }

  @Test
  @Trap(21)
  void addressAndKeyOfTheRuntimeAreThoseOfTheAgentServerWhileItRuns() {
    String id = world().running();

    assertThat(get(id).url()).startsWith(server().agentServer().baseUrl() + "/api/conversations/");
    assertThat(get(id).sessionApiKey()).isNotNull();
    client().stopConversation(id);
    assertThat(get(id).url()).isNull();
    assertThat(get(id).sessionApiKey()).isNull();
  }

  @Test
  @Trap(22)
  void filesAndChangesAnswerOtherwiseThanTheirDescriptionSays() {
    try (AdapterWorld real = AdapterWorld.inRealTime(CompatOptions.builder().build())) {
      String id = real.running();
      String withRepository = real.withRepository();
      real.changeFile(withRepository, "app/gone.txt", "old", null);
      OpenHandsV0Client client = real.client();

      assertThat(failureOf(() -> client.files().selectFile(id, "nowhere")).status()).isEqualTo(500);
      var gone = client.git().diff(withRepository, "app/gone.txt"); // on which V0 broke down
      assertThat(gone.original()).isEqualTo("old");
      assertThat(gone.modified()).isNullOrEmpty();
      assertThat(client.git().changes(id)).isEmpty();
      var uploaded =
          client.files().uploadFiles(id, List.of(FileUpload.of("a.txt", "a".getBytes(UTF_8))));
      assertThat(uploaded.uploadedFiles()).containsExactly("/workspace/project/a.txt");
      assertThat(uploaded.skippedFiles()).isEmpty();
    }
  }

  @Test
  @Trap(23)
  void modelsAreAFlatListOfNames() {
    server().account().addModel("openai", "gpt-test", true);

    assertThat(client().options().models())
        .contains("openai/gpt-test")
        .allMatch(name -> name.matches("[^\\s{\\[\"]+"));
    assertThat(failureOf(() -> world().clients().withoutKey().options().models()).status())
        .isEqualTo(401);
  }

  @Test
  @Trap(24)
  void rateLimitThatNamesNoTimeOrNoneAtAllIsWaitedForAllTheSame() {
    String id = world().running();
    String rows = "/api/v1/app-conversations";
    long before = server().journal().count("GET", rows);
    int rested = ((AdapterWorld) world()).time().sleeps().size();
    String limited = "{\"error\":\"Rate limit exceeded: 10 per 1 second\"}";
    server()
        .disturbNext(
            "GET",
            rows,
            Disturbance.notTaken().answer(429, "application/json", limited).retryAfter("0"));
    server()
        .disturbNext("GET", rows, Disturbance.notTaken().answer(429, "application/json", limited));

    assertThat(get(id).conversationId()).isEqualTo(id);

    List<Duration> rests = ((AdapterWorld) world()).time().sleeps();
    assertThat(server().journal().count("GET", rows)).isEqualTo(before + 3);
    assertThat(rests.subList(rested, rests.size()))
        .hasSize(2)
        .allSatisfy(rest -> assertThat(rest).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  @Trap(25)
  void readsDoNotWakeTheAgent() {
    String id = world().stopped();
    long posts = server().journal().count("POST", ".*");

    client().events().listEvents(id, EventQuery.oldest());
    try (Stream<Event> all = client().events().trajectory(id)) {
      assertThat(all).isNotEmpty();
    }
    client().runtimes().config(id);
    client().listConversations(ConversationListQuery.firstPage());

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
    assertThat(server().journal().count("POST", ".*")).isEqualTo(posts);
    assertThat(server().conversation(id).sandbox().orElseThrow().status())
        .isEqualTo(SandboxStatus.PAUSED);
  }
}
