package io.github.openhands4j.compat.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.openhands4j.model.v0.Microagent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MicroagentsTest {

  private static Map<String, Object> skill(String name, String type, List<String> triggers) {
    return Map.of("name", name, "type", type, "content", "Do.", "triggers", triggers);
  }

  @Test
  void thoseOfRepositoriesComeFirstWithoutTriggers() {
    List<Microagent> microagents =
        Microagents.of(
            Map.of(
                "skills",
                List.of(
                    skill("k", "knowledge", List.of("git")),
                    skill("s", "agentskills", List.of()),
                    skill("r", "repo", List.of("ignored")))));

    assertThat(microagents)
        .extracting(Microagent::name, Microagent::type, Microagent::triggers)
        .containsExactly(
            tuple("r", "repo", List.of()),
            tuple("k", "knowledge", List.of("git")),
            tuple("s", "knowledge", List.of()));
  }

  @Test
  void oddAnswersGiveWhatTheyHold() {
    assertThat(Microagents.of(Map.of())).isEmpty();
    assertThat(Microagents.of(Map.of("skills", List.of(7, Map.of())))).hasSize(1);
    assertThat(Microagents.of(Map.of("skills", "none"))).isEmpty();
  }
}
