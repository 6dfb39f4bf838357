package io.github.openhands4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationListQueryBuilder;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.SandboxStatus;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.OpenHandsV0Client;
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

  /** The others are about what a V0 server sends, or have their test at the HTTP door. */
  @Test
  void eachTrapOfTheAdapterHasExactlyOneTest() {
    assertThat(traps()).containsExactly(1, 3, 4, 16, 17, 18, 19, 20, 22, 25, 26);
  }
}
