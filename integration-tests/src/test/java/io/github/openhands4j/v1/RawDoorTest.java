package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.v1.api.V1Api;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Feign interfaces: one call each, no repeats, this library's exceptions. */
class RawDoorTest {

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();
  private final V1Api api = client.api();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void wholeLifeGoesThroughTheRawDoor() {
    AppConversationStartTask task = api.appConversations().start(V1World.request().body(), null);
    world.settle();

    List<AppConversationStartTask> tasks =
        api.startTasks().batchGet(List.of(task.id(), new StartTaskId(UUID.randomUUID())), null);
    assertThat(tasks).hasSize(2);
    assertThat(tasks.get(1)).isNull();
    ConversationId id = Objects.requireNonNull(tasks.get(0).appConversationId());
    assertThat(api.startTasks().search(Map.of("limit", 1), null).items()).hasSize(1);
    assertThat(api.appConversations().batchGet(List.of(id), null))
        .extracting(AppConversation::id)
        .containsExactly(id);
    assertThat(api.appConversations().search(Map.of(), null).items()).hasSize(1);
    assertThat(api.appConversations().count(Map.of(), null)).isEqualTo(1);
    assertThat(
            api.appConversations()
                .update(id, AppConversationUpdateRequest.builder().title("t").build(), null)
                .title())
        .isEqualTo("t");
    String box = world.conversation(id).sandbox().orElseThrow().id();
    assertThat(api.sandboxes().batchGet(List.of(box, "nobodys"), null)).hasSize(2);
    assertThat(api.sandboxes().pause(box, null).success()).isTrue();
    assertThat(api.sandboxes().resume(box, null).success()).isTrue();
    assertThat(api.appConversations().delete(id, null).success()).isTrue();
    assertThatThrownBy(() -> api.appConversations().delete(id, null))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void sandboxIsDeletedByItsQuery() {
    ConversationId id = world.running(client);
    String box = world.conversation(id).sandbox().orElseThrow().id();

    assertThat(api.sandboxes().delete(box, null).success()).isTrue();
    assertThat(api.sandboxes().batchGet(List.of(box), null)).containsOnlyNulls();
  }

  @Test
  void nothingIsRepeated() {
    world.server.disturbNext("GET", ".*/count", Disturbance.notTaken().answer(503).retryAfter("0"));

    assertThatThrownBy(() -> api.appConversations().count(Map.of(), null))
        .isInstanceOf(ServerErrorException.class);
    assertThat(world.server.journal().requests()).hasSize(1);
  }

  @Test
  void answerNullIsUnreadableNotNull() {
    world.server.disturbNext(
        "GET", ".*", Disturbance.notTaken().answer(200, "application/json", "null"));

    assertThatThrownBy(
            () -> api.appConversations().batchGet(List.of(ConversationId.random()), null))
        .isInstanceOf(UnreadableAnswerException.class);
  }
}
