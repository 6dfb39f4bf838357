package io.github.openhands4j.simulator.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the extension makes of tests that fail, and which tests it lets fail. */
class FailedTestsTest {

  private static final ByteArrayOutputStream SEEN = new ByteArrayOutputStream();

  @BeforeEach
  void forget() {
    SEEN.reset();
  }

  private static OpenHandsExtensionBuilder watched() {
    return OpenHandsExtension.builder().journalTo(new PrintStream(SEEN, true, UTF_8));
  }

  static class Fails {

    @RegisterExtension final OpenHandsExtension openHands = watched().build();

    @Test
    void test(@ServerUrl URI url, @ServerKey String key) throws IOException {
      Http.start(url, key);
      Http.get(url, "/alive");
      Http.get(url, "/alive");
      Http.get(url, "/health?session_api_key=not-to-be-seen&page=" + key);
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void requestsOfAFailedTestAreListedWithoutKeys() {
    Trial trial = Trial.of(Fails.class);

    assertThat(trial.failures()).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(SEEN.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            """
            Fails, test(URI, String): failed. The simulator received 4 requests:
              1  POST /api/v1/app-conversations -> 200
              2-3  GET /alive -> 200
              4  GET /health?session_api_key=***&page=*** -> 200

            """);
  }

  static class Passes {

    @RegisterExtension final OpenHandsExtension openHands = watched().build();

    @Test
    void passes(@ServerUrl URI url) throws IOException {
      assertThat(Http.get(url, "/alive")).isEqualTo(200);
    }

    @Test
    void isLeftOut() {
      Assumptions.abort("on purpose");
    }
  }

  @Test
  void nothingIsListedOfOtherTests() {
    Trial trial = Trial.of(Passes.class);

    assertThat(trial.succeeded()).isEqualTo(1);
    assertThat(trial.failures()).isEmpty();
    assertThat(SEEN.toString(UTF_8)).isEmpty();
  }

  static class CallsWhatIsNotThere {

    @RegisterExtension final OpenHandsExtension openHands = watched().build();

    @Test
    void test(@ServerUrl URI url) throws IOException {
      assertThat(Http.get(url, "/alive")).isEqualTo(200);
      assertThat(Http.get(url, "/api/conversations")).isEqualTo(404);
    }
  }

  @Test
  void aTestThatCallsWhatIsNotThereFails() {
    Trial trial = Trial.of(CallsWhatIsNotThere.class);

    assertThat(trial.failures())
        .singleElement()
        .isInstanceOf(AssertionError.class)
        .asString()
        .contains("no route", "GET /api/conversations -> 404", "allowUnknownRequests()")
        .doesNotContain("/alive");
    assertThat(SEEN.toString(UTF_8)).contains("GET /alive -> 200");
  }

  static class AsksAnOldAgentServer {

    @RegisterExtension
    final OpenHandsExtension openHands =
        watched()
            .simulator(() -> OpenHandsSimulator.builder().agentServerAge(AgentServerAge.PATH_STYLE))
            .build();

    @Test
    void test(OpenHandsSimulator server) throws IOException {
      URI agents = server.agentServer().baseUrl();
      assertThat(Http.get(agents, "/api/file/archive?path=/workspace")).isEqualTo(404);
    }
  }

  @Test
  void aTestMayAskAnOldAgentServerForWhatNewerOnesHave() {
    Trial trial = Trial.of(AsksAnOldAgentServer.class);

    assertThat(trial.failures()).isEmpty();
    assertThat(trial.succeeded()).isEqualTo(1);
  }

  static class MayCallWhatIsNotThere {

    @RegisterExtension
    final OpenHandsExtension openHands = watched().allowUnknownRequests().build();

    @Test
    void test(@ServerUrl URI url) throws IOException {
      assertThat(Http.get(url, "/api/conversations")).isEqualTo(404);
    }
  }

  @Test
  void aTestMayCallWhatIsNotThereIfItIsAllowed() {
    Trial trial = Trial.of(MayCallWhatIsNotThere.class);

    assertThat(trial.failures()).isEmpty();
    assertThat(trial.succeeded()).isEqualTo(1);
  }

  @ExtendWith(OpenHandsExtension.class)
  static class FailsByDefault {

    @Test
    void test(@ServerUrl URI url) throws IOException {
      Http.get(url, "/alive");
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void requestsAreListedOnStandardErrorUnlessToldOtherwise() {
    PrintStream before = System.err;
    System.setErr(new PrintStream(SEEN, true, UTF_8));
    try {
      Trial.of(FailsByDefault.class);
    } finally {
      System.setErr(before);
    }

    assertThat(SEEN.toString(UTF_8)).contains("1  GET /alive -> 200");
  }
}
