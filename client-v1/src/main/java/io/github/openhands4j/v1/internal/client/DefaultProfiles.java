package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.ActivateProfileResponse;
import io.github.openhands4j.model.v1.ProfileDetailResponse;
import io.github.openhands4j.model.v1.ProfileListResponse;
import io.github.openhands4j.model.v1.ProfileMutationResponse;
import io.github.openhands4j.model.v1.SaveProfileRequest;
import io.github.openhands4j.v1.Profiles;
import io.github.openhands4j.v1.api.ProfilesApi;
import java.util.Map;
import java.util.Optional;

/**
 * Profiles over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultProfiles(ProfilesApi api, Calls calls) implements Profiles {

  @Override
  public ProfileListResponse list() {
    return calls.call(OperationClass.READ, api::list);
  }

  @Override
  public Optional<ProfileDetailResponse> get(String name) {
    try {
      return Optional.of(calls.call(OperationClass.READ, times -> api.get(name, times)));
    } catch (NotFoundException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public ProfileMutationResponse save(String name, SaveProfileRequest profile) {
    return calls.call(OperationClass.OTHER_WRITE, times -> api.save(name, profile, times));
  }

  @Override
  public void delete(String name) {
    calls.call(OperationClass.OTHER_WRITE, times -> api.delete(name, times));
  }

  @Override
  public ActivateProfileResponse activate(String name) {
    return calls.call(OperationClass.OTHER_WRITE, times -> api.activate(name, times));
  }

  @Override
  public void rename(String name, String newName) {
    Map<String, String> body = Map.of("new_name", newName);
    calls.call(OperationClass.OTHER_WRITE, times -> api.rename(name, body, times));
  }
}
