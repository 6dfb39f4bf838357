package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.api.agent.AgentApi;
import io.github.openhands4j.v1.api.raw.RawApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/**
 * A conversation's whole life through the raw door, and what only the raw doors of both servers
 * have; {@code webClient()} and pending messages are in {@link V1ResourcesIT}.
 */
class V1RawDoorIT extends RealV1Test {

  V1RawDoorIT(@On(ServerKind.V1) RealServer server) {
    super(server);
  }

  @Test
  void wholeLifeGoesThroughTheRawDoor() {
    V1Api api = world.client().api();
    var conversations = api.appConversations();

    AppConversationStartTask task =
        conversations.start(StartRequest.builder().build().body(), null);
    world.settle();

    List<AppConversationStartTask> tasks =
        api.startTasks().batchGet(List.of(new StartTaskId(UUID.randomUUID()), task.id()), null);
    assertThat(tasks.get(0)).isNull();
    ConversationId id = Objects.requireNonNull(tasks.get(1).appConversationId());
    assertThat(api.startTasks().search(Map.of("limit", 1), null).items())
        .extracting(AppConversationStartTask::id)
        .containsExactly(task.id());
    List<AppConversation> rows = conversations.batchGet(List.of(id, ConversationId.random()), null);
    assertThat(rows.get(0).id()).isEqualTo(id);
    assertThat(rows.get(1)).isNull();
    assertThat(conversations.search(Map.of("limit", 5), null).items()).hasSize(1);
    assertThat(conversations.count(Map.of(), null)).isEqualTo(1);
    assertThat(
            conversations
                .update(id, AppConversationUpdateRequest.builder().title("t").build(), null)
                .title())
        .isEqualTo("t");
    assertThat(conversations.sendMessage(id, said("SAY: hi", true), null).success()).isTrue();
    world.awaitStatus(id, "finished");
    String sandbox = Objects.requireNonNull(rows.get(0).sandboxId());
    assertThat(api.sandboxes().batchGet(List.of(sandbox, "nobodys"), null))
        .hasSize(2)
        .last()
        .isNull();
    assertThat(api.sandboxes().pause(sandbox, null).success()).isTrue();
    assertThat(api.sandboxes().resume(sandbox, null).success()).isTrue();
    assertThat(api.sandboxes().delete(sandbox, null).success()).isTrue();
    assertThat(api.sandboxes().batchGet(List.of(sandbox), null)).containsOnlyNulls();
    assertThat(conversations.delete(id, null).success()).isTrue();
    assertThatThrownBy(() -> conversations.delete(id, null)).isInstanceOf(NotFoundException.class);
    assertThat(world.starts()).isEqualTo(1);
  }

  @Test
  void accountIsDescribedThroughTheRawDoor() {
    RawApi raw = world.client().api().raw();

    assertThat(raw.schemas().agent(null)).containsKey("sections");
    assertThat(raw.schemas().conversation(null)).containsKey("sections");
    assertThat(raw.skills().search(Map.of("limit", 2), null).items()).isEmpty();
    // a name without an owner is refused before anything is cloned
    assertThat(
            raw.skills().marketplaceSkills(List.of(Map.of("name", "none", "source", "none")), null))
        .extractingByKey("errors", as(InstanceOfAssertFactories.list(String.class)))
        .containsExactly("none: Invalid repository path: none");
  }

  @Test
  void agentServerIsReachedThroughTheRawDoor() {
    Conversation conversation =
        RealV1World.start(client, "FINISH: hello").awaitFinished(RealV1World.LONG);
    AgentApi api = conversation.agent().api();
    ConversationId id = conversation.id();
    String event =
        conversation.agent().conversation(id).events().map(Event::id).findFirst().orElseThrow();

    assertThat(api.info().health(null)).isNotNull();
    assertThat(api.info().ready(null)).isNotNull();
    assertThat(api.conversations().getEvent(id, event, null)).containsEntry("id", event);
    assertThat(api.conversations().sendMessage(id, said("SAY: hi", false), null).success())
        .isTrue();
    assertThat(world.recordsOf(id).userMessages()).containsExactly("FINISH: hello", "SAY: hi");
  }

  private static AppSendMessageRequest said(String text, boolean run) {
    return AppSendMessageRequest.builder()
        .role("user")
        .content(List.of(TextContent.of(text)))
        .run(run)
        .build();
  }
}
