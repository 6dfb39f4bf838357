package io.github.openhands4j.v1.internal.message;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.http.SendNotice;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import io.github.openhands4j.v1.testing.PassingTime;
import io.github.openhands4j.v1.testing.Samples;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes for a message whose answer was lost, in a conversation with others. */
class MessageDriverTest {

  private static final ConversationId ID = conversationId(1);
  private static final ClientOptions OPTIONS =
      ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();

  private final PassingTime time = new PassingTime(Instant.parse("2026-01-01T12:00:00Z"));
  private final List<Said> said = new ArrayList<>();
  private final Deque<Consumer<Request.Options>> sends = new ArrayDeque<>();
  private final Deque<Throwable> lookFailures = new ArrayDeque<>();
  private final Calls calls = new Calls(OPTIONS, time, () -> 0.5, new RetryTokens());
  private final SentMessages sentMessages = new SentMessages(new MessageClock(time, serverClock()));
  private int looks;

  /** A message of a user, and when it came. */
  private record Said(String id, String text, Instant at) {}

  private ServerClock serverClock() {
    ServerClock clock = new ServerClock(time);
    clock.answered(clock.reading(), List.of("Thu, 01 Jan 2026 12:00:00 GMT"), List.of());
    return clock;
  }

  private MessageDriver driver(Calls through) {
    V1Api api =
        V1Api.builder()
            .appConversations(
                door(
                    AppConversationsApi.class,
                    (proxy, method, arguments) -> {
                      sends.removeFirst().accept((Request.Options) arguments[2]);
                      return AppSendMessageResponse.builder().success(true).build();
                    }))
            .events(
                door(
                    EventsApi.class,
                    (proxy, method, arguments) -> {
                      looks++;
                      if (!lookFailures.isEmpty()) {
                        throw lookFailures.removeFirst();
                      }
                      Map<?, ?> query = (Map<?, ?>) arguments[1];
                      return page(Instant.parse(String.valueOf(query.get("timestamp__gte"))));
                    }))
            .startTasks(door(StartTasksApi.class, (proxy, method, arguments) -> List.of()))
            .sandboxes(door(SandboxesApi.class, (proxy, method, arguments) -> List.of()))
            .build();
    LookRhythm rhythm = new LookRhythm(time, () -> 0.5);
    return new MessageDriver(api, through, OPTIONS, sentMessages, rhythm, id -> {});
  }

  private static <T> T door(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Page<Map<String, @Nullable Object>> page(Instant since) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    said.stream()
        .filter(event -> !event.at().isBefore(since))
        .forEach(
            event ->
                rows.add(
                    Map.of(
                        "id", event.id(),
                        "source", "user",
                        "llm_message", Map.of("content", List.of(Map.of("text", event.text()))))));
    return new Page<>(rows, null);
  }

  private boolean send() {
    return driver(calls).send(ID, "Go on").success();
  }

  private void arrives() {
    said.add(0, new Said("event-" + said.size(), "Go on", time.now()));
  }

  private static RuntimeException answer(int status, String body) {
    return ApiException.of(
        new ErrorAnswer(
            "POST /somewhere", status, Map.of("retry-after", List.of("20")), body, null));
  }

  @Test
  void textSaidByAnotherWhileTheTurnWasWaitedForIsNotTakenForTheLostOne() {
    sends.add(
        times -> {
          time.sleep(Duration.ofSeconds(20));
          arrives(); // another user's
          time.sleep(Duration.ofSeconds(20));
          SendNotice.give(times);
          throw Samples.lost();
        });

    assertThatThrownBy(this::send).isInstanceOf(MessageOutcomeUnknownException.class);
  }

  @Test
  void textSaidByAnotherWhileALimitWasWaitedForIsNotTakenForTheLostOne() {
    sends.add(
        times -> {
          arrives(); // another user's
          throw answer(429, "{\"message\":\"Too many requests\"}");
        });
    sends.add(
        times -> {
          throw Samples.lost();
        });

    assertThatThrownBy(this::send).isInstanceOf(MessageOutcomeUnknownException.class);
    assertThat(sends).isEmpty();
  }

  @Test
  void ownEqualMessageJustBeforeIsNotTakenForTheLostOne() {
    sends.add(times -> arrives());
    sends.add(
        times -> {
          throw Samples.lost();
        });

    assertThat(send()).isTrue();
    assertThatThrownBy(this::send).isInstanceOf(MessageOutcomeUnknownException.class);
  }

  @Test
  void lostMessageIsFoundBesideAnEqualOneOfOurs() {
    sends.add(times -> arrives());
    sends.add(
        times -> {
          arrives();
          throw Samples.lost();
        });

    assertThat(send()).isTrue();
    assertThat(send()).isTrue();
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void equalMessageOfUnknownFateThatArrivesLateIsNotTakenForTheLostOne() {
    sends.add(
        times -> {
          throw Samples.lost();
        });
    sends.add(
        times -> {
          arrives(); // the first one
          throw Samples.lost();
        });

    assertThatThrownBy(this::send).isInstanceOf(MessageOutcomeUnknownException.class);
    assertThatThrownBy(this::send).isInstanceOf(MessageOutcomeUnknownException.class);
  }

  @Test
  void refusedMessageStandsForNoLaterOne() {
    sends.add(
        times -> {
          throw answer(409, "{\"detail\":\"Sandbox is PAUSED\"}");
        });
    sends.add(
        times -> {
          arrives();
          throw Samples.lost();
        });

    assertThatThrownBy(this::send).isInstanceOf(ApiException.class);
    assertThat(send()).isTrue();
  }

  @Test
  void eventThatComesTwiceBecausePagesShiftedIsOneEvent() {
    sends.add(times -> arrives());
    sends.add(
        times -> {
          said.add(said.get(0));
          throw Samples.lost();
        });

    assertThat(send()).isTrue();
    assertThatThrownBy(this::send).isInstanceOf(MessageOutcomeUnknownException.class);
  }

  static Stream<Throwable> oddFailures() {
    return Stream.of(
        new NullPointerException(),
        new ClassCastException(),
        new StackOverflowError("odd"),
        new NoClassDefFoundError("odd"));
  }

  @ParameterizedTest
  @MethodSource("oddFailures")
  void lookThatFailsOddlyIsTriedAgain(Throwable odd) {
    sends.add(
        times -> {
          arrives();
          throw Samples.lost();
        });
    lookFailures.add(odd);

    assertThat(send()).isTrue();
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void messageThatIsLostAtItsDeadlineIsNotLookedForAfterIt() {
    Calls ending = calls.with(OPTIONS, Deadline.in(time, Duration.ofSeconds(10)));
    sends.add(
        times -> {
          time.sleep(Duration.ofSeconds(10));
          throw Samples.lost();
        });

    assertThatThrownBy(() -> driver(ending).send(ID, "Go on"))
        .isInstanceOf(MessageOutcomeUnknownException.class);
    assertThat(looks).isZero();
    assertThat(Duration.ofNanos(time.nanoTime())).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void messageIsLookedForUntilItsDeadlineAtTheLongest() {
    Calls ending = calls.with(OPTIONS, Deadline.in(time, Duration.ofSeconds(10)));
    sends.add(
        times -> {
          throw Samples.lost();
        });

    assertThatThrownBy(() -> driver(ending).send(ID, "Go on"))
        .isInstanceOf(MessageOutcomeUnknownException.class);
    assertThat(looks).isPositive();
    assertThat(Duration.ofNanos(time.nanoTime())).isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 429, 503})
  void gatewaysOwnJsonLeavesAMessageUnknown(int status) {
    sends.add(
        times -> {
          throw answer(status, "{\"message\":\"Service Unavailable\"}");
        });

    assertThatThrownBy(this::send)
        .isInstanceOf(MessageOutcomeUnknownException.class)
        .hasCauseInstanceOf(OpenHandsException.class);
    assertThat(looks).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 503})
  void errorThatTheApiStatesLeavesNothingUnknown(int status) {
    sends.add(
        times -> {
          throw answer(status, " {\"detail\": \"Sandbox is PAUSED\"}");
        });

    assertThatThrownBy(this::send).isInstanceOf(ApiException.class);
    assertThat(looks).isZero();
  }
}
