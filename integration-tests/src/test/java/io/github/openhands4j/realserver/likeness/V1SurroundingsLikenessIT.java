package io.github.openhands4j.realserver.likeness;

import static io.github.openhands4j.realserver.likeness.V1Scenario.assertAlike;
import static io.github.openhands4j.realserver.likeness.V1Scenario.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Around the routes, the simulator of the V1 server is as the real one. */
@ExtendWith(RealServers.class)
@Timeout(600)
class V1SurroundingsLikenessIT {

  private static final Coverage OF_V1 = Coverage.of(ServerKind.V1);

  private static final int BURSTS = 20;

  private static final Predicate<String> NOT_ON_SERVERS_OF_ONES_OWN =
      Pattern.compile(
              ".* (/(docs|redoc|openapi.json|saas)|/oauth/.*|/api/(keys|organizations|shared-.*).*)")
          .asMatchPredicate();

  @Test
  void surroundingsWithoutWebApp(@On(ServerKind.V1) RealServer server) throws Exception {
    assertAlike(server, Surroundings::walk);
  }

  @Test
  void surroundingsWithWebApp(@On(ServerKind.V1_WITH_WEB_APP) RealServer server) throws Exception {
    Likeness.assertAlike(ServerKind.V1_WITH_WEB_APP, Recording.of(server, Surroundings::walk));
  }

  @Test
  void tooManyRequestsAtOnce(@On(ServerKind.V1) RealServer server) throws Exception {
    List<RecordedExchange> recorded =
        Recording.of(
            server,
            caller -> {
              int bursts = 0;
              while (!caller.atOnce(30, "/alive") && bursts < BURSTS) {
                bursts++; // this one was too slow to be refused
              }
              caller.until("/alive", is("/status", "ok"));
            });

    assertThat(recorded).extracting(RecordedExchange::status).contains(200, 429);
    Likeness.assertAlike(ServerKind.V1, recorded);
  }

  @Test
  void everyRouteIsImitatedOrLeftOutOnPurpose(@On(ServerKind.V1) RealServer server)
      throws Exception {
    Set<String> real = new TreeSet<>();
    JsonNode paths =
        Answers.parsed(new RawCaller(server.baseUrl()).get("/openapi.json").body()).path("paths");
    paths
        .fieldNames()
        .forEachRemaining(
            path ->
                paths
                    .path(path)
                    .fieldNames()
                    .forEachRemaining(
                        method -> real.add(method.toUpperCase(Locale.ROOT) + " " + unnamed(path))));
    Set<String> simulated = new TreeSet<>();
    try (OpenHandsSimulator simulator = OpenHandsSimulator.start()) {
      simulator.routes().forEach(route -> simulated.add(unnamed(route)));
    }

    assertThat(simulated).containsAll(real.stream().filter(OF_V1::imitates).toList());
    simulated.removeAll(real);
    assertThat(simulated).allMatch(NOT_ON_SERVERS_OF_ONES_OWN);
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{\\w+}", "{}");
  }
}
