package io.github.openhands4j.compat.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTasksTest {

  private static final ConversationId ID = ConversationId.parse("0b".repeat(16));
  private static final StartTaskId TASK = StartTaskId.parse("0a".repeat(16));

  private final ConversationLedger ledger = new ConversationLedger();

  private static <T> T door(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
  }

  private StartTasks startTasks(Object answer) {
    V1Api api =
        V1Api.builder()
            .appConversations(door(AppConversationsApi.class, answer))
            .startTasks(door(StartTasksApi.class, answer))
            .sandboxes(door(SandboxesApi.class, answer))
            .events(door(EventsApi.class, answer))
            .build();
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();
    TimeSource time = TimeSource.system();
    return new StartTasks(
        api,
        new Calls(options, time, () -> 0),
        ledger,
        SharedReads.AT_ONCE,
        time,
        options.readTimeout());
  }

  private static AppConversationStartTask task(String id, AppConversationStartTaskStatus status) {
    return AppConversationStartTask.builder()
        .id(StartTaskId.parse(id.repeat(16)))
        .status(status)
        .request(AppConversationStartRequest.builder().conversationId(ID).build())
        .build();
  }

  private static AppConversationStartTask failed() {
    return AppConversationStartTask.builder()
        .id(TASK)
        .status(AppConversationStartTaskStatus.ERROR)
        .request(
            AppConversationStartRequest.builder()
                .conversationId(ID)
                .selectedRepository("me/repo")
                .systemMessageSuffix("what the user wrote")
                .secrets(Map.of("NAME", Secret.of("not-a-key")))
                .additionalProperties(Map.of("of_tomorrow", "what the user wrote"))
                .build())
        .build();
  }

  @Test
  void failedStartIsKeptWithoutWhatTheUserWrote() {
    startTasks(List.of(failed())).read(Map.of(TASK, ID));

    AppConversationStartTask kept = Objects.requireNonNull(ledger.get(ID).failedStart());
    AppConversationStartRequest request = Objects.requireNonNull(kept.request());
    assertThat(request.selectedRepository()).isEqualTo("me/repo");
    assertThat(request.initialMessage()).isNull();
    assertThat(request.systemMessageSuffix()).isNull();
    assertThat(request.secrets()).isEmpty();
    assertThat(request.additionalProperties()).isEmpty();
  }

  @Test
  void failedDuplicateDoesNotHideTheStartThatRuns() {
    AppConversationStartTask running = task("0c", AppConversationStartTaskStatus.WORKING);
    AppConversationStartTask duplicate = task("0d", AppConversationStartTaskStatus.ERROR);

    assertThat(startTasks(new Page<>(List.of(duplicate, running), null)).of(ID)).contains(running);

    assertThat(ledger.get(ID).failedStart()).isNull();
    assertThat(ledger.get(ID).startTaskId()).isEqualTo(running.id());
  }

  @Test
  void startFailedOnlyIfAllOfItsTasksHave() {
    AppConversationStartTask newest = task("0c", AppConversationStartTaskStatus.ERROR);
    AppConversationStartTask oldest = task("0d", AppConversationStartTaskStatus.ERROR);

    assertThat(startTasks(new Page<>(List.of(newest, oldest), null)).of(ID)).contains(newest);

    assertThat(Objects.requireNonNull(ledger.get(ID).failedStart()).id()).isEqualTo(newest.id());
  }
}
