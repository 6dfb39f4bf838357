package io.github.openhands4j.v1.internal.start;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which start tasks are read, and which of two rows counts. */
class StartLookUpTest {

  private static final TimeSource TIME = TimeSource.system();

  private static List<AppConversationStartTask> found(
      Function<Map<?, ?>, Page<AppConversationStartTask>> pages) {
    return look(pages, List.of()).tasks();
  }

  private static StartInput.Looked look(
      Function<Map<?, ?>, Page<AppConversationStartTask>> pages,
      List<AppConversation> conversations) {
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();
    V1Api api =
        V1Api.builder()
            .appConversations(door(AppConversationsApi.class, query -> conversations))
            .startTasks(door(StartTasksApi.class, pages::apply))
            .sandboxes(door(SandboxesApi.class, query -> List.of()))
            .events(door(EventsApi.class, query -> List.of()))
            .build();
    Calls calls = new Calls(options, TIME, () -> 0.5);
    StartTimes times = new StartTimes(TIME, new ServerClock(TIME));
    return new StartLookUp(api, calls, times, options.baseUrl())
        .look(handle(1), Deadline.in(TIME, Duration.ofMinutes(1)));
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
  void startThatWaitedForItsTurnIsFoundHoweverLongItWaited() {
    assertThat(found(StartLookUpTest::lateStart)).hasSize(1);
  }

  /** Rows in the order of their times, in pages of a hundred, the newest first if not asked. */
  private static Page<AppConversationStartTask> page(
      List<AppConversationStartTask> rows, Map<?, ?> query) {
    List<AppConversationStartTask> ordered = new ArrayList<>(rows);
    if (!query.containsKey("created_at__gte")) {
      Collections.reverse(ordered);
    }
    int from = query.get("page_id") instanceof String page ? Integer.parseInt(page) : 0;
    int to = Math.min(from + 100, ordered.size());
    return new Page<>(ordered.subList(from, to), to == ordered.size() ? null : String.valueOf(to));
  }

  @Test
  void startThatWaitedBehindManyAndIsFollowedByManyIsFound() {
    List<AppConversationStartTask> rows = new ArrayList<>();
    for (int other = 0; other < 150; other++) {
      rows.add(row(1_000 + other, Duration.ofMinutes(41).plusSeconds(other)));
    }
    rows.add(row(1, Duration.ofMinutes(48)));
    for (int other = 0; other < 150; other++) {
      rows.add(row(2_000 + other, Duration.ofMinutes(49).plusSeconds(other)));
    }

    assertThat(found(query -> page(rows, query))).hasSize(1);
  }

  /** Rows that cannot be read, as plain JSON values, where nothing else is. */
  private static Throwable lookAmong(Object... odd) {
    return catchThrowable(
        () -> assertThat(found(query -> new Page<>(List.of(), null, List.of(odd)))).isEmpty());
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
    assertThat(found(query -> new Page<>(List.of(row(1, Duration.ZERO)), null, List.of("odd"))))
        .hasSize(1);
  }

  @Test
  void listThatDoesNotEndDoesNotSayThatAStartIsAbsent() {
    AtomicInteger pages = new AtomicInteger();
    Page<AppConversationStartTask> circle =
        new Page<>(List.of(row(2, Duration.ofMinutes(1))), "again");

    for (Function<Map<?, ?>, Page<AppConversationStartTask>> endless :
        List.<Function<Map<?, ?>, Page<AppConversationStartTask>>>of(
            query -> circle,
            query -> new Page<>(circle.items(), "page " + pages.incrementAndGet()))) {
      assertThatThrownBy(() -> found(endless))
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("did not come to its end");
    }
    assertThat(pages).as("pages of one look").hasValue(1 + 10);
  }

  @Test
  void conversationOfOursIsAWitness() {
    Page<AppConversationStartTask> nothing = new Page<>(List.of(), null);
    AppConversation ours = AppConversation.builder().id(conversationId(1)).build();

    StartInput.Looked looked = look(query -> nothing, List.of(ours));

    assertThat(looked.conversationExists()).isTrue();
  }

  @Test
  void rowOfAnotherConversationIsNoWitness() {
    Page<AppConversationStartTask> nothing = new Page<>(List.of(), null);
    AppConversation other = AppConversation.builder().id(conversationId(2)).build();

    StartInput.Looked looked = look(query -> nothing, List.of(other));

    assertThat(looked.conversationExists()).isFalse();
  }

  @Test
  void ofTwoRowsOfATaskTheOneThatWasChangedLastCounts() {
    AppConversationStartTask before = row(1, Duration.ZERO);
    AppConversationStartTask after = row(1, Duration.ofSeconds(1));

    for (List<AppConversationStartTask> rows :
        List.of(List.of(before, after), List.of(after, before))) {
      assertThat(found(query -> new Page<>(rows, null))).containsExactly(after);
    }
  }
}
