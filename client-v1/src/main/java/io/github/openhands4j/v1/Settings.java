package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.UserSettings;
import io.github.openhands4j.model.v1.UserSettingsUpdate;
import java.util.Optional;

/** The settings of the user. Thread-safe. */
public interface Settings {

  /**
   * Reads the settings ({@code GET /api/v1/settings}). May be repeated. The server answers 401 for
   * failures of its own too: do not throw a key away at the first one.
   *
   * @return the settings, or empty if none were stored yet
   * @throws OpenHandsException if the call fails
   */
  Optional<UserSettings> get();

  /**
   * Changes settings ({@code POST /api/v1/settings}). Not repeated after a failure that may have
   * been sent.
   *
   * @param changes what to change
   * @throws OpenHandsException if the call fails; 422 if a setting is refused
   */
  void update(UserSettingsUpdate changes);
}
