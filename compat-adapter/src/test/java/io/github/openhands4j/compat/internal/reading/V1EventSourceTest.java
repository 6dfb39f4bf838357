package io.github.openhands4j.compat.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.testing.StillTime;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading very many pages with the limits as they are by default. */
class V1EventSourceTest {

  private static final ConversationId ID = ConversationId.parse("0b".repeat(16));
  private static final int PAGES = 300;

  private final ClientOptions options =
      ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();
  private final StillTime time = new StillTime(Instant.EPOCH);
  private final Deque<Long> turns = new ArrayDeque<>();
  private int requests;

  private static <T> T door(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  /** The budget's rule: a turn that would come too late is refused at once. */
  private void awaitTurn(Duration limit) {
    if (turns.size() == options.requestsPerMinute()) {
      Duration rest =
          Duration.ofNanos(turns.remove() - time.nanoTime()).plus(Duration.ofMinutes(1));
      assertThat(rest).isLessThan(limit);
      time.sleep(rest.isNegative() ? Duration.ZERO : rest);
    }
    turns.add(time.nanoTime());
  }

  private Page<Object> page(Request.Options times) {
    awaitTurn(Duration.ofMillis(times.readTimeoutMillis()));
    requests++;
    return new Page<>(List.of(), requests < PAGES ? "page " + requests : null);
  }

  @Test
  void pagesWaitForTheirTurnWithinTheLimitOfAMinute() {
    InvocationHandler none = (proxy, method, arguments) -> null;
    V1Api api =
        V1Api.builder()
            .appConversations(door(AppConversationsApi.class, none))
            .startTasks(door(StartTasksApi.class, none))
            .sandboxes(door(SandboxesApi.class, none))
            .events(
                door(
                    EventsApi.class,
                    (proxy, method, arguments) -> page((Request.Options) arguments[2])))
            .build();
    OpenHandsClient client =
        door(
            OpenHandsClient.class,
            (proxy, method, arguments) ->
                Map.of("api", api, "options", options).get(method.getName()));

    Iterator<List<V1Event>> pages =
        new V1EventSource(client, new Calls(options, time, () -> 0), time).stored(ID, null);
    pages.forEachRemaining(page -> assertThat(page).isEmpty());

    assertThat(requests).isEqualTo(PAGES);
    assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThan(Duration.ofMinutes(2));
  }
}
