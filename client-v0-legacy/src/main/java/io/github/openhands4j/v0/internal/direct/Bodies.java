package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.ProviderToken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small bodies of V0 that callers never see. */
final class Bodies {

  private Bodies() {}

  /** The body of a start; V0 wants one even if there is nothing to say. */
  record Start(@JsonProperty("providers_set") List<ProviderType> providersSet) {}

  /** The body of a rename. */
  record Title(@JsonProperty("title") String title) {}

  /** The body of a message. */
  record Message(@JsonProperty("message") String message) {}

  /** The answer to a message. */
  record Done(@JsonProperty("success") @Nullable Boolean success) {}

  /** The body of a new secret. */
  record NewSecret(
      @JsonProperty("name") String name,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("value") Secret value) {}

  /** The body of a secret that changes. */
  record SecretNames(
      @JsonProperty("name") String name,
      @JsonProperty("description") @Nullable String description) {}

  /** The body that replaces the git providers. */
  record ProviderTokens(
      @JsonProperty("provider_tokens") Map<String, ProviderToken> providerTokens) {}

  /** The body of the settings of an experiment. */
  record Experiment(@JsonProperty("config") @Nullable Map<String, String> config) {}
}
