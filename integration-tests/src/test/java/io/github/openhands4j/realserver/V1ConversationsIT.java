package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations that exist: read, list, change, talk, delete. */
class V1ConversationsIT extends RealV1Test {

  private static final String ANY = RealV1World.CONVERSATIONS + "/[^/]+";

  private final Conversations conversations;

  V1ConversationsIT(@On(ServerKind.V1) RealServer server) {
    super(server);
    conversations = client.conversations();
  }

  private ConversationId idle() {
    return conversations.start(StartRequest.builder().build()).awaitReady();
  }

  private ConversationId idleIn(String sandbox) {
    return conversations.start(StartRequest.builder().sandboxId(sandbox).build()).awaitReady();
  }

  /** With what the server says of it for good. */
  private ConversationId settled(ConversationId id) {
    world.awaitFinalCreationTime(id);
    return id;
  }

  private String sandboxOf(ConversationId id) {
    return conversations.get(id).map(AppConversation::sandboxId).orElseThrow();
  }

  @Test
  void conversationsAreReadListedAndCounted() {
    ConversationId first = settled(idle());
    String sandbox = sandboxOf(first);
    ConversationId second = settled(idleIn(sandbox));
    ConversationId third = settled(idleIn(sandbox));
    ConversationId nobodys = ConversationId.random();

    assertThat(conversations.get(nobodys)).isEmpty();
    assertThat(conversations.getAll(List.of(third, nobodys, first)).keySet())
        .containsExactly(third, first);
    assertThat(conversations.count(ConversationQuery.all())).isEqualTo(3);
    List<ConversationId> listed = new ArrayList<>();
    ConversationQuery query = ConversationQuery.builder().limit(2).build();
    Page<AppConversation> page = conversations.search(query);
    page.items().forEach(row -> listed.add(row.id()));
    page =
        conversations.search(
            ConversationQuery.builder().limit(2).pageId(page.nextPageId().orElseThrow()).build());
    page.items().forEach(row -> listed.add(row.id()));
    assertThat(page.nextPageId()).isEmpty();
    assertThat(listed).containsExactly(third, second, first);
    assertThat(world.starts()).isEqualTo(3);
  }

  @Test
  void filtersAreTheServers() {
    Instant before = Instant.now().minus(Duration.ofSeconds(1));
    ConversationId id = settled(idle());
    conversations.update(id, AppConversationUpdateRequest.builder().title("A 100% title").build());

    assertThat(count(ConversationQuery.builder().titleContains("100").build())).isEqualTo(1);
    assertThat(count(ConversationQuery.builder().titleContains("200").build())).isZero();
    assertThat(count(ConversationQuery.builder().sandboxIdEq(sandboxOf(id)).build())).isEqualTo(1);
    assertThat(count(ConversationQuery.builder().sandboxIdEq("nobodys").build())).isZero();
    assertThat(count(ConversationQuery.builder().createdAtGte(before).build())).isEqualTo(1);
    assertThat(count(ConversationQuery.builder().createdAtLt(before).build())).isZero();
    assertThat(count(ConversationQuery.builder().updatedAtGte(before).build())).isEqualTo(1);
    assertThat(count(ConversationQuery.builder().updatedAtLt(before).build())).isZero();
  }

  private long count(ConversationQuery query) {
    long count = conversations.count(query);
    assertThat(conversations.search(query).items()).hasSize((int) count);
    return count;
  }

  @Test
  void titleAndPublicAreChangedAndCleared() {
    ConversationId id = settled(idle());

    AppConversation changed =
        conversations.update(
            id, AppConversationUpdateRequest.builder().title("Mine").isPublic(true).build());

    assertThat(changed.title()).isEqualTo("Mine");
    assertThat(changed.isPublic()).isTrue();
    assertThat(conversations.get(id).orElseThrow().title()).isEqualTo("Mine");
    AppConversation cleared =
        conversations.update(id, AppConversationUpdateRequest.builder().title(null).build());
    assertThat(cleared.title()).isNull();
    assertThat(cleared.isPublic()).isTrue();
    assertThat(world.proxy.count("PATCH", ANY)).isEqualTo(2);
    assertThatThrownBy(
            () ->
                conversations.update(
                    ConversationId.random(),
                    AppConversationUpdateRequest.builder().title("t").build()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void deletedIsGoneWithItsSandboxAndDeletingAgainSaysSo() {
    ConversationId id = idle();
    String sandbox = sandboxOf(id);

    assertThat(conversations.delete(id)).isTrue();

    assertThat(conversations.delete(id)).isFalse();
    assertThat(conversations.get(id)).isEmpty();
    assertThat(conversations.count(ConversationQuery.all())).isZero();
    Patience.until("the sandbox is gone", () -> client.sandboxes().get(sandbox).isEmpty());
    assertThat(world.proxy.count("DELETE", ANY)).isEqualTo(2);
  }

  @Test
  void sandboxSharedWithAnotherConversationStays() {
    ConversationId first = idle();
    String sandbox = sandboxOf(first);
    ConversationId second = idleIn(sandbox);

    assertThat(conversations.delete(first)).isTrue();
    conversations.sendMessage(second, "SAY: still here");

    world.awaitStatus(second, "finished");
    assertThat(sandboxOf(second)).isEqualTo(sandbox);
    assertThat(client.sandboxes().get(sandbox)).isPresent();
  }

  @Test
  void messagesArriveOnceAndRunOnlyWhenAsked() {
    ConversationId id = idle();

    conversations.sendMessage(
        id,
        AppSendMessageRequest.builder()
            .role("user")
            .content(List.of(TextContent.of("a note")))
            .run(false)
            .build());
    assertThat(world.recordsOf(id).userMessages()).containsExactly("a note");
    world.awaitStatus(id, "idle");
    assertThat(conversations.sendMessage(id, "SAY: hi").success()).isTrue();

    world.awaitStatus(id, "finished");
    assertThat(world.recordsOf(id).userMessages()).containsExactly("a note", "SAY: hi");
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(2);
  }

  @Test
  void messageToWhatIsNotThereIsRefusedForSure() {
    ConversationId id = idle();
    String sandbox = sandboxOf(id);
    client.api().sandboxes().delete(sandbox, null);

    for (ConversationId absent : List.of(ConversationId.random(), id)) {
      assertThatThrownBy(() -> conversations.sendMessage(absent, "SAY: hi"))
          .isInstanceOf(NotFoundException.class);
    }
    assertThat(world.proxy.count("POST", RealV1World.MESSAGES)).isEqualTo(2);
  }

  @Test
  void sandboxIsReadWithItsKeyHidden() {
    String id = sandboxOf(idle());

    // now and then the server does not see at once that it runs
    SandboxInfo sandbox =
        Patience.untilFound(
            "the sandbox runs",
            () ->
                client.sandboxes().get(id).filter(it -> SandboxStatus.RUNNING.equals(it.status())));

    assertThat(sandbox.exposedUrls()).isNotEmpty();
    assertThat(sandbox.sessionApiKey()).isNotNull().asString().doesNotContainPattern("\\w{20}");
    assertThat(client.sandboxes().get("nobodys")).isEmpty();
    assertThatThrownBy(() -> client.sandboxes().pause("nobodys"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> client.sandboxes().resume("nobodys"))
        .isInstanceOf(NotFoundException.class);
  }
}
