package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.v0.V0Exception;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the account's settings and git providers promise. */
public abstract class V0SettingsContract extends V0WorldTest {

  private static final String FAKE = "fake-token-of-a-test";

  private static ProviderToken token(String token) {
    return ProviderToken.builder().token(Secret.of(token)).build();
  }

  @Test
  void keysAreNeverShownButWhetherTheyAreSet() {
    client()
        .settings()
        .storeSettings(Map.of("llm_model", "openai/other-model", "llm_api_key", FAKE));

    Map<String, ?> settings = client().settings().getSettings();

    assertThat(settings.get("llm_model")).isEqualTo("openai/other-model");
    assertThat(settings.get("llm_api_key_set")).isEqualTo(true);
    assertThat(settings).containsEntry("llm_api_key", null);
    assertThat(settings.toString()).doesNotContain(FAKE);
  }

  @Test
  void modelAndItsKeyStayWhenTheyAreLeftOut() {
    client()
        .settings()
        .storeSettings(Map.of("llm_model", "openai/other-model", "llm_api_key", FAKE));

    client().settings().storeSettings(Map.of("language", "de"));

    Map<String, ?> settings = client().settings().getSettings();
    assertThat(settings.get("language")).isEqualTo("de");
    assertThat(settings.get("llm_model")).isEqualTo("openai/other-model");
    assertThat(settings.get("llm_api_key_set")).isEqualTo(true);
  }

  @Test
  void accountWithoutSettingsIsToldInV0sWords() {
    world().forgetSettings();

    V0Exception none = failureOf(() -> client().settings().getSettings());

    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body()).isEqualTo("{\"error\":\"Settings not found\"}");
  }

  @Test
  void resetIsGone() {
    V0Exception gone = failureOf(() -> client().settings().resetSettings());

    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.body())
        .isEqualTo("{\"error\":\"Reset settings functionality has been removed.\"}");
  }

  @Test
  void providersAreReplacedTogetherAndTakenAwayTogether() {
    client()
        .settings()
        .addGitProviders(
            Map.of(
                ProviderType.GITHUB,
                token("fake-github-token"),
                ProviderType.GITLAB,
                token("fake-gitlab-token")));
    assertThat(providers()).containsOnlyKeys("github", "gitlab");

    client().settings().addGitProviders(Map.of(ProviderType.GITLAB, token("fake-gitlab-token")));
    assertThat(providers()).containsOnlyKeys("gitlab");

    client().settings().unsetProviderTokens();
    assertThat(providers()).isEmpty();
  }

  @SuppressWarnings("unchecked") // the JSON of V0
  private Map<String, Object> providers() {
    return (Map<String, Object>)
        Objects.requireNonNull(client().settings().getSettings().get("provider_tokens_set"));
  }

  @Test
  void tokenThatItsProviderRefusesIsToldInV0sWords() {
    V0Exception refused =
        failureOf(
            () ->
                client()
                    .settings()
                    .addGitProviders(Map.of(ProviderType.GITHUB, token(world().refusedToken()))));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .isEqualTo("{\"error\":\"Invalid token. Please make sure it is a valid github token.\"}");
  }
}
