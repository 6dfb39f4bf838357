package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.security.Requirement;
import io.github.openhands4j.security.SecurityRow;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers with a status that is no success. */
class StatusTest {

  private static final FaultCheck CHECK = new FaultCheck();

  private static List<Behavior> allForms(int status) {
    return List.of(
        Behaviors.status(status),
        Behaviors.answer(status, "text/plain", "no"),
        Behaviors.answer(status, "text/html", "<html><h1>no</h1></html>"),
        Behaviors.answer(status, "application/json", ""));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_408)
  void status408(Column column) {
    allForms(408).forEach(fault -> CHECK.passing(column, fault));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_500)
  void status500(Column column) {
    allForms(500).forEach(fault -> CHECK.passing(column, fault));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_GATEWAY)
  void gatewayStatus(Column column) {
    allForms(502).forEach(fault -> CHECK.passing(column, fault));
    allForms(504).forEach(fault -> CHECK.passing(column, fault));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_503)
  void status503WithAndWithoutAWait(Column column) {
    allForms(503).forEach(fault -> CHECK.passing(column, fault));
    CHECK.passing(column, Behaviors.status(503, "Retry-After: 0"));
    CHECK.passing(column, Behaviors.status(503, "Retry-After: 1"));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_409)
  void status409(Column column) {
    CHECK.lasting(column, Behaviors.status(409));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_GONE)
  void pathThatIsNotThere(Column column) {
    for (int status : new int[] {404, 410}) {
      Ending ending = CHECK.refused(column, Behaviors.status(status));

      assertThat(((ApiException) ending.failure()).status()).isEqualTo(status);
      if (ending.thrown() instanceof V0Exception v0) {
        assertThat(v0.status()).isEqualTo(status);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_REFUSED)
  void refusalTellsTheServersWords(Column column) {
    for (int status : new int[] {400, 401, 403, 413, 415, 422}) {
      for (String detail :
          List.of(
              "\"not like this\"",
              "[{\"loc\":[\"body\"],\"msg\":\"not like this\",\"input\":\"x\"}]")) {
        String body = "{\"detail\":" + detail + "}";

        Ending ending = CHECK.refused(column, Behaviors.answer(status, "application/json", body));

        ApiException refused = (ApiException) ending.failure();
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.serverMessage().orElse("")).contains("not like this");
        assertThat(refused.body()).isEqualTo(body);
        if (ending.thrown() instanceof V0Exception v0) {
          assertThat(v0.status()).isEqualTo(status);
          assertThat(v0.body()).isEqualTo(body);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.STATUS_425)
  void status425(Column column) {
    if (column == GET) {
      CHECK.passing(column, Behaviors.status(425));
      return;
    }
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.status(425));
      assertThat(world.ask(column).kind()).isEqualTo(Kind.DONE);
      assertThat(world.server().starts().taken()).isEqualTo(1);
    }
    try (FaultWorld world = new FaultWorld()) {
      world.server().always(Behaviors.status(425));
      Ending ending = world.ask(column);
      assertThat(ending.kind()).isEqualTo(Kind.REFUSED);
      assertThat(((ApiException) ending.failure()).status()).isEqualTo(425);
      List<String> sent = world.server().requests().stream().map(StubRequest::body).toList();
      assertThat(sent).hasSize(2).containsOnly(sent.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.REDIRECT_ELSEWHERE)
  @Requirement(SecurityRow.S8)
  void redirectElsewhereIsNotFollowed(Column column) {
    try (StubServer target = StubServer.start()) {
      String port = ":" + target.baseUrl().getPort() + "/";
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        for (String location :
            List.of("http://127.0.0.1" + port, "http://localhost" + port, "//127.0.0.1" + port)) {
          Ending ending = CHECK.refused(column, Behaviors.status(status, "Location: " + location));
          assertThat(ending.failure().code()).isEqualTo(ErrorCode.REDIRECT_REFUSED);
        }
      }
      assertThat(target.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.REDIRECT_WITHIN)
  @Requirement(SecurityRow.S8)
  void redirectWithinTheServerIsNotFollowed(Column column) {
    for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
      Ending ending =
          CHECK.refused(column, Behaviors.status(status, "Location: /api/v1/app-conversations"));

      assertThat(ending.kind()).isEqualTo(Kind.REFUSED);
      assertThat(ending.failure()).hasMessageContaining("base URL");
    }
  }
}
