package io.github.openhands4j.router;

import static io.github.openhands4j.compat.operations.V0Operation.ADD_GIT_PROVIDERS;
import static io.github.openhands4j.compat.operations.V0Operation.CREATE_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.GET_CONVERSATION;
import static io.github.openhands4j.compat.operations.V0Operation.HEALTH;
import static io.github.openhands4j.compat.operations.V0Operation.SECURITY;
import static io.github.openhands4j.compat.operations.V0Operation.SOCKET_IO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import feign.Request;
import feign.Response;
import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.http.V0CompatFeignClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is called over HTTP is counted for all keys together, and told once. */
class UsageAtTheDoorsTest {

  private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";
  private static final CompatOptions DROPPING =
      CompatOptions.builder().lossyFeatures(LossyFeatures.DROP_WITH_WARNING).build();

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.openhands4j.compat");
  private final Level before = logger.getLevel();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final V1Door door = new V1Door(1, DROPPING);

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void close() {
    door.close();
    logger.detachAppender(lines);
    logger.setLevel(before);
  }

  private List<String> reports() {
    return lines.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.startsWith("V0 calls of this"))
        .toList();
  }

  @Test
  void callsOfAllKeysAreCountedAlsoOfThoseWhoseClientIsClosed() {
    door.send("POST", "", "{\"mcp_config\":{\"sse_servers\":[{\"url\":\"https://mcp.invalid\"}]}}");
    door.send("GET", "/" + UNKNOWN, "");
    door.sendAs("sk-test-one", "GET", "/" + UNKNOWN, "");
    door.sendAs("sk-test-two", "GET", "/" + UNKNOWN, "");

    V0Usage usage = door.router().usage();

    assertThat(usage.calls()).isEqualTo(Map.of(CREATE_CONVERSATION, 1L, GET_CONVERSATION, 3L));
    assertThat(usage.failures()).isEqualTo(Map.of(GET_CONVERSATION, 2L));
    assertThat(usage.losses()).isEqualTo(Map.of("create.mcp_config", 1L));
  }

  @Test
  void whatIsRefusedAtTheDoorIsCounted() {
    assertThat(door.send("GET", "/" + UNKNOWN + "/security/settings", "")).startsWith("501 ");
    assertThat(door.ask("GET", "/socket.io/?EIO=4", "")).startsWith("501 ");
    assertThat(
            door.ask(
                "POST",
                "/api/add-git-providers",
                "{\"provider_tokens\":{},\"mcp_config\":{\"sse_servers\":[]}}"))
        .startsWith("501 ");

    V0Usage usage = door.router().usage();

    assertThat(usage.calls())
        .isEqualTo(Map.of(SECURITY, 1L, SOCKET_IO, 1L, ADD_GIT_PROVIDERS, 1L))
        .isEqualTo(usage.failures());
  }

  @Test
  void requestsThatAreNoneOfTheOperationsAreNotCounted() {
    assertThat(door.ask("POST", "/api/conversations", "{\"odd\":1}")).startsWith("422 ");
    assertThat(door.ask("GET", "/api/conversations", Map.of(), "")).startsWith("401 ");
    assertThat(door.ask("GET", "/nowhere", "")).startsWith("404 ");

    door.close();

    assertThat(door.router().usage().calls()).isEmpty();
    assertThat(reports()).isEmpty();
  }

  @Test
  void oneLineIsToldWhenTheRouterIsClosedHoweverManyKeysAndHoweverOften() {
    door.ask("GET", "/health", "");
    door.send("GET", "/" + UNKNOWN, "");
    door.sendAs("sk-test-one", "GET", "/" + UNKNOWN, "");
    assertThat(reports()).isEmpty();

    door.close();
    door.close();

    assertThat(reports())
        .containsExactly(
            "V0 calls of this router ran on V1 [calls: [GET_CONVERSATION=2 LOSSY (1 failed) ->"
                + " conversations().get(id); HEALTH=1 EXACT -> health().isHealthy()], losses: {}]");
  }

  @Test
  void feignClientTellsTheSame() throws IOException {
    try (V0CompatFeignClient client =
        V0CompatFeignClient.builder().options(door.options()).build()) {
      Request request =
          Request.create(
              Request.HttpMethod.GET,
              "https://app.all-hands.dev/health",
              Map.of(),
              Request.Body.create(new byte[0], UTF_8),
              null);
      try (Response answer = client.execute(request, new Request.Options())) {
        assertThat(answer.status()).isEqualTo(200);
      }

      assertThat(client.usage().calls()).isEqualTo(Map.of(HEALTH, 1L));
    }
    assertThat(reports()).hasSize(1);
  }
}
