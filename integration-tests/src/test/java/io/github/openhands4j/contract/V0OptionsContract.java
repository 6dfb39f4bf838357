package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the server's offers promise. */
public abstract class V0OptionsContract extends V0WorldTest {

  @Test
  void modelsHaveNamesAndAreSorted() {
    assertThat(client().options().models()).isNotEmpty().isSorted().doesNotHaveDuplicates();
  }

  @Test
  void usualAgentIsThere() {
    assertThat(client().options().agents()).contains("CodeActAgent");
  }

  @Test
  void securityAnalyzersHaveNames() {
    assertThat(client().options().securityAnalyzers()).isNotEmpty().doesNotContain("");
  }

  @Test
  void configTellsWhatKindOfServerItIs() {
    assertThat(client().options().config().get("APP_MODE")).isIn("oss", "saas");
    assertThat(client().options().config()).containsKey("FEATURE_FLAGS");
  }
}
