package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.http.V0Router;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ClientOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and their answers, byte for byte, from a file. */
class ExchangesTest {

  private static final int LEAST = 100;

  static List<Exchange> exchanges() throws IOException {
    return Exchange.all();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void requestIsAnsweredAsV0Did(Exchange exchange) throws IOException {
    ClientOptions options = ClientOptions.builder().baseUrl("https://v1.invalid").build();
    try (V0Router router =
            V0Router.builder().options(options).backend(o -> new MemoryV0Client()).build();
        V0Response answer = router.answer(exchange.toRequest())) {
      assertThat(answer.headers())
          .containsEntry("Cache-Control", "no-cache, no-store, must-revalidate, max-age=0")
          .containsEntry("Pragma", "no-cache")
          .containsEntry("Expires", "0");
      assertThat(Exchange.shown(answer)).isEqualTo(exchange.expected());
    }
  }

  @Test
  void everyRouteIsInTheFile() throws IOException {
    List<Exchange> all = Exchange.all();
    assertThat(all).hasSizeGreaterThan(LEAST);
    assertThat(new RouteTable().routes())
        .filteredOn(route -> !route.template().text().contains("/security/"))
        .allSatisfy(
            route ->
                assertThat(all)
                    .as("%s %s", route.method(), route.template().text())
                    .anyMatch(
                        exchange ->
                            exchange.method().equals(route.method())
                                && route.template().match(exchange.requestPath()).isPresent()));
  }

  @Test
  void everyOperationHasARoute() throws IOException {
    List<String> operations =
        Files.readAllLines(Path.of("src/test/resources/" + Exchange.path() + "/operations.txt"));

    assertThat(
            new RouteTable()
                .routes().stream()
                    .map(route -> route.method() + " " + route.template().text())
                    .filter(route -> !route.contains("/security/"))
                    .map(ExchangesTest::unnamed)
                    .collect(Collectors.toList()))
        .containsExactlyInAnyOrderElementsOf(
            operations.stream().map(ExchangesTest::unnamed).toList());
  }

  private static String unnamed(String operation) {
    return operation.replaceAll("\\{[^}]*}", "{}");
  }
}
