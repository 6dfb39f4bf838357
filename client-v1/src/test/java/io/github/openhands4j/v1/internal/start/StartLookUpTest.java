package io.github.openhands4j.v1.internal.start;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which start tasks are read, and which of two rows counts. */
class StartLookUpTest {

  private static final TimeSource TIME = TimeSource.system();

  private static List<AppConversationStartTask> found(
      Duration readyTimeout, Function<Map<?, ?>, Page<AppConversationStartTask>> pages) {
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl("http://127.0.0.1:1")
            .noApiKey()
            .readyTimeout(readyTimeout)
            .build();
    V1Api api =
        V1Api.builder()
            .appConversations(door(AppConversationsApi.class, query -> List.of()))
            .startTasks(door(StartTasksApi.class, pages::apply))
            .sandboxes(door(SandboxesApi.class, query -> List.of()))
            .events(door(EventsApi.class, query -> List.of()))
            .build();
    Calls calls = new Calls(options, TIME, () -> 0.5);
    StartTimes times = new StartTimes(TIME, new ServerClock(TIME));
    return new StartLookUp(api, calls, times, options)
        .look(handle(1), Deadline.in(TIME, Duration.ofMinutes(1)))
        .tasks();
  }

  private static <T> T door(Class<T> type, Function<Map<?, ?>, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answer.apply(arguments[0] instanceof Map<?, ?> query ? query : Map.of())));
  }

  /** A row so long after the handle's time. */
  private static AppConversationStartTask row(long number, Duration after) {
    Instant at = handle(1).startedAt().plus(after);
    return task(number, AppConversationStartTaskStatus.WORKING, conversationId(number))
        .createdAt(at)
        .updatedAt(at)
        .build();
  }

  /** Ours is not among the newest, and on the second page of those of its time. */
  private static Page<AppConversationStartTask> lateStart(Map<?, ?> query) {
    if (!query.containsKey("created_at__gte")) {
      return new Page<>(List.of(row(9, Duration.ofHours(9))), "more");
    }
    return query.containsKey("page_id")
        ? new Page<>(List.of(row(1, Duration.ofMinutes(50))), null)
        : new Page<>(List.of(row(2, Duration.ofMinutes(45))), "second");
  }

  @Test
  void startThatWaitedForItsTurnIsFoundHoweverLongItMayWait() {
    assertThat(found(Duration.ofHours(1), StartLookUpTest::lateStart)).hasSize(1);
    assertThat(found(Duration.ofMinutes(10), StartLookUpTest::lateStart)).isEmpty();
  }

  /** Rows that cannot be read, as plain JSON values, where nothing else is. */
  private static Throwable lookAmong(Object... odd) {
    return catchThrowable(
        () ->
            assertThat(
                    found(
                        Duration.ofMinutes(10), query -> new Page<>(List.of(), null, List.of(odd))))
                .isEmpty());
  }

  private static Map<String, Object> startOf(Object id) {
    return Map.of("id", "odd", "request", Map.of("conversation_id", id));
  }

  @Test
  void startWhoseRowCannotBeReadIsNotSaidToBeAbsent() {
    String dashed = conversationId(1).uuid().toString();

    for (Object odd :
        List.of(
            startOf(dashed),
            startOf(conversationId(1).hex().toUpperCase(Locale.ROOT)),
            startOf(List.of(dashed)),
            Map.of("request", dashed),
            "odd")) {
      assertThat(lookAmong(startOf(conversationId(2).hex()), odd))
          .isInstanceOf(UnreadableAnswerException.class);
    }
  }

  @Test
  void rowsOfOthersThatCannotBeReadDoNotMatter() {
    assertThat(
            lookAmong(
                startOf(conversationId(2).hex()), Map.of("id", "odd"), Map.of("request", Map.of())))
        .isNull();
  }

  @Test
  void rowThatCanBeReadStandsBesideOneThatCannot() {
    assertThat(
            found(
                Duration.ofMinutes(10),
                query -> new Page<>(List.of(row(1, Duration.ZERO)), null, List.of("odd"))))
        .hasSize(1);
  }

  @Test
  void ofTwoRowsOfATaskTheOneThatWasChangedLastCounts() {
    AppConversationStartTask before = row(1, Duration.ZERO);
    AppConversationStartTask after = row(1, Duration.ofSeconds(1));

    for (List<AppConversationStartTask> rows :
        List.of(List.of(before, after), List.of(after, before))) {
      assertThat(found(Duration.ofMinutes(10), query -> new Page<>(rows, null)))
          .containsExactly(after);
    }
  }
}
