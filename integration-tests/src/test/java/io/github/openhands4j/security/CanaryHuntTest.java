package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.ClosedPort;
import io.github.openhands4j.faults.stub.ConnectionFault;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.faults.stub.StubStarts;
import io.github.openhands4j.faults.stub.TaskAnswers;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A key, prompts and secrets that are easily found again are looked for wherever text comes out.
 */
@Timeout(60)
class CanaryHuntTest {

  /** Long enough for a request to arrive, since {@link #arrived} wants it. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  static ClientOptionsBuilder canary(ClientOptionsBuilder options) {
    return options
        .apiKey(Canaries.KEY)
        .resolveTimeout(Duration.ofSeconds(3))
        .maxAnswerBytes(1 << 16);
  }

  static ClientOptionsBuilder limited(ClientOptionsBuilder options, boolean silent) {
    return silent ? options.readTimeout(SHORT).startTimeout(SHORT) : options;
  }

  static StartRequest start() {
    return StartRequest.builder()
        .message(Canaries.TEXT + "message")
        .images(List.of("https://x.example/" + Canaries.TEXT + "image"))
        .secret(Canaries.TEXT + "name", Canaries.TEXT + "secret")
        .repository(Canaries.TEXT + "owner/repository")
        .branch(Canaries.TEXT + "branch")
        .systemMessageSuffix(Canaries.TEXT + "suffix")
        .llmModel(Canaries.TEXT + "model")
        .agentProfileId(Canaries.TEXT + "profile")
        .sandboxId(Canaries.TEXT + "sandbox")
        .build();
  }

  private static CreateConversationRequest create() {
    return CreateConversationRequest.builder()
        .initialUserMsg(Canaries.TEXT + "message")
        .repository(Canaries.TEXT + "owner/repository")
        .selectedBranch(Canaries.TEXT + "branch")
        .conversationInstructions(Canaries.TEXT + "instructions")
        .imageUrls(List.of("https://x.example/" + Canaries.TEXT + "image"))
        .build();
  }

  static Ending ask(FaultWorld world, Column column) {
    return switch (column) {
      case GET -> world.ask(column);
      case START -> FaultWorld.ending(() -> world.start(start()));
      case V0 -> FaultWorld.ending(() -> world.create(create()));
    };
  }

  /** An answer that repeats everything it was sent, the key included. */
  private static Behavior echo(int status, String contentType) {
    return exchange -> {
      StubRequest request = exchange.request();
      String all = String.join(" ", request.headers()) + request.target() + request.body();
      String body =
          contentType.contains("json")
              ? "{\"detail\":\"" + all.replace("\"", "'") + "\"}"
              : "<p>" + all;
      exchange.write(
          Framing.LENGTH.answer(
              status, contentType, body, "X-Made-Up: " + Canaries.KEY, "Retry-After: 1"));
    };
  }

  static Map<String, Behavior> faults() {
    Map<String, Behavior> faults = new LinkedHashMap<>();
    faults.put("proper", Behaviors.proper());
    faults.put("secrets", exchange -> exchange.answer(200, withSecrets(exchange.properAnswer())));
    faults.put("reset", Behaviors.reset());
    faults.put("end", Behaviors.end());
    faults.put("silence", Behaviors.silence());
    faults.put("cut", Behaviors.cut(Framing.LENGTH, 150));
    faults.put("cut unnoticed", Behaviors.cut(Framing.UNTIL_CLOSE, 150));
    faults.put("endless", Behaviors.endless());
    faults.put("bomb", Behaviors.bomb());
    faults.put("empty", Behaviors.json(""));
    faults.put("nothing", Behaviors.json("null"));
    faults.put("not http", exchange -> exchange.write("SSH-2.0-" + Canaries.KEY + "\r\n\r\n"));
    faults.put(
        "wrong shape",
        exchange -> exchange.answer(200, "[{\"id\":\"" + Canaries.KEY + Canaries.TEXT + "\"}]"));
    for (int status : new int[] {302, 400, 401, 403, 404, 407, 408, 409, 422, 429, 500, 502, 503}) {
      faults.put("status " + status, Behaviors.status(status, "Location: /" + Canaries.TEXT));
      faults.put("echo " + status, echo(status, "application/json"));
      faults.put("page " + status, echo(status, "text/html"));
    }
    faults.put("echo 200", echo(200, "application/json"));
    faults.put("page 200", echo(200, "text/html"));
    return faults;
  }

  private static String withSecrets(String answer) {
    return answer.replaceFirst(
        "\\{\"id\":",
        "{\"session_api_key\":\""
            + Canaries.KEY
            + "\",\"of_tomorrow\":\""
            + Canaries.TEXT
            + "field\",\"id\":");
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S2, SecurityRow.S3})
  void neitherKeyNorPromptNorSecretComesOutAnywhere() {
    try (Eavesdropper ears = new Eavesdropper()) {
      int heardBefore = 0;
      for (Map.Entry<String, Behavior> fault : faults().entrySet()) {
        for (Column column : Column.values()) {
          String where = fault.getKey() + ", " + column;
          boolean silent = fault.getKey().equals("silence");
          try (FaultWorld world = new FaultWorld(it -> limited(canary(it), silent))) {
            world.server().always(fault.getValue());
            search(where, world, ask(world, column), !fault.getKey().matches("(echo|page) .*"));
            arrived(where, world, column);
          }
          String heard = ears.heard();
          Canaries.isClean("heard: " + where, heard.substring(heardBefore));
          heardBefore = heard.length();
        }
      }
      assertThat(heardBefore).as("characters heard at the highest level").isPositive();
    }
  }

  @Test
  @Requirement(SecurityRow.S1)
  void keyDoesNotComeOutWhenNothingIsSentOrTheRequestBreaks() {
    try (Eavesdropper ears = new Eavesdropper()) {
      for (Column column : Column.values()) {
        try (FaultWorld world = FaultWorld.at(ClosedPort.refusing(), CanaryHuntTest::canary)) {
          search("refused, " + column, world, ask(world, column), true);
        }
        for (int bytes : new int[] {0, 1, 100}) {
          try (FaultWorld world = new FaultWorld(CanaryHuntTest::canary)) {
            world.server().nextConnections(ConnectionFault.resetAfter(bytes));
            search("reset, " + column, world, ask(world, column), true);
          }
        }
      }
      Canaries.isClean("heard", ears.heard());
    }
  }

  /** Without it the hunt could succeed because nothing was ever sent. */
  private static void arrived(String where, FaultWorld world, Column column) {
    assertThat(world.server().requests()).as(where).isNotEmpty();
    StubRequest first = world.server().requests().get(0);
    assertThat(String.join("\n", first.headers())).contains(Canaries.KEY);
    if (column != Column.GET) {
      assertThat(first.body()).contains(Canaries.TEXT + "message");
    }
  }

  static void search(String where, FaultWorld world, Ending ending, boolean bodyIsHarmless) {
    Canaries.isClean(where + ", client", world.client() + " " + world.client().options());
    Canaries.hasNoKey(where + ", options as JSON", Canaries.json(world.client().options()));
    Throwable thrown = ending.thrown();
    if (thrown != null) {
      Canaries.isClean(where + ", exception", Canaries.shown(thrown));
      Canaries.hasNoKey(where + ", exception as JSON", Canaries.json(thrown));
      String serialized = Canaries.serialized(thrown);
      if (bodyIsHarmless) { // the body of an error is a field, and may repeat what was sent
        Canaries.hasNoKey(where + ", exception serialized", serialized);
      }
    } else {
      Canaries.isClean(where + ", value", String.valueOf(ending.value()));
      Canaries.hasNoKey(where + ", value serialized", Canaries.serialized(ending));
    }
  }

  /** Older servers name the address that a repository was cloned from, with its token. */
  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S3})
  void reasonOfAFailedStartShowsNoToken() {
    try (Eavesdropper ears = new Eavesdropper();
        FaultWorld world = new FaultWorld(CanaryHuntTest::canary)) {
      Start start = world.client().conversations().start(start());
      String reason =
          "git clone https://u:" + Canaries.TEXT + "token1@host/r.git: Bearer " + Canaries.KEY;
      world.server().nextTasks(TaskAnswers.failed(reason));

      StartFailedException thrown =
          catchThrowableOfType(
              StartFailedException.class, () -> start.awaitReady(Duration.ofMinutes(1)));

      assertThat(thrown).hasMessageContaining("git clone https://***@host/r.git");
      Canaries.isClean("exception", Canaries.shown(thrown));
      Canaries.isClean("exception serialized", Canaries.serialized(thrown));
      Canaries.isClean("heard", ears.heard());
    }
  }

  @Test
  @Requirement({SecurityRow.S1, SecurityRow.S3})
  void requestsHideTheirSecrets() {
    Canaries.isClean("a start", start().toString().replace(Canaries.TEXT + "owner", ""));
    assertThat(start().body().toString()).doesNotContain(Canaries.TEXT + "secret");
    assertThat(start().body().toString()).doesNotContain(Canaries.TEXT + "message");
    assertThat(create().toString()).doesNotContain(Canaries.TEXT + "message");
    assertThat(create().toString()).doesNotContain(Canaries.TEXT + "instructions");
  }

  @Test
  @Requirement(SecurityRow.S4)
  void messagesOfErrorsAreShortAndHoldNeitherAddressNorBody() {
    String long100K = Canaries.TEXT + "x".repeat(100_000);
    for (int status : new int[] {200, 400, 404, 422, 429, 500, 503}) {
      for (Column column : Column.values()) {
        try (FaultWorld world = new FaultWorld(UnaryOperator.identity())) {
          world
              .server()
              .always(
                  Behaviors.answer(
                      status,
                      "application/json",
                      "{\"detail\":\"" + long100K + "\"}",
                      "X-Request-Id: " + "r".repeat(5_000)));
          Throwable thrown = world.ask(column).thrown();

          for (Throwable it = thrown; it != null; it = it.getCause()) {
            assertThat(String.valueOf(it.getMessage()))
                .hasSizeLessThan(2048)
                .doesNotContain(
                    Canaries.TEXT,
                    world.server().baseUrl().getAuthority(),
                    StubStarts.CONVERSATION);
          }
        }
      }
    }
  }
}
