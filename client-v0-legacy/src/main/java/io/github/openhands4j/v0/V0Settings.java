package io.github.openhands4j.v0;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ProviderToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account's settings and git providers. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Settings {
  /**
   * Reads the settings ({@code GET /api/settings}). May be repeated.
   *
   * @return the settings by V0's names; keys are never shown
   * @throws V0Exception 404 if there are none yet
   */
  Map<String, @Nullable Object> getSettings();

  /**
   * Stores settings ({@code POST /api/settings}). May be repeated.
   *
   * @param settings settings by V0's names; what is left out of them falls back to its default, but
   *     for the model, its key and address
   * @throws V0Exception 422 if a value is refused, 500 if they could not be stored
   */
  void storeSettings(Map<String, @Nullable Object> settings);

  /**
   * Was there once, and always fails ({@code POST /api/reset-settings}).
   *
   * @throws V0Exception 410
   */
  void resetSettings();

  /**
   * Replaces the git providers ({@code POST /api/add-git-providers}). May be repeated.
   *
   * @param tokens tokens by provider
   * @throws V0Exception 401 if a provider refuses its token
   */
  void addGitProviders(Map<ProviderType, ProviderToken> tokens);

  /**
   * Takes all git providers away ({@code POST /api/unset-provider-tokens}). May be repeated.
   *
   * @throws V0Exception 401 without a valid key
   */
  void unsetProviderTokens();
}
