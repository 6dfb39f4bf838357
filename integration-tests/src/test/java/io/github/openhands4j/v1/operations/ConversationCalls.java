package io.github.openhands4j.v1.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskSortOrder;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.EventQuery;
import io.github.openhands4j.v1.StartTaskQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Conversations, start tasks, events. */
final class ConversationCalls {

  private ConversationCalls() {}

  static Stream<V1Call> all() {
    return Stream.of(conversations(), starts()).flatMap(List::stream);
  }

  private static List<V1Call> conversations() {
    return List.of(
        V1Call.of(
            "Conversations.search",
            "GET /api/v1/app-conversations/search?limit=5",
            "",
            s ->
                s.client()
                    .conversations()
                    .search(ConversationQuery.builder().limit(5).build())
                    .items()
                    .size(),
            answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of(
            "Conversations.list",
            "GET /api/v1/app-conversations/search?title__contains=Conversation",
            "",
            s ->
                s
                    .client()
                    .conversations()
                    .list(ConversationQuery.builder().titleContains("Conversation").build())
                    .stream()
                    .count(),
            answer -> assertThat(answer).isEqualTo(1L)),
        V1Call.of(
            "Conversations.count",
            "GET /api/v1/app-conversations/count",
            "",
            s -> s.client().conversations().count(ConversationQuery.all()),
            answer -> assertThat(answer).isEqualTo(1L)),
        V1Call.of(
            "Conversations.get",
            "GET /api/v1/app-conversations?ids={conversation}",
            "",
            s ->
                s.client()
                    .conversations()
                    .get(s.id())
                    .map(AppConversation::id)
                    .equals(Optional.of(s.id())),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "OpenHandsClient.conversation",
            "GET /api/v1/app-conversations?ids={conversation}",
            "",
            s -> s.client().conversation(s.id()).isPresent(),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "Conversation.refresh",
            "GET /api/v1/app-conversations?ids={conversation}",
            "",
            s -> s.conversation().refresh().id().equals(s.id()),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "Conversations.getAll",
            "GET /api/v1/app-conversations?ids={conversation}",
            "",
            s -> s.client().conversations().getAll(List.of(s.id(), s.id())).size(),
            answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of(
            "Conversations.update",
            "PATCH /api/v1/app-conversations/{conversation}",
            "{\"title\":null,\"public\":true}",
            s ->
                s.client()
                    .conversations()
                    .update(
                        s.id(),
                        AppConversationUpdateRequest.builder().title(null).isPublic(true).build())
                    .isPublic(),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "Conversations.delete",
            "DELETE /api/v1/app-conversations/{conversation}",
            "",
            s -> s.client().conversations().delete(s.id()),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "Conversations.sendMessage",
            "POST /api/v1/app-conversations/{conversation}/send-message",
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}],\"run\":true}",
            s -> s.client().conversations().sendMessage(s.id(), "hi").success(),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.run(
            "Conversations.switchProfile",
            "POST /api/v1/app-conversations/{conversation}/switch_profile",
            "{\"profile_name\":\"fast\"}",
            s -> s.client().conversations().switchProfile(s.id(), "fast")),
        V1Call.run(
            "Conversations.switchAcpModel",
            "POST /api/v1/app-conversations/{conversation}/switch_acp_model",
            "{\"model\":\"other\"}",
            s -> s.acp().conversations().switchAcpModel(s.id(), "other")),
        V1Call.of(
            "Conversations.readFile",
            "GET /api/v1/app-conversations/{conversation}/file?file_path=/workspace/project/a.txt",
            "",
            s -> s.client().conversations().readFile(s.id(), "/workspace/project/a.txt"),
            answer -> assertThat(answer).isEqualTo("text")),
        V1Call.of(
            "Conversations.gitChanges",
            "GET /api/v1/app-conversations/{conversation}/git/changes?path=/workspace/project",
            "",
            s -> s.client().conversations().gitChanges(s.id(), "/workspace/project", null),
            answer -> assertThat(answer).isInstanceOf(List.class)),
        V1Call.of(
            "Conversations.gitDiff",
            "GET /api/v1/app-conversations/{conversation}/git/diff?path=/workspace/project/a.txt&ref=HEAD",
            "",
            s ->
                s.client()
                    .conversations()
                    .gitDiff(s.id(), "/workspace/project/a.txt", "HEAD")
                    .modified(),
            answer -> assertThat(answer).isEqualTo("text")),
        V1Call.of(
            "Conversations.skills",
            "GET /api/v1/app-conversations/{conversation}/skills",
            "",
            s -> s.client().conversations().skills(s.id()).get(0).triggers(),
            answer -> assertThat(answer).isEqualTo(List.of("ship"))),
        V1Call.of(
            "Conversations.hooks",
            "GET /api/v1/app-conversations/{conversation}/hooks",
            "",
            s -> s.client().conversations().hooks(s.id()),
            answer -> assertThat(answer).isEqualTo(List.of())),
        V1Call.of(
            "Conversations.download",
            "GET /api/v1/app-conversations/{conversation}/download",
            "",
            s -> V1Scene.firstByte(s.client().conversations().download(s.id())),
            answer -> assertThat(answer).isEqualTo((int) 'P')),
        V1Call.of(
            "Conversation.downloadTo",
            "GET /api/v1/app-conversations/{conversation}/download",
            "",
            s -> V1Scene.downloaded(s.conversation()),
            answer -> assertThat((Long) answer).isPositive()));
  }

  private static List<V1Call> starts() {
    return List.of(
        V1Call.of(
            "StartTasks.list",
            "GET /api/v1/app-conversations/start-tasks/search?sort_order=CREATED_AT&limit=7",
            "",
            s ->
                s
                    .client()
                    .startTasks()
                    .list(
                        StartTaskQuery.builder()
                            .sortOrder(AppConversationStartTaskSortOrder.CREATED_AT)
                            .limit(7)
                            .build())
                    .stream()
                    .map(AppConversationStartTask::id)
                    .toList()
                    .equals(List.of(s.task())),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "StartTasks.count",
            "GET /api/v1/app-conversations/start-tasks/count?conversation_id__eq={conversation}",
            "",
            s ->
                s.client()
                    .startTasks()
                    .count(StartTaskQuery.builder().conversationId(s.id()).build()),
            answer -> assertThat(answer).isEqualTo(1L)),
        V1Call.of(
            "StartTasks.get",
            "GET /api/v1/app-conversations/start-tasks?ids={task}",
            "",
            s -> s.client().startTasks().get(s.task()).isPresent(),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "StartTasks.getAll",
            "GET /api/v1/app-conversations/start-tasks?ids={task}",
            "",
            s -> s.client().startTasks().getAll(List.of(s.task())).size(),
            answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of(
            "EventsApi.search",
            "GET /api/v1/conversation/{conversation}/events/search?kind__eq=MessageEvent",
            "",
            s ->
                s.client()
                    .api()
                    .events()
                    .search(s.id(), Map.of("kind__eq", "MessageEvent"), null)
                    .items(),
            answer -> assertThat(answer).isNotEqualTo(List.of())),
        V1Call.of(
            "EventsApi.count",
            "GET /api/v1/conversation/{conversation}/events/count",
            "",
            s -> s.client().api().events().count(s.id(), Map.of(), null),
            answer -> assertThat((Long) answer).isPositive()),
        V1Call.of(
            "ConversationEvents.storedCount",
            "GET /api/v1/conversation/{conversation}/events/count",
            "",
            s -> s.conversation().events().storedCount(),
            answer -> assertThat((Long) answer).isPositive()),
        V1Call.of(
            "ConversationEvents.storedCount of a kind",
            "GET /api/v1/conversation/{conversation}/events/count?kind__eq=MessageEvent",
            "",
            s ->
                s.conversation()
                    .events()
                    .storedCount(EventQuery.builder().kindEq("MessageEvent").build()),
            answer -> assertThat((Long) answer).isPositive()),
        V1Call.of(
            "ConversationEvents.get",
            "GET /api/v1/conversation/{conversation}/events?id={event}",
            "",
            s -> s.conversation().events().get(List.of(s.event())).size(),
            answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of(
            "ConversationEvents.stored",
            "GET /api/v1/conversation/{conversation}/events/search?kind__eq=MessageEvent",
            "",
            s ->
                s
                    .conversation()
                    .events()
                    .stored(EventQuery.builder().kindEq("MessageEvent").build())
                    .stream()
                    .count(),
            answer -> assertThat((Long) answer).isPositive()),
        V1Call.of(
            "EventsApi.batchGet",
            "GET /api/v1/conversation/{conversation}/events?id={event}",
            "",
            s ->
                s.event()
                    .equals(
                        s.client()
                            .api()
                            .events()
                            .batchGet(s.id(), List.of(s.event()), null)
                            .get(0)
                            .get("id")),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "PendingMessagesApi.queueForStart",
            "POST /api/v1/conversations/task-{task}/pending-messages",
            "{\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}",
            s ->
                s.client()
                    .api()
                    .raw()
                    .pendingMessages()
                    .queueForStart(s.task(), V1Scene.MESSAGE, null)
                    .get("queued"),
            answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of(
            "PendingMessagesApi.queue",
            "POST /api/v1/conversations/{dashed}/pending-messages",
            "{\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}",
            s ->
                s.client()
                    .api()
                    .raw()
                    .pendingMessages()
                    .queue(s.id(), V1Scene.MESSAGE, null)
                    .get("position"),
            answer -> assertThat(answer).isEqualTo(1)));
  }
}
