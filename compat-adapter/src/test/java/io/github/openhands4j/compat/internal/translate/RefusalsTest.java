package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.operations.Fidelity;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.V0Exception;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  @Test
  void everyRefusalIs501NamesTheReasonAndHasTheShapeOfItsFamily() {
    assertThat(
            Arrays.stream(V0Operation.values())
                .filter(each -> each.fidelity() == Fidelity.UNSUPPORTED))
        .isNotEmpty()
        .allSatisfy(
            operation -> {
              V0Exception refused = Refusals.of(operation);
              assertThat(refused.status()).isEqualTo(501);
              assertThat(refused.code()).isEqualTo(ErrorCode.V0_UNSUPPORTED);
              assertThat(refused.body()).contains(operation.lost());
              assertThat(refused.body()).matches("\\{\"(error|detail)\":\".*\"}|\".*\"");
            });
  }

  @Test
  void refusalNamesTheWayOnV1() {
    assertThat(Refusals.of(V0Operation.REMEMBER_PROMPT).body())
        .isEqualTo(
            "{\"detail\":\"V1 writes no prompts of what to remember. Ask the agent for it in a"
                + " message. On V1: OpenHandsClient conversations().sendMessage(id, text).\"}");
    assertThat(Refusals.of(V0Operation.USER_MICROAGENTS).body()).startsWith("\"V1 does not look");
    assertThat(Refusals.of(V0Operation.SUBMIT_FEEDBACK).body()).startsWith("{\"error\":\"V1 takes");
  }
}
