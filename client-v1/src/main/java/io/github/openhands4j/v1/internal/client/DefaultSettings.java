package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.UserSettings;
import io.github.openhands4j.model.v1.UserSettingsUpdate;
import io.github.openhands4j.v1.Settings;
import io.github.openhands4j.v1.api.SettingsApi;
import java.util.Optional;

/**
 * The user's settings over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 * @param typed makes typed answers
 */
record DefaultSettings(SettingsApi api, Calls calls, Typed typed) implements Settings {

  @Override
  public Optional<UserSettings> get() {
    try {
      return Optional.of(typed.of(calls.call(OperationClass.READ, api::get), UserSettings.class));
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }

  @Override
  public void update(UserSettingsUpdate changes) {
    calls.call(OperationClass.OTHER_WRITE, times -> api.store(changes.fields(), times));
  }
}
