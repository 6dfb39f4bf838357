package io.github.openhands4j.v1.internal.agent;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.v1.AgentConversation;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import io.github.openhands4j.v1.testing.PassingTime;
import io.github.openhands4j.v1.testing.Samples;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a word to the agent counts as taken. */
class DefaultAgentConversationTest {

  private static final ConversationId ID = conversationId(1);

  private final List<ConversationId> stirred = new ArrayList<>();

  private AgentConversation failing(Throwable failure) {
    Calls calls =
        new Calls(
            ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build(),
            new PassingTime(Instant.parse("2026-01-01T12:00:00Z")),
            () -> 0.5,
            new RetryTokens());
    InvocationHandler fails =
        (proxy, method, arguments) -> {
          throw failure;
        };
    return new DefaultAgentConversation(
        ID,
        door(AgentConversationsApi.class, fails),
        door(AgentEventsDoor.class, fails),
        calls,
        stirred::add);
  }

  private static <T> T door(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  static Stream<Throwable> open() {
    return Stream.of(
        Samples.lost(),
        new IllegalStateException("nobody has thought of it"),
        new AssertionError());
  }

  @ParameterizedTest
  @MethodSource("open")
  void wordThatMayHaveBeenTakenHoldsTheWaitsWhateverWentWrong(Throwable failure) {
    AgentConversation agent = failing(failure);

    assertThatThrownBy(agent::run).isSameAs(failure);
    assertThatThrownBy(
            () -> agent.respondToConfirmation(ConfirmationResponse.builder().accept(true).build()))
        .isSameAs(failure);
    assertThat(stirred).containsExactly(ID, ID);
  }

  @Test
  void wordThatWasNotTakenHoldsNoWait() {
    OpenHandsException refused = Samples.answer(404);

    assertThatThrownBy(failing(refused)::run).isSameAs(refused);

    assertThat(stirred).isEmpty();
  }
}
