package io.github.openhands4j.v1.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.FeignException;
import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the driver makes of failures that no transport should have. */
class StartDriverTest {

  private final List<String> asked = new ArrayList<>();

  /** A clock whose pauses pass at once. */
  private static final class Quick implements TimeSource {
    private long nanos;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public void sleep(Duration duration) {
      nanos += duration.toNanos();
    }
  }

  /** A server that knows nothing, and whose start ends in an exception. */
  private V1Api api(RuntimeException thrown) {
    return new V1Api(
        door(AppConversationsApi.class, thrown),
        door(StartTasksApi.class, thrown),
        door(SandboxesApi.class, thrown));
  }

  private <T> T door(Class<T> type, RuntimeException thrown) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              return switch (method.getName()) {
                case "start" -> throw thrown;
                case "search" -> new Page<>(List.of(), null);
                default -> List.of();
              };
            }));
  }

  static Stream<RuntimeException> oddFailures() {
    return Stream.of(
        new NullPointerException(),
        new IllegalStateException("odd"),
        new ClassCastException(),
        new FeignException.FeignClientException(
            200,
            "odd",
            Request.create(
                Request.HttpMethod.POST, "http://127.0.0.1:1/", Map.of(), null, null, null),
            null,
            null));
  }

  @ParameterizedTest
  @MethodSource("oddFailures")
  void oddFailureOfTheSendNeitherLosesTheHandleNorSendsAgain(RuntimeException odd) {
    TimeSource time = new Quick();
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();
    StartDriver driver =
        new StartDriver(
            api(odd),
            new Calls(options, time, () -> 0.5),
            Json.mapper(1_000_000),
            options,
            time,
            new ServerClock(time),
            () -> 0.5);
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();
    StartHandle handle = driver.newHandle(body);

    assertThatThrownBy(() -> driver.start(handle, body))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle))
        .hasRootCause(odd);
    assertThat(asked).containsOnlyOnce("start");
  }
}
