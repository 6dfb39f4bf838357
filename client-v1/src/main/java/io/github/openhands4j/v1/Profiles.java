package io.github.openhands4j.v1;

import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.ActivateProfileResponse;
import io.github.openhands4j.model.v1.ProfileDetailResponse;
import io.github.openhands4j.model.v1.ProfileListResponse;
import io.github.openhands4j.model.v1.ProfileMutationResponse;
import io.github.openhands4j.model.v1.SaveProfileRequest;
import java.util.Optional;

/** Stored settings of the language model, of which one is in use. Thread-safe. */
public interface Profiles {

  /**
   * Lists the profiles ({@code GET /api/v1/settings/profiles}). May be repeated.
   *
   * @return all of them, and which one is in use
   * @throws OpenHandsException if the call fails
   */
  ProfileListResponse list();

  /**
   * Reads a profile ({@code GET /api/v1/settings/profiles/{name}}). May be repeated.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @return the profile without its key, or empty if there is none of that name
   * @throws OpenHandsException if the call fails
   */
  Optional<ProfileDetailResponse> get(String name);

  /**
   * Stores a profile, in the place of one of that name ({@code POST
   * /api/v1/settings/profiles/{name}}). Not repeated after a failure that may have been sent.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @param profile what to store; without settings, those in use
   * @return the acknowledgment
   * @throws ConflictException if there are as many as there may be
   * @throws OpenHandsException if the call fails
   */
  ProfileMutationResponse save(String name, SaveProfileRequest profile);

  /**
   * Deletes a profile ({@code DELETE /api/v1/settings/profiles/{name}}). Deleting what is not there
   * succeeds.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @throws OpenHandsException if the call fails
   */
  void delete(String name);

  /**
   * Uses a profile from now on ({@code POST /api/v1/settings/profiles/{name}/activate}).
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underlines
   * @return the acknowledgment
   * @throws NotFoundException if there is none of that name
   * @throws OpenHandsException if the call fails
   */
  ActivateProfileResponse activate(String name);

  /**
   * Renames a profile ({@code POST /api/v1/settings/profiles/{name}/rename}).
   *
   * @param name its name so far
   * @param newName its name from now on
   * @throws NotFoundException if there is none of that name
   * @throws ConflictException if the new name is taken
   * @throws OpenHandsException if the call fails
   */
  void rename(String name, String newName);
}
