package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading and changing conversations. */
class ConversationsTest {

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client(new ManualTime());
  private final Conversations conversations = client.conversations();

  @AfterEach
  void close() {
    world.close();
  }

  private ConversationId titled(String title) {
    ConversationId id = world.running(client);
    conversations.update(id, AppConversationUpdateRequest.builder().title(title).build());
    return id;
  }

  private List<ConversationId> found(ConversationQuery query) {
    return conversations.search(query).items().stream().map(AppConversation::id).toList();
  }

  @Test
  void conversationIsReadById() {
    ConversationId id = titled("A title");

    AppConversation row = conversations.get(id).orElseThrow();

    assertThat(row.id()).isEqualTo(id);
    assertThat(row.title()).isEqualTo("A title");
    assertThat(row.executionStatus()).hasToString("running");
    assertThat(row.sandboxStatus()).hasToString("RUNNING");
  }

  @Test
  void unknownAndStartingConversationsAreEmpty() {
    ConversationId starting = conversations.start(V1World.request()).conversationId().orElseThrow();

    assertThat(conversations.get(starting)).isEmpty();
    assertThat(conversations.get(ConversationId.random())).isEmpty();
  }

  @Test
  void manyConversationsAreReadNinetyNineInARequest() {
    ConversationId first = world.running(client);
    ConversationId last = world.running(client);
    List<ConversationId> ids = new ArrayList<>();
    ids.add(last);
    for (int i = 0; i < 150; i++) {
      ids.add(ConversationId.random());
    }
    ids.add(first);
    ids.add(last);
    world.server.journal().clear();

    assertThat(conversations.getAll(ids)).containsOnlyKeys(last, first);

    assertThat(world.server.journal().requests())
        .extracting(request -> request.query().split("ids=", -1).length - 1)
        .containsExactly(99, 53);
    assertThat(conversations.getAll(List.of())).isEmpty();
    assertThat(world.server.journal().requests()).hasSize(2);
  }

  @Test
  void everyFilterOfASearchIsHeeded() {
    ConversationId one = titled("50 % of + one");
    ConversationId two = titled("two");
    Instant future = Instant.now().plusSeconds(3_600);
    Instant past = Instant.now().minusSeconds(3_600);
    String box = world.conversation(one).sandbox().orElseThrow().id();

    assertThat(found(ConversationQuery.all())).containsExactlyInAnyOrder(one, two);
    assertThat(found(ConversationQuery.builder().titleContains("% of + o").build()))
        .containsExactly(one);
    assertThat(found(ConversationQuery.builder().sandboxIdEq(box).build())).containsExactly(one);
    assertThat(found(ConversationQuery.builder().createdAtGte(past).build())).hasSize(2);
    assertThat(found(ConversationQuery.builder().createdAtGte(future).build())).isEmpty();
    assertThat(found(ConversationQuery.builder().createdAtLt(future).build())).hasSize(2);
    assertThat(found(ConversationQuery.builder().createdAtLt(past).build())).isEmpty();
    assertThat(found(ConversationQuery.builder().updatedAtGte(past).build())).hasSize(2);
    assertThat(found(ConversationQuery.builder().updatedAtGte(future).build())).isEmpty();
    assertThat(found(ConversationQuery.builder().updatedAtLt(future).build())).hasSize(2);
    assertThat(found(ConversationQuery.builder().updatedAtLt(past).build())).isEmpty();
    assertThat(conversations.count(ConversationQuery.builder().titleContains("two").build()))
        .isEqualTo(1);
    assertThat(conversations.count(ConversationQuery.all())).isEqualTo(2);
  }

  @Test
  void childrenAreListedOnlyWhenAskedForAndAlwaysCounted() {
    ConversationId parent = world.running(client);
    conversations.start(
        StartRequest.builder().message("child").parentConversationId(parent).build());
    world.settle();

    assertThat(found(ConversationQuery.all())).containsExactly(parent);
    assertThat(found(ConversationQuery.builder().includeSubConversations(true).build())).hasSize(2);
    assertThat(conversations.count(ConversationQuery.all())).isEqualTo(2);
  }

  @Test
  void pagesLeadThroughTheWholeList() {
    Set<ConversationId> all = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      all.add(world.running(client));
    }
    Set<ConversationId> seen = new HashSet<>();
    ConversationQuery query = ConversationQuery.builder().limit(2).build();
    Page<AppConversation> page = conversations.search(query);
    for (int pages = 1; pages < 5; pages++) {
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(row -> seen.add(row.id()));
      if (page.nextPageId().isEmpty()) {
        break;
      }
      page =
          conversations.search(
              ConversationQuery.builder().limit(2).pageId(page.nextPageToken()).build());
    }

    assertThat(seen).isEqualTo(all);
    assertThat(page.nextPageId()).isEmpty();
  }

  @Test
  void impossiblePageSizeIsRefusedBeforeAnythingIsSent() {
    ConversationQuery query = ConversationQuery.builder().limit(101).build();

    assertThatThrownBy(() -> conversations.search(query))
        .isInstanceOf(ConfigurationException.class);
    assertThat(world.server.journal().requests()).isEmpty();
  }

  @Test
  void updateChangesWhatIsSetAndOnlyThat() {
    ConversationId id = titled("A title");

    AppConversation branched =
        conversations.update(
            id, AppConversationUpdateRequest.builder().selectedBranch("main").build());
    assertThat(branched.title()).isEqualTo("A title");
    assertThat(branched.selectedBranch()).isEqualTo("main");
    AppConversation cleared =
        conversations.update(id, AppConversationUpdateRequest.builder().title(null).build());
    assertThat(cleared.title()).isNull();
    assertThat(cleared.selectedBranch()).isEqualTo("main");
    assertThat(conversations.update(id, AppConversationUpdateRequest.builder().build()))
        .extracting(AppConversation::selectedBranch)
        .isEqualTo("main");
  }

  @Test
  void updateOfAnUnknownConversationSaysSo() {
    AppConversationUpdateRequest change = AppConversationUpdateRequest.builder().title("x").build();

    assertThatThrownBy(() -> conversations.update(ConversationId.random(), change))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void deletedConversationIsGoneAndCannotBeDeletedAgain() {
    ConversationId id = world.running(client);

    assertThat(conversations.delete(id)).isTrue();
    assertThat(conversations.get(id)).isEmpty();
    assertThat(conversations.delete(id)).isFalse();
  }

  @Test
  void writeWhoseAnswerIsLostIsNotSentAgain() {
    ConversationId id = world.running(client);
    String path = V1World.CONVERSATIONS + "/.+";
    world.server.disturbNext("DELETE", path, Disturbance.taken().dropConnection());
    world.server.disturbNext("PATCH", path, Disturbance.taken().answer(502));

    assertThatThrownBy(
            () ->
                conversations.update(id, AppConversationUpdateRequest.builder().title("x").build()))
        .isInstanceOf(ServerErrorException.class);
    assertThatThrownBy(() -> conversations.delete(id)).isInstanceOf(TransportException.class);

    assertThat(world.server.journal().count("DELETE", ".*")).isEqualTo(1);
    assertThat(world.server.journal().count("PATCH", ".*")).isEqualTo(1);
  }

  @Test
  void fieldsOfTomorrowAreKept() {
    ConversationId id = ConversationId.random();
    String row =
        "[{\"id\":\"%s\",\"execution_status\":\"dreaming\",\"mood\":{\"level\":3,\"why\":null}}]"
            .formatted(id.hex());
    world.server.disturbNext(
        "GET", V1World.CONVERSATIONS, Disturbance.notTaken().answer(200, "application/json", row));

    AppConversation read = conversations.get(id).orElseThrow();

    assertThat(read.executionStatus()).hasToString("dreaming");
    assertThat(read.additionalProperties()).hasToString("{mood={level=3, why=null}}");
  }

  @Test
  void clientsWithTwoKeysNeverMix() {
    try (V1World other = new V1World(builder -> builder.apiKey("sk-test-other"))) {
      Conversations elsewhere =
          other
              .client(new ManualTime(), options -> options.apiKey("sk-test-other"))
              .conversations();
      Conversations stranger =
          world.client(new ManualTime(), o -> o.apiKey("sk-test-other")).conversations();
      for (int i = 0; i < 5; i++) {
        assertThat(conversations.count(ConversationQuery.all())).isZero();
        assertThat(elsewhere.count(ConversationQuery.all())).isZero();
        assertThatThrownBy(() -> stranger.count(ConversationQuery.all()))
            .isInstanceOf(UnauthorizedException.class);
      }
      assertThat(other.server.journal().requests()).allMatch(seen -> seen.status() == 200);
    }
  }
}
