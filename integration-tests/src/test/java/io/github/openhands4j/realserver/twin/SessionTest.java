package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What counts as the answer of a server, and what as a mistake of the program. */
class SessionTest {

  private final V0Clients clients =
      new V0Clients(
          URI.create("http://127.0.0.1:9"),
          "fake-key",
          options -> OpenHandsV0Client.builder().options(options).build());

  private final Session session = new Session(new NoServer(clients));

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void exceptionsOfV0AreAnswers() {
    session.step(
        "get",
        () -> {
          throw new V0Exception(ErrorCode.V0_ERROR, 404, "", "text", null);
        });

    assertThat(session.transcript())
        .hasEntrySatisfying("get", outcome -> assertThat(outcome.toString()).contains("404"));
  }

  @Test
  void otherExceptionsAreMistakesOfTheProgram() {
    assertThatThrownBy(() -> session.step("first", () -> List.of().iterator().next()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no answer of a server: first");
    assertThatThrownBy(() -> session.step("null", () -> Map.of("a", Session.nothing())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nullThatIsHandedInOnPurposeMayBeRefused() {
    session.stepWithNull("get", () -> session.client().getConversation(Session.nothing()));

    assertThat(session.transcript())
        .containsEntry("get", Map.of("thrown", Map.of("type", "NullPointerException")));
  }

  private record NoServer(V0Clients clients) implements TwinServer {

    @Override
    public void clean() {}

    @Override
    public void await(OpenHandsV0Client client, String conversationId, AgentState state) {}

    @Override
    public void awaitRest(OpenHandsV0Client client, String conversationId) {}

    @Override
    public void open(String gate) {}

    @Override
    public void close() {}
  }
}
