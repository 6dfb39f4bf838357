package io.github.openhands4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.simulator.v0.V0Account;
import io.github.openhands4j.simulator.v0.V0Reply;
import io.github.openhands4j.simulator.v0.V0Request;
import io.github.openhands4j.simulator.v0.V0Server;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.V0Exception;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oddities of V0 that an old application lives with, each as the direct backend shows it. */
class V0TrapsTest extends TrapsContract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREATE = "/api/conversations";

  @Override
  protected V0World newWorld() {
    return new DirectWorld();
  }

  private V0Server server() {
    return ((DirectWorld) world()).server();
  }

  private static @Nullable Object extra(Event event, String name) {
    return event.extras() == null ? null : event.extras().get(name);
  }

  private JsonNode bodyOfLast(String method, String path) throws Exception {
    List<V0Request> all =
        server().journal().requests().stream()
            .filter(r -> r.method().equals(method) && r.path().equals(path))
            .toList();
    return JSON.readTree(all.get(all.size() - 1).body());
  }

  private static V0Reply json(int status, String body) throws Exception {
    return V0Reply.json(status, JSON.readTree(body));
  }

  @Test
  @Trap(2)
  void createAnswersTwoStatusesAndStoppedIsNotItsEnd() throws Exception {
    server()
        .replaceNextAnswer(
            "POST",
            CREATE,
            json(
                200,
                "{\"status\":\"ok\",\"conversation_id\":\"c\",\"message\":null,"
                    + "\"conversation_status\":\"STOPPED\"}"));

    CreateConversationResponse cloud =
        client().createConversation(CreateConversationRequest.builder().build());
    CreateConversationResponse selfHosted =
        client().createConversation(CreateConversationRequest.builder().build());

    assertThat(cloud.status()).isEqualTo("ok");
    assertThat(cloud.conversationStatus()).isEqualTo(ConversationStatus.STOPPED);
    assertThat(selfHosted.status()).isEqualTo("ok");
    assertThat(selfHosted.conversationStatus()).isEqualTo(ConversationStatus.STARTING);
  }

  @Test
  @Trap(4)
  void runningDoesNotMeanWorkingAndTheEndIsInTheNewestStateOfTheAgent() {
    String id = world().running();
    world().finishRun(id, "Done");

    Event newest =
        client()
            .events()
            .listEvents(id, EventQuery.builder().reverse(true).limit(1).build())
            .events()
            .get(0);

    assertThat(get(id).status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(newest.observation()).isEqualTo("agent_state_changed");
    assertThat(extra(newest, "agent_state")).isEqualTo("finished");
  }

  @Test
  @Trap(5)
  void repositoryOutOfReachIs401WithATextWhichIsNoBadKeyAndWas400WithAnObjectBefore()
      throws Exception {
    CreateConversationRequest request =
        CreateConversationRequest.builder().repository(world().deniedRepository()).build();

    V0Exception refused = failureOf(() -> client().createConversation(request));
    String older =
        "{\"status\":\"error\",\"message\":\"Unable to access repo octo/denied\","
            + "\"msg_id\":\"STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR\"}";
    server().answerNext("POST", CREATE, json(400, older));
    V0Exception refusedBefore = failureOf(() -> client().createConversation(request));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("\"Unable to access repo octo/denied\"");
    assertThat(client().listConversations(ConversationListQuery.firstPage()).results()).isEmpty();
    assertThat(refusedBefore.status()).isEqualTo(400);
    assertThat(refusedBefore.body()).isEqualTo(older);
  }

  @Test
  @Trap(6)
  void unauthorizedHasThreeSpellingsAndEachIsPassedOn() throws Exception {
    String id = world().running();
    String path = CREATE + "/" + id;
    server().answerNext("GET", path, json(401, "{\"detail\":\"Unauthorized\"}"));
    server().answerNext("GET", path, json(401, "\"Git provider token expired\""));

    assertThat(failureOf(() -> get(id)).body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
    assertThat(failureOf(() -> get(id)).body()).isEqualTo("\"Git provider token expired\"");
    V0Exception noKey = failureOf(() -> world().clients().withoutKey().getConversation(id));
    assertThat(noKey.body()).isEqualTo("{\"error\":\"NoCredentialsError\"}");
    assertThat(noKey.status()).isEqualTo(401);
  }

  @Test
  @Trap(7)
  void serverErrorsAreJsonTextOrAPageAndAPageWithSuccessIsNoAnswer() throws Exception {
    String id = world().running();
    server().answerNext("PATCH", CREATE + "/" + id, json(500, "{\"error\":\"x\"}"));
    server().answerNext("PATCH", CREATE + "/" + id, V0Reply.crash());
    server()
        .answerNext("PATCH", CREATE + "/" + id, V0Reply.page(500, "<title>Maintenance</title>"));
    server().answerNext("GET", CREATE + "/" + id + "/config", V0Reply.page(200, "<html></html>"));

    assertThat(
            List.of(
                failureOf(() -> client().updateConversation(id, "t")).body(),
                failureOf(() -> client().updateConversation(id, "t")).body(),
                failureOf(() -> client().updateConversation(id, "t")).body()))
        .containsExactly(
            "{\"error\":\"x\"}", "Internal Server Error", "<title>Maintenance</title>");
    V0Exception page = failureOf(() -> client().runtimes().config(id));
    assertThat(page).isExactlyInstanceOf(V0Exception.class);
    assertThat(page.code()).isEqualTo(ErrorCode.ANSWER_IS_HTML);
  }

  @Test
  @Trap(8)
  void keysMayBeNullOrMissingAndWordsMayBeNew() throws Exception {
    server()
        .answerNext(
            "GET",
            CREATE + "/old",
            json(
                200,
                "{\"conversation_id\":\"old\",\"title\":\"t\",\"status\":\"HIBERNATING\","
                    + "\"selected_repository\":null,\"trigger\":\"smoke_signal\",\"num_connections\":0,"
                    + "\"created_at\":\"2025-05-24T23:42:19Z\",\"novelty\":{\"n\":1}}"));

    ConversationInfo old = get("old");

    assertThat(old.status().value()).isEqualTo("HIBERNATING");
    assertThat(old.status().isKnown()).isFalse();
    assertThat(Objects.requireNonNull(old.trigger()).value()).isEqualTo("smoke_signal");
    assertThat(old.conversationVersion()).isNull();
    assertThat(old.prNumber()).isEmpty();
    assertThat(old.additionalProperties()).containsKey("novelty");
  }

  @Test
  @Trap(9)
  void createAndRenameSendOnlyWhatV0Knows() throws Exception {
    String id =
        client()
            .createConversation(
                CreateConversationRequest.builder()
                    .repository(V0World.REPOSITORY)
                    .initialUserMsg("Fix it")
                    .build())
            .conversationId();
    client().updateConversation(id, "Mine");

    assertThat(bodyOfLast("POST", CREATE).toString())
        .isEqualTo("{\"repository\":\"octo/app\",\"initial_user_msg\":\"Fix it\"}");
    assertThat(bodyOfLast("PATCH", CREATE + "/" + id).toString()).isEqualTo("{\"title\":\"Mine\"}");
  }

  @Test
  @Trap(10)
  void startSendsAnArrayOfProvidersAndStopSendsNothing() throws Exception {
    String id = world().stopped();

    client().startConversation(id, List.of(ProviderType.GITHUB));
    client().startConversation(id, List.of());

    assertThat(bodyOfLast("POST", CREATE + "/" + id + "/start").toString())
        .isEqualTo("{\"providers_set\":[]}");
    assertThat(server().journal().requests())
        .filteredOn(r -> r.path().endsWith("/stop"))
        .singleElement()
        .satisfies(stop -> assertThat(stop.body()).isEmpty());
  }

  @Test
  @Trap(12)
  void timesOfEventsHaveNoZoneAndThoseOfConversationsDoAndFractionsMayBeMissing() throws Exception {
    String id = world().running();
    server()
        .answerNext(
            "GET",
            CREATE + "/whole",
            json(
                200,
                "{\"conversation_id\":\"whole\",\"created_at\":\"2025-11-24T23:42:19Z\","
                    + "\"last_updated_at\":\"2025-11-24T23:42:19.489661\"}"));

    assertThat(events(id))
        .allSatisfy(
            event ->
                assertThat(event.timestamp())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?"));
    assertThat(get(id).createdAt()).isNotNull();
    ConversationInfo whole = get("whole");
    assertThat(whole.createdAt()).isEqualTo(Instant.parse("2025-11-24T23:42:19Z"));
    assertThat(whole.lastUpdatedAt()).isEqualTo(Instant.parse("2025-11-24T23:42:19.489661Z"));
  }

  @Test
  @Trap(14)
  void successIsOfCommandsOnlyEditsKeepTheirCacheAndTheTimeoutStandsBesideTheArguments()
      throws Exception {
    String id = world().running();
    server()
        .addEvent(
            id,
            "agent",
            (ObjectNode)
                JSON.readTree(
                    "{\"message\":\"I edited the file /a.\",\"observation\":\"edit\",\"content\":\"ok\","
                        + "\"extras\":{\"path\":\"/a\",\"prev_exist\":false,\"old_content\":\"x\","
                        + "\"new_content\":\"y\",\"impl_source\":\"oh_aci\",\"diff\":null,"
                        + "\"_diff_cache\":null}}"));
    server()
        .addEvent(
            id,
            "agent",
            (ObjectNode)
                JSON.readTree(
                    "{\"message\":\"Command `sleep` executed with exit code -1.\","
                        + "\"observation\":\"run\",\"content\":\"\",\"extras\":{\"metadata\":"
                        + "{\"exit_code\":-1}},\"success\":false}"));
    server()
        .addEvent(
            id,
            "agent",
            (ObjectNode)
                JSON.readTree(
                    "{\"message\":\"Running command: sleep\",\"action\":\"run\",\"args\":"
                        + "{\"command\":\"sleep\",\"blocking\":true},\"timeout\":120.0}"));
    List<Event> events = events(id);
    int last = events.size() - 1;

    assertThat(events.get(last).timeout()).isEqualTo(120.0);
    assertThat(events.get(last).args()).doesNotContainKey("timeout");
    assertThat(events.get(last - 1).success()).isFalse();
    assertThat(events.get(last - 2).success()).isNull();
    assertThat(events.get(last - 2).extras()).containsKey("_diff_cache");
    assertThat(events.get(last - 2).extras()).containsEntry("old_content", "x");
  }

  @Test
  @Trap(16)
  void pageOfTheListMayBeEmptyWhileANextOneExistsAndItsTokenIsOpaque() {
    String wanted =
        client()
            .createConversation(
                CreateConversationRequest.builder().repository(V0World.REPOSITORY).build())
            .conversationId();
    world().running();

    var first =
        client()
            .listConversations(
                ConversationListQuery.builder()
                    .limit(1)
                    .selectedRepository(V0World.REPOSITORY)
                    .build());
    var second =
        client()
            .listConversations(
                ConversationListQuery.builder()
                    .limit(1)
                    .selectedRepository(V0World.REPOSITORY)
                    .pageId(first.nextPageId())
                    .build());

    assertThat(first.results()).isEmpty();
    assertThat(
            new String(
                Base64.getDecoder().decode(Objects.requireNonNull(first.nextPageId())), UTF_8))
        .isEqualTo("{\"v0\": \"MQ==\", \"v1\": null}");
    assertThat(second.results())
        .extracting(ConversationInfo::conversationId)
        .containsExactly(wanted);
  }

  @Test
  @Trap(17)
  void tokenOfAnOlderReleaseCrashesTheList() {
    V0Exception crash =
        failureOf(
            () ->
                client().listConversations(ConversationListQuery.builder().pageId("MjA=").build()));

    assertThat(crash.status()).isEqualTo(500);
    assertThat(crash.body()).isEqualTo("Internal Server Error");
  }

  @Test
  @Trap(18)
  void dashedIdIsAnotherIdToV0AndAnswersAreWithoutDashes() {
    String id = world().running();
    String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    assertThat(client().getConversation(dashed)).isEmpty();
    assertThat(client().deleteConversation(dashed)).isFalse();
    assertThat(get(id).conversationId()).matches("[0-9a-f]{32}");
  }

  @Test
  @Trap(19)
  void providerStaysNullUnlessGivenAndAWrongBranchIsTakenInSilence() {
    String id =
        client()
            .createConversation(
                CreateConversationRequest.builder()
                    .repository(V0World.REPOSITORY)
                    .selectedBranch("no-such-branch")
                    .build())
            .conversationId();

    assertThat(get(id).gitProvider()).isNull();
    assertThat(get(id).selectedBranch()).isEqualTo("no-such-branch");
  }

  @Test
  @Trap(20)
  void createThatFailsForItsSettingsLeavesAConversationBehind() {
    server().account(V0Account.WITHOUT_LLM_KEY);

    assertThat(failureOf(world()::created).status()).isEqualTo(400);

    assertThat(client().listConversations(ConversationListQuery.firstPage()).results())
        .singleElement()
        .satisfies(row -> assertThat(row.status()).isEqualTo(ConversationStatus.STOPPED));
  }

  @Test
  @Trap(21)
  void addressAndKeyOfTheRuntimeAreShownAsTheServerTellsThem() throws Exception {
    server()
        .answerNext(
            "GET",
            CREATE + "/cloud",
            json(
                200,
                "{\"conversation_id\":\"cloud\",\"status\":\"RUNNING\","
                    + "\"url\":\"https://x.prod-runtime.all-hands.dev/api/conversations/cloud\","
                    + "\"session_api_key\":\"fake-runtime-key\"}"));

    ConversationInfo cloud = get("cloud");

    assertThat(cloud.url())
        .isEqualTo("https://x.prod-runtime.all-hands.dev/api/conversations/cloud");
    assertThat(Objects.requireNonNull(cloud.sessionApiKey()).reveal())
        .isEqualTo("fake-runtime-key");
    String id = world().running();
    assertThat(get(id).url()).isEqualTo("/api/conversations/" + id);
  }

  @Test
  @Trap(22)
  void filesAndChangesAnswerOtherwiseThanTheirDescriptionSays() {
    String id = world().running();
    world().changeFile(id, "gone.txt", "old", null);

    assertThat(failureOf(() -> client().files().selectFile(id, "nowhere")).status()).isEqualTo(500);
    assertThat(failureOf(() -> client().git().diff(id, "gone.txt")).status()).isEqualTo(500);
    assertThat(client().git().changes(world().running())).isEmpty();
    assertThat(
            client()
                .files()
                .uploadFiles(id, List.of(FileUpload.of("a.txt", "a".getBytes(UTF_8))))
                .uploadedFiles())
        .containsExactly("/workspace/project/a.txt");
  }

  @Test
  @Trap(23)
  void modelsAreShownToAnyKeyAndInTwoShapes() throws Exception {
    server()
        .answerNext(
            "GET",
            "/api/options/models",
            json(200, "{\"models\":[\"m\"],\"verified_models\":[],\"default_model\":\"m\"}"));

    assertThat(client().options().models()).containsExactly("m");
    assertThat(world().clients().withWrongKey().options().models()).hasSizeGreaterThan(1);
    assertThat(failureOf(() -> world().clients().withoutKey().options().models()).status())
        .isEqualTo(401);
  }

  @Test
  @Trap(24)
  void rateLimitThatNamesNoTimeOrNoneAtAllIsWaitedForAllTheSame() throws Exception {
    String id = world().running();
    String path = CREATE + "/" + id;
    int before = server().journal().count("GET", path);
    server()
        .answerNext(
            "GET",
            path,
            json(429, "{\"error\":\"Rate limit exceeded: 10 per 1 second\"}")
                .with("Retry-After", "0"));
    server().answerNext("GET", path, json(429, "{\"message\":\"Too many requests\"}"));
    long begun = System.nanoTime();

    assertThat(get(id).conversationId()).isEqualTo(id);

    assertThat(server().journal().count("GET", path)).isEqualTo(before + 3);
    assertThat(System.nanoTime() - begun).isGreaterThan(1_900_000_000L);
  }

  @Test
  @Trap(25)
  void readsDoNotWakeTheAgent() {
    String id = world().stopped();

    events(id);
    get(id);
    client().runtimes().config(id);

    assertThat(get(id).status()).isEqualTo(ConversationStatus.STOPPED);
    assertThat(
            client()
                .events()
                .listEvents(
                    id,
                    EventQuery.builder()
                        .filter(EventFilter.builder().source("user").build())
                        .build())
                .events())
        .isNotEmpty();
    assertThat(server().journal().requests()).noneMatch(r -> r.path().endsWith("/start"));
  }
}
