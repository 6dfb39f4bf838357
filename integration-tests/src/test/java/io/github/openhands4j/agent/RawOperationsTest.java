package io.github.openhands4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.agent.RawOperation.Doors;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.v1.api.ApiKeysApi;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.ProfilesApi;
import io.github.openhands4j.v1.api.SandboxSpecsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.SharedApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.StreamStartsApi;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.api.agent.AgentApi;
import io.github.openhands4j.v1.api.raw.RawApi;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of the raw door sends one request, the right one, to the right server. */
class RawOperationsTest {

  /** Tested where starts, waits, conversations and the rest of the app server are. */
  private static final Set<Class<?>> ELSEWHERE =
      Set.of(
          StartTasksApi.class,
          SandboxesApi.class,
          StreamStartsApi.class,
          SandboxSpecsApi.class,
          ProfilesApi.class,
          SharedApi.class,
          ApiKeysApi.class,
          RawApi.class);

  private static final Set<String> CONVERSATIONS_HERE =
      Set.of("skills", "hooks", "file", "gitChanges", "gitDiff");

  static Stream<RawOperation> operations() {
    return RawOperations.all();
  }

  private static AgentWorld world(Reply reply) {
    return new AgentWorld(RecordingServer.answering(reply), RecordingServer.answering(reply));
  }

  private static Object call(AgentWorld world, RawOperation operation) {
    return operation.call().apply(new Doors(world.client.api(), world.server().api()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operationSendsItsRequest(RawOperation operation) {
    try (AgentWorld world = world(operation.reply())) {
      if (call(world, operation) instanceof StreamedAnswer answer) {
        answer.close();
      }

      boolean inside = operation.name().startsWith("Agent");
      assertThat((inside ? world.app : world.agent).requests()).isEmpty();
      List<StubRequest> requests = (inside ? world.agent : world.app).requests();
      assertThat(requests).hasSize(1);
      StubRequest request = requests.get(0);
      assertThat(request.method() + " " + request.target()).isEqualTo(operation.sent());
      if (operation.body().equals("multipart")) {
        assertThat(request.header("Content-Type").orElseThrow()).startsWith("multipart/form-data;");
        assertThat(request.body()).contains("\r\n\r\nb\r\n--");
      } else {
        assertThat(request.body()).isEqualTo(operation.body());
        assertThat(request.header("Content-Type").orElse(""))
            .isEqualTo(operation.body().isEmpty() ? "" : "application/json");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operationIsNotRepeated(RawOperation operation) {
    try (AgentWorld world = world(Reply.json(503, "{\"detail\":\"later\"}"))) {
      assertThatThrownBy(() -> call(world, operation)).isInstanceOf(ServerErrorException.class);
      assertThat(world.app.requests().size() + world.agent.requests().size()).isEqualTo(1);
    }
  }

  @Test
  void eachOperationIsInTheTable() {
    Set<String> there =
        Stream.of(V1Api.class, AgentApi.class)
            .flatMap(door -> Arrays.stream(door.getRecordComponents()))
            .map(RecordComponent::getType)
            .filter(type -> !ELSEWHERE.contains(type))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(RawOperationsTest::isHere)
            .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(operations().map(RawOperation::name)).containsExactlyInAnyOrderElementsOf(there);
  }

  private static boolean isHere(Method method) {
    return !method.isSynthetic()
        && !method.getName().equals("saas")
        && (method.getDeclaringClass() != AppConversationsApi.class
            || CONVERSATIONS_HERE.contains(method.getName()));
  }
}
