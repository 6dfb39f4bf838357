package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.internal.backend.HoldsCreates;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of keys: made one by one, and never given up while they hold what may not be lost. */
class ClientPoolTest {

  private static final ClientOptions OPTIONS =
      ClientOptions.builder().baseUrl("https://v1.invalid").noApiKey().build();

  private final Map<String, Client> made = new ConcurrentHashMap<>();
  private final AtomicInteger makes = new AtomicInteger();
  private final CountDownLatch slowBegan = new CountDownLatch(1);
  private final CountDownLatch slowMayEnd = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ClientPool pool = new ClientPool(OPTIONS, this::make, 1);

  /** A client that says what would be lost with it. */
  private static final class Client extends MemoryV0Client implements HoldsCreates {

    private volatile boolean holds;
    private volatile boolean remembers;
    private volatile boolean failsToClose;

    @Override
    public void close() {
      super.close();
      if (failsToClose) {
        throw new IllegalStateException("not closed");
      }
    }

    @Override
    public boolean holdsUnknownCreates() {
      return holds;
    }

    @Override
    public boolean remembersConversations() {
      return remembers;
    }
  }

  private OpenHandsV0Client make(ClientOptions options) {
    String key = options.apiKey().orElseThrow().reveal();
    makes.incrementAndGet();
    if (key.equals("slow")) {
      slowBegan.countDown();
      await(slowMayEnd);
    }
    if (key.equals("bad") && makes.get() == 1) {
      throw new IllegalStateException("no client");
    }
    return made.computeIfAbsent(key, k -> new Client());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private ClientPool.Lease acquire(String key) {
    return pool.acquire(Caller.with(ApiKey.of(key)));
  }

  private Client client(String key) {
    return Optional.ofNullable(made.get(key)).orElseThrow();
  }

  @AfterEach
  void endThreads() {
    slowMayEnd.countDown();
    threads.shutdownNow();
  }

  @Test
  void clientThatTakesLongToMakeKeepsNoOtherKeyWaiting() throws Exception {
    Future<ClientPool.Lease> slow = threads.submit(() -> acquire("slow"));
    await(slowBegan);

    Future<ClientPool.Lease> other = threads.submit(() -> acquire("other"));
    assertThat(other.get(10, TimeUnit.SECONDS).client()).isSameAs(client("other"));
    assertThat(slow).isNotDone();

    slowMayEnd.countDown();
    assertThat(slow.get(10, TimeUnit.SECONDS).client()).isSameAs(client("slow"));
  }

  @Test
  void callersOfOneKeyShareTheClientThatIsBeingMade() throws Exception {
    Future<ClientPool.Lease> first = threads.submit(() -> acquire("slow"));
    await(slowBegan);
    Future<ClientPool.Lease> second = threads.submit(() -> acquire("slow"));
    slowMayEnd.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS).client())
        .isSameAs(second.get(10, TimeUnit.SECONDS).client());
    assertThat(makes).hasValue(1);
  }

  @Test
  void clientThatHoldsCreatesOfUnknownOutcomeIsKeptUntilItHoldsNone() {
    acquire("one").close();
    client("one").holds = true;

    acquire("two").close();
    acquire("three").close();
    assertThat(client("one").isClosed()).isFalse();
    assertThat(client("two").isClosed()).isTrue();
    assertThat(acquire("one").client()).isSameAs(client("one"));

    client("one").holds = false;
    acquire("four").close();
    assertThat(client("four").isClosed()).isTrue(); // "one" is in use
    assertThat(client("one").isClosed()).isFalse();
  }

  @Test
  void clientIsGivenUpOnceItHoldsNothing() {
    acquire("one").close();
    client("one").holds = true;
    acquire("two").close();

    client("one").holds = false;
    acquire("three").close();

    assertThat(client("one").isClosed()).isTrue();
  }

  @Test
  void clientThatFailsToCloseHarmsNoOther() {
    acquire("one").close();
    client("one").failsToClose = true;

    ClientPool.Lease two = acquire("two");
    assertThat(client("one").isClosed()).isTrue();
    client("two").failsToClose = true;
    ClientPool.Lease three = acquire("three");
    two.close();
    assertThat(client("two").isClosed()).isTrue();

    assertThat(client("three").isClosed()).isFalse();
    three.close();
    acquire("four").close(); // nobody counts as a user of "three" any more
    assertThat(client("three").isClosed()).isTrue();
  }

  @Test
  void allClientsAreClosedWithThePoolThoughOneFailsToClose() {
    acquire("one");
    acquire("two");
    client("one").failsToClose = true;

    pool.close();

    assertThat(client("one").isClosed()).isTrue();
    assertThat(client("two").isClosed()).isTrue();
  }

  @Test
  void clientsThatRememberNothingPushOutNoneThatDo() {
    acquire("one").close();
    client("one").remembers = true;

    List<ClientPool.Lease> atOnce = List.of(acquire("two"), acquire("three"));
    client("three").holds = true;
    atOnce.forEach(ClientPool.Lease::close);
    acquire("four").close();

    assertThat(client("one").isClosed()).isFalse();
    assertThat(client("two").isClosed()).isTrue();
    assertThat(client("three").isClosed()).isFalse();
    assertThat(client("four").isClosed()).isTrue();
  }

  @Test
  void amongThoseThatRememberTheOneUnusedForTheLongestTimeGoes() {
    acquire("one").close();
    client("one").remembers = true;

    ClientPool.Lease newer = acquire("two");
    assertThat(client("one").isClosed()).isFalse();
    client("two").remembers = true;
    newer.close();

    assertThat(client("one").isClosed()).isTrue();
    assertThat(client("two").isClosed()).isFalse();
  }

  @Test
  void clientThatCouldNotBeMadeIsTriedAgain() {
    assertThatThrownBy(() -> acquire("bad")).isInstanceOf(IllegalStateException.class);

    try (ClientPool.Lease lease = acquire("bad")) {
      assertThat(lease.client()).isSameAs(client("bad"));
    }
    acquire("other").close();
    assertThat(client("bad").isClosed()).isTrue();
  }

  @Test
  void clientThatIsBeingMadeWhenThePoolIsClosedIsClosedToo() throws Exception {
    Future<ClientPool.Lease> slow = threads.submit(() -> acquire("slow"));
    await(slowBegan);
    Future<?> closing = threads.submit(pool::close);
    slowMayEnd.countDown();
    closing.get(10, TimeUnit.SECONDS);
    slow.get(10, TimeUnit.SECONDS);

    assertThat(client("slow").isClosed()).isTrue();
    assertThatThrownBy(() -> acquire("slow")).isInstanceOf(V0Exception.class);
  }
}
