package io.github.openhands4j.core.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.openhands4j.core.testing.FakeTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who shares a budget with whom, and for how long. */
class SharedLimitsRegistryTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeTime time = new FakeTime();
  private final SharedLimitsRegistry registry = new SharedLimitsRegistry(time);

  private static ClientOptionsBuilder options(String key) {
    return ClientOptions.builder()
        .baseUrl("http://127.0.0.1:1")
        .apiKey(key)
        .requestsPerMinute(2)
        .requestsPerSecond(2);
  }

  private static void send(RequestPass pass) {
    assertThat(pass.awaitTurn("GET /x", false, Duration.ofSeconds(1))).isZero();
  }

  private static void isSpent(RequestPass pass) {
    assertThatThrownBy(() -> pass.awaitTurn("GET /x", false, Duration.ofSeconds(1)))
        .isInstanceOf(RequestBudgetException.class);
  }

  @Test
  void clientsOfOneServerAndKeyShareABudgetAndTokens() {
    RequestPass first = registry.join(options("fake-a").build());
    RequestPass second =
        registry.join(options("fake-a").baseUrl("http://127.0.0.1:1/prefix").build());
    send(first);
    send(second);

    isSpent(first);
    isSpent(second);
    assertThat(registry.retryTokens(options("fake-a").build()))
        .isSameAs(registry.retryTokens(options("fake-a").build()));
  }

  @Test
  void otherKeysAndOtherServersHaveTheirOwn() {
    RequestPass first = registry.join(options("fake-a").build());
    send(first);
    send(first);

    send(registry.join(options("fake-b").build()));
    send(registry.join(options("fake-a").baseUrl("http://127.0.0.1:2").build()));
    send(registry.join(options("fake-a").noApiKey().build()));
    assertThat(registry.retryTokens(options("fake-a").build()))
        .isNotSameAs(registry.retryTokens(options("fake-b").build()));
  }

  @Test
  void budgetOfAClientIsThatOfTheKeyItBeganWith() {
    AtomicReference<ApiKey> key = new AtomicReference<>(ApiKey.of("fake-a"));
    RequestPass rotating = registry.join(options("fake-x").apiKeySource(key::get).build());
    RequestPass fixed = registry.join(options("fake-a").build());
    key.set(ApiKey.of("fake-b"));
    send(rotating);
    send(rotating);

    isSpent(rotating);
    isSpent(fixed);
  }

  @Test
  @Timeout(5)
  void writeKeepsHalfOfItsTimeForItself() {
    RequestPass pass = registry.join(options("fake-a").requestsPerSecond(1).build());
    send(pass);

    assertThatThrownBy(() -> pass.awaitTurn("POST /x", true, Duration.ofMillis(1_500)))
        .isInstanceOfSatisfying(
            RequestBudgetException.class,
            e -> assertThat(e.untilTurn()).isEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  @Timeout(5)
  void writeKeepsTenSecondsOfALongTimeForItself() {
    RequestPass pass = registry.join(options("fake-a").requestsPerMinute(1).build());
    send(pass);

    assertThatThrownBy(() -> pass.awaitTurn("POST /x", true, Duration.ofSeconds(69)))
        .isInstanceOf(RequestBudgetException.class)
        .hasMessageContaining("it can wait 59000 ms");
  }

  @Test
  void lowestLimitHoldsWhileItsClientIsOpen() {
    RequestPass high = registry.join(options("fake-a").requestsPerMinute(10).build());
    RequestPass low = registry.join(options("fake-a").requestsPerMinute(1).build());
    send(high);
    isSpent(high);

    low.close();

    send(high);
  }

  @Test
  void lowestLimitGoesWithAClientThatIsOnlyForgotten() {
    RequestPass high = registry.join(options("fake-a").requestsPerMinute(10).build());
    joinAndForget(options("fake-a").requestsPerMinute(1).build());
    send(high);
    isSpent(high);
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    boolean sent = false;
    while (!sent && System.nanoTime() < end) {
      System.gc(); // the collection is noticed a little later
      sent = maySend(high);
    }

    assertThat(sent).as("sent once the other client was collected").isTrue();
  }

  private void joinAndForget(ClientOptions options) {
    assertThat(registry.join(options)).isNotNull();
  }

  private static boolean maySend(RequestPass pass) {
    try {
      send(pass);
      return true;
    } catch (RequestBudgetException notYet) {
      return false;
    }
  }

  @Test
  void budgetOutlivesItsLastClientByAMinute() throws InterruptedException {
    RequestPass first = registry.join(options("fake-a").build());
    send(first);
    send(first);
    first.close();
    time.sleep(MINUTE.minusSeconds(2));
    RequestPass second = registry.join(options("fake-a").build());
    isSpent(second);
    second.close();
    assertThat(registry.size()).isEqualTo(1);

    time.sleep(MINUTE);

    assertThat(registry.size()).isZero();
  }

  @Test
  void budgetOfAnOpenClientStays() throws InterruptedException {
    RequestPass pass = registry.join(options("fake-a").build());
    time.sleep(Duration.ofDays(1));

    assertThat(registry.size()).isEqualTo(1);
    send(pass);
  }
}
