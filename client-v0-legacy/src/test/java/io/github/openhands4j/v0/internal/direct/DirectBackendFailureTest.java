package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong reaches an old caller as the one exception type it knows. */
class DirectBackendFailureTest {

  @Test
  void errorOfTheServerKeepsStatusAndBodyButNotInTheMessage() {
    String body = "{\"success\":false,\"error\":\"Error adding message: no_conversation:abc\"}";
    try (ScriptedServer server = ScriptedServer.always(Reply.json(500, body));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.addMessage("abc", "hello"));

      assertThat(failure.status()).isEqualTo(500);
      assertThat(failure.body()).isEqualTo(body);
      assertThat(failure.code()).isEqualTo(ErrorCode.V0_ERROR);
      assertThat(failure).hasCauseInstanceOf(ApiException.class);
      assertThat(failure)
          .hasMessageContaining("POST /api/conversations/{conversation_id}/message -> 500")
          .hasMessageEndingWith("[OHJ-070]")
          .hasMessageNotContaining("no_conversation");
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void readIsRepeatedAfterAGatewayErrorAndWritesAreNot() {
    AtomicInteger count = new AtomicInteger();
    try (ScriptedServer server =
            new ScriptedServer(
                request ->
                    request.method().equals("GET") && count.incrementAndGet() == 3
                        ? Reply.json(200, "null")
                        : Reply.html(503, "<html></html>"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.getConversation("abc")).isEmpty();
      assertThat(server.lines()).hasSize(3);

      assertThatThrownBy(() -> client.deleteConversation("abc")).isInstanceOf(V0Exception.class);
      assertThatThrownBy(() -> client.addMessage("abc", "m")).isInstanceOf(V0Exception.class);
      assertThat(server.lines()).hasSize(5);
    }
  }

  @Test
  void lostAnswerOfAMessageIsStatusZeroAndTheMessageIsNotResent() {
    try (ScriptedServer server = ScriptedServer.always(Reply.LOST);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.addMessage("abc", "m"));

      assertThat(failure.status()).isZero();
      assertThat(failure.code()).isEqualTo(ErrorCode.MESSAGE_OUTCOME_UNKNOWN);
      assertThat(failure.getMessage()).containsOnlyOnce("[OHJ-052]");
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void messageThatWasNotConfirmedIsNoSuccess() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"success\":false}"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThatThrownBy(() -> client.addMessage("abc", "m"))
          .isInstanceOfSatisfying(
              V0Exception.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.MESSAGE_OUTCOME_UNKNOWN));
    }
  }

  @Test
  void nullWhereV0NeverAnswersNullIsNoSuccess() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "null"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThatThrownBy(() -> client.deleteConversation("abc")).isInstanceOf(V0Exception.class);
      assertThatThrownBy(() -> client.updateConversation("abc", "t"))
          .isInstanceOf(V0Exception.class);
      assertThatThrownBy(() -> client.stopConversation("abc")).isInstanceOf(V0Exception.class);
    }
  }

  @Test
  void closedClientIsStatusZeroAndSendsNothing() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "null"))) {
      OpenHandsV0Client client = Backends.to(server);
      client.close();
      client.close();

      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.getConversation("abc"));
      V0Exception create =
          catchThrowableOfType(
              V0Exception.class,
              () -> client.createConversation(CreateConversationRequest.builder().build()));

      assertThat(failure.status()).isZero();
      assertThat(failure.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
      assertThat(create).isExactlyInstanceOf(V0Exception.class);
      assertThat(server.lines()).isEmpty();
    }
  }

  @Test
  void interruptedCreateIsOfUnknownOutcomeAndKeepsTheFlag() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                request -> {
                  arrived.countDown();
                  awaitQuietly(release);
                  return Reply.LOST;
                });
        OpenHandsV0Client client = Backends.to(server)) {
      FutureTask<Boolean> flagAfter =
          new FutureTask<>(
              () -> {
                assertThatThrownBy(
                        () ->
                            client.createConversation(CreateConversationRequest.builder().build()))
                    .isInstanceOf(V0StartOutcomeUnknownException.class);
                return Thread.currentThread().isInterrupted();
              });
      Thread caller = new Thread(flagAfter);
      caller.start();
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();

      assertThat(flagAfter.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(server.lines()).hasSize(1);
      release.countDown();
    }
  }

  @Test
  void interruptedReadIsStatusZeroAndKeepsTheFlag() {
    CountDownLatch release = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                request -> {
                  awaitQuietly(release);
                  return Reply.json(200, "null");
                });
        OpenHandsV0Client client = Backends.to(server)) {
      Thread.currentThread().interrupt();
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.getConversation("abc"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.status()).isZero();
      assertThat(failure.code()).isEqualTo(ErrorCode.INTERRUPTED);
    } finally {
      release.countDown();
    }
  }

  @Test
  void keyIsInNoStackTrace() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(401, "\"no\""));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception failure =
          catchThrowableOfType(V0Exception.class, () -> client.getConversation("abc"));
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));

      assertThat(trace.toString()).doesNotContain(Backends.KEY);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
