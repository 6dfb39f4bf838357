package io.github.openhands4j.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which simulator a test gets, and for how long. */
class OpenHandsExtensionTest {

  private static final List<URI> ADDRESSES = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    ADDRESSES.clear();
  }

  private static void everyAddressIsClosed() {
    assertThat(ADDRESSES)
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThatThrownBy(() -> Http.get(address, "/alive"))
                    .isInstanceOf(ConnectException.class));
  }

  @ExtendWith(OpenHandsExtension.class)
  static class Pair {

    @Test
    void one(OpenHandsSimulator server, @ServerUrl URI url, @ServerKey String key)
        throws IOException {
      startsOnce(server, url, key);
    }

    @Test
    void other(OpenHandsSimulator server, @ServerUrl String url, @ServerKey String key)
        throws IOException {
      startsOnce(server, URI.create(url), key);
    }
  }

  private static void startsOnce(OpenHandsSimulator server, URI url, String key)
      throws IOException {
    ADDRESSES.add(url);
    assertThat(url).isEqualTo(server.baseUrl());
    assertThat(Http.start(url, "a-wrong-key")).isEqualTo(401);
    assertThat(Http.start(url, key)).isEqualTo(200);
    assertThat(server.startTasks()).hasSize(1);
    assertThat(server.journal().starts()).isEqualTo(2);
  }

  @Test
  void eachTestHasAFreshSimulatorThatIsStopped() {
    Trial trial = Trial.of(Pair.class);

    assertThat(trial.failures()).isEmpty();
    assertThat(trial.succeeded()).isEqualTo(2);
    assertThat(ADDRESSES).doesNotHaveDuplicates();
    everyAddressIsClosed();
  }

  private static CyclicBarrier together = new CyclicBarrier(4);

  private static void meet(OpenHandsSimulator server, URI url, String key) throws Exception {
    together.await(30, TimeUnit.SECONDS);
    startsOnce(server, url, key);
    together.await(30, TimeUnit.SECONDS);
  }

  @ExtendWith(OpenHandsExtension.class)
  static class Parallel {

    @Test
    void one(OpenHandsSimulator server, @ServerUrl URI url, @ServerKey String key)
        throws Exception {
      meet(server, url, key);
    }

    @Test
    void other(OpenHandsSimulator server, @ServerUrl URI url, @ServerKey String key)
        throws Exception {
      meet(server, url, key);
    }
  }

  static class ParallelToo extends Parallel {}

  @Test
  void testsOfSeveralClassesThatRunAtTheSameTimeDoNotMeet() {
    together = new CyclicBarrier(4);

    Trial trial =
        Trial.of(
            Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"),
            Parallel.class,
            ParallelToo.class);

    assertThat(trial.failures()).isEmpty();
    assertThat(trial.succeeded()).isEqualTo(4);
    assertThat(ADDRESSES).hasSize(4).doesNotHaveDuplicates();
    everyAddressIsClosed();
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class OnePerClass {

    @RegisterExtension
    static final OpenHandsExtension OPENHANDS =
        OpenHandsExtension.builder().perClass().simulator(OpenHandsSimulator::builder).build();

    @BeforeAll
    static void early(@ServerUrl URI url) {
      ADDRESSES.add(url);
    }

    @Test
    @Order(1)
    void starts(OpenHandsSimulator server, @ServerUrl URI url, @ServerKey String key)
        throws IOException {
      ADDRESSES.add(url);
      assertThat(key).isEmpty();
      assertThat(Http.start(url, "")).isEqualTo(200);
      assertThat(server.journal().starts()).isEqualTo(1);
    }

    @Nested
    class Inner {

      @Test
      void findsWhatIsThere(OpenHandsSimulator server, @ServerUrl URI url) {
        ADDRESSES.add(url);
        assertThat(server.startTasks()).hasSize(1);
        assertThat(server.journal().requests()).isEmpty();
      }
    }
  }

  @Test
  void testsOfAClassShareItsSimulatorIfItIsTold() {
    Trial trial = Trial.of(OnePerClass.class);

    assertThat(trial.failures()).isEmpty();
    assertThat(trial.succeeded()).isEqualTo(2);
    assertThat(ADDRESSES).hasSize(3).containsOnly(ADDRESSES.get(0));
    everyAddressIsClosed();
  }

  static class OnePerClassInAnInstance {

    @RegisterExtension
    final OpenHandsExtension openHands = OpenHandsExtension.builder().perClass().build();

    @Test
    void test() {}
  }

  @Test
  void aSimulatorOfAClassNeedsAStaticField() {
    assertThat(Trial.of(OnePerClassInAnInstance.class).failures())
        .singleElement()
        .isInstanceOf(ExtensionConfigurationException.class);
  }

  @ExtendWith(OpenHandsExtension.class)
  static class TooEarly {

    @BeforeAll
    static void early(OpenHandsSimulator server) {
      assertThat(server).isNotNull();
    }

    @Test
    void test() {}
  }

  @Test
  void aSimulatorOfATestIsNotThereBeforeAllTests() {
    assertThat(Trial.of(TooEarly.class).failures())
        .singleElement()
        .isInstanceOf(ParameterResolutionException.class)
        .asString()
        .contains("perClass()");
  }
}
