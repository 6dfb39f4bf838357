package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.ApiKeyInfo;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that cannot be read spoils no list that it is in. */
@Timeout(60)
class OddRowsTest {

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();

  @AfterEach
  void close() {
    world.close();
  }

  private void answers(String path, int times, String body) {
    for (int i = 0; i < times; i++) {
      world.server.disturbNext(
          "GET", path, Disturbance.notTaken().answer(200, "application/json", body));
    }
  }

  private static String finished(ConversationId id) {
    return "{\"id\":\"" + id.hex() + "\",\"execution_status\":\"finished\"}";
  }

  /** Rows that cannot be read: with an id, with a broken one, and no rows at all. */
  static Stream<String> oddRows() {
    return Stream.of("{\"id\":\"%s\",\"metrics\":\"many\"}", "{\"id\":{}}", "7", "\"%s\"");
  }

  @ParameterizedTest
  @MethodSource("oddRows")
  void rowThatCannotBeReadHoldsUpItsOwnWaitOnly(String form) throws Exception {
    ConversationId odd = world.running(client);
    ConversationId good = world.running(client);
    String oddRow = form.contains("%s") ? form.formatted(odd.hex()) : form;
    CompletableFuture<Conversation> oddWait =
        waitFor(odd, WaitOptions.within(Duration.ofMillis(1_500)));
    assertThat(world.server.journal().await("GET", V1World.CONVERSATIONS, 3, V1World.LONG))
        .isTrue();
    answers(V1World.CONVERSATIONS, 20, "[" + oddRow + "," + finished(good) + "]");
    CompletableFuture<Conversation> goodWait = waitFor(good, WaitOptions.within(V1World.LONG));

    assertThat(goodWait.get().outcome()).isEqualTo(Outcome.FINISHED);
    assertThatThrownBy(oddWait::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(WaitTimeoutException.class)
        .hasCauseInstanceOf(UnreadableAnswerException.class);
  }

  private CompletableFuture<Conversation> waitFor(ConversationId id, WaitOptions options) {
    Conversation conversation = client.conversation(id).orElseThrow();
    return conversation.awaitFinishedAsync(options).toCompletableFuture();
  }

  @Test
  void rowThatCannotBeReadIsToldApartFromOneThatIsNotThere() {
    ConversationId id = ConversationId.random();
    answers(V1World.CONVERSATIONS, 1, "[{\"id\":\"" + id.hex() + "\",\"sandbox_id\":{}}]");
    answers(V1World.CONVERSATIONS, 1, "[null]");

    assertThatThrownBy(() -> client.conversations().get(id))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("row 0")
        .hasMessageContaining("GET");
    assertThat(client.conversations().get(id)).isEmpty();
  }

  @Test
  void othersAreReadBesideARowThatCannotBe() {
    ConversationId first = ConversationId.random();
    ConversationId odd = ConversationId.random();
    ConversationId last = ConversationId.random();
    String rows = "[" + finished(first) + ",[7]," + finished(last) + "]";
    answers(V1World.CONVERSATIONS, 2, rows);

    assertThat(client.conversations().getAll(List.of(first, odd, last)))
        .containsOnlyKeys(first, last);
    List<AppConversation> raw =
        client.api().appConversations().batchGet(List.of(first, odd, last), null);
    assertThat(raw.get(0).id()).isEqualTo(first);
    assertThat(raw.get(2).id()).isEqualTo(last);
    assertThatThrownBy(() -> raw.get(1)).isInstanceOf(UnreadableAnswerException.class);
    assertThat(raw).hasSize(3);
    assertThat(raw.toString()).contains("unreadable").doesNotContain("[7]");
  }

  @Test
  void listsWithoutPagesLeaveARowOutThatCannotBeRead() {
    answers("/api/keys", 1, "[{\"id\":1,\"name\":\"a\"},7,{\"id\":2,\"name\":\"b\"}]");
    answers(".*/git/changes", 1, "[{\"status\":\"ADDED\",\"path\":\"a\"},[]]");

    assertThat(client.apiKeys().list()).extracting(ApiKeyInfo::name).containsExactly("a", "b");
    assertThat(client.conversations().gitChanges(ConversationId.random(), "/w", null))
        .extracting(GitChange::path)
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "7", "\"rows\"", "[", "[{]"})
  void whatIsNoListIsRefusedAsAWhole(String body) {
    answers(V1World.CONVERSATIONS, 3, body);

    assertThatThrownBy(() -> client.conversations().get(ConversationId.random()))
        .isInstanceOf(UnreadableAnswerException.class);
  }
}
