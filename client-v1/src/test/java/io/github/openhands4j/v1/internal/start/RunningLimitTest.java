package io.github.openhands4j.v1.internal.start;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.testing.PassingTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a start that was let through counts on a server that lists no sandbox. */
class RunningLimitTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Request.@Nullable Options counted;
  private final PassingTime time = new PassingTime(Instant.EPOCH);
  private final RunningLimit limit = limit();

  private void await(long number) {
    limit.await(conversationId(number), Deadline.in(time, PATIENCE));
  }

  private RunningLimit limit() {
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().maxRunning(1).build();
    SandboxesApi empty =
        SandboxesApi.class.cast(
            Proxy.newProxyInstance(
                SandboxesApi.class.getClassLoader(),
                new Class<?>[] {SandboxesApi.class},
                (proxy, method, arguments) -> {
                  counted = (Request.Options) arguments[1];
                  return new Page<>(List.of(), null);
                }));
    return new RunningLimit(empty, new Calls(options, time, () -> 0.5), options, time);
  }

  @Test
  void startCountsUntilItsRequestIsOverHoweverLongThatTakes() {
    await(1);
    time.pass(Duration.ofMinutes(10));

    assertThatThrownBy(() -> await(2))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
  }

  @Test
  void startCountsFor15SecondsAfterItsRequest() {
    await(1);
    time.pass(Duration.ofMinutes(10));
    limit.sent(conversationId(1));
    time.pass(Duration.ofSeconds(14));

    await(2);

    assertThat(time.sleeps()).isEqualTo(1);
  }

  @Test
  void startThatIsListedByNowCountsNoMore() {
    await(1);
    limit.sent(conversationId(1));
    time.pass(Duration.ofSeconds(16));

    await(2);

    assertThat(time.sleeps()).isZero();
  }

  @Test
  void startThatWasNotMadeCountsNoMore() {
    await(1);
    limit.sent(conversationId(1));
    limit.dropped(conversationId(1));

    await(2);

    assertThat(time.sleeps()).isZero();
  }

  @Test
  void countHasTheTimeOfAReadHoweverLongAStartMayWait() {
    limit.await(conversationId(1), Deadline.in(time, Duration.ofHours(24)));

    assertThat(Objects.requireNonNull(counted).readTimeoutMillis()).isEqualTo(30_000);
  }

  @Test
  void startThatNeverWaitedIsNotCounted() {
    limit.sent(conversationId(7));

    await(2);

    assertThat(time.sleeps()).isZero();
  }
}
