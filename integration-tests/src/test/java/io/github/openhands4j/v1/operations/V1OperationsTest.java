package io.github.openhands4j.v1.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.realserver.RecordedExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call sends one request, the right one with the right key, and understands its answer. */
class V1OperationsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<V1Call> calls() {
    return V1Call.all();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void callSendsItsRequestAndReadsTheAnswer(V1Call call) throws JsonProcessingException {
    try (V1Scene scene = new V1Scene()) {
      Object answer = call.call().apply(scene);

      List<RecordedExchange> said = scene.exchanges();
      assertThat(said).hasSize(1);
      RecordedExchange exchange = said.get(0);
      assertThat(parts(exchange.method() + " " + exchange.target()))
          .isEqualTo(parts(scene.filled(call.sent())));
      assertThat(exchange.status()).isBetween(200, 299);
      if (call.body().startsWith("{") || call.body().startsWith("[")) {
        assertThat(JSON.readTree(exchange.requestBody())).isEqualTo(JSON.readTree(call.body()));
      } else {
        assertThat(exchange.requestBody()).isEqualTo(call.body());
      }
      assertThat(keys(exchange)).isEqualTo(expectedKeys(exchange));
      call.check().accept(answer);
    }
  }

  /** Method and path, and the parameters of the query without their order. */
  private static List<String> parts(String request) {
    String[] halves = request.split("\\?", 2);
    List<String> query =
        halves.length == 1
            ? List.of()
            : Arrays.stream(halves[1].split("&"))
                .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                .sorted()
                .toList();
    return Stream.concat(Stream.of(halves[0]), query.stream()).toList();
  }

  private static List<String> keys(RecordedExchange exchange) {
    return RecordedExchange.KEY_HEADERS.stream()
        .filter(exchange.requestHeaders()::containsKey)
        .map(name -> name + " " + exchange.requestHeaders().get(name))
        .toList();
  }

  private static List<String> expectedKeys(RecordedExchange exchange) {
    String remark =
        V1Operation.of(exchange.method(), exchange.path()).map(V1Operation::remark).orElse("");
    return switch (remark) {
      case "without a key" -> List.of();
      case "with the key of the sandbox" ->
          List.of("x-session-api-key " + RecordedExchange.WRONG); // not the user's
      default ->
          List.of(
              "authorization " + RecordedExchange.RIGHT,
              "x-session-api-key " + RecordedExchange.RIGHT);
    };
  }
}
