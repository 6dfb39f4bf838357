package io.github.openhands4j.v1;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import io.github.openhands4j.model.v1.ProviderToken;
import java.util.Map;

/**
 * The user's secrets, which conversations get as environment variables, and the tokens of Git
 * providers. The server never tells a value. Thread-safe.
 */
public interface Secrets {

  /**
   * Lists the secrets ({@code GET /api/v1/secrets/search}). May be repeated.
   *
   * @return names and descriptions, read page by page
   */
  Paged<CustomSecret> list();

  /**
   * Lists some secrets, as {@link #list()}.
   *
   * @param nameContains a part of their names
   * @return names and descriptions, read page by page
   */
  Paged<CustomSecret> list(String nameContains);

  /**
   * Stores a secret ({@code POST /api/v1/secrets}); what has that name is replaced. Older servers
   * refuse a name that exists with 400. Not repeated after a failure that may have been sent.
   *
   * @param secret the secret
   * @throws OpenHandsException if the call fails
   */
  void store(CustomSecretCreate secret);

  /**
   * Renames and describes a secret; its value stays ({@code PUT /api/v1/secrets/{name}}). Not
   * repeated after a failure that may have been sent.
   *
   * @param name its name so far
   * @param changes name and description from now on
   * @throws NotFoundException if there is none of that name
   * @throws OpenHandsException if the call fails
   */
  void update(String name, CustomSecretUpdate changes);

  /**
   * Deletes a secret ({@code DELETE /api/v1/secrets/{name}}).
   *
   * @param name the secret
   * @return true if it was deleted, false if there is none of that name
   * @throws OpenHandsException if the call fails
   */
  boolean delete(String name);

  /**
   * Replaces the tokens of Git providers ({@code POST /api/v1/secrets/git-providers}). Not repeated
   * after a failure that may have been sent.
   *
   * @param tokens the tokens of all providers: one that is left out loses its token, one with an
   *     empty token keeps it
   * @throws OpenHandsException if the call fails; 401 if a provider does not take its token
   */
  void storeGitProviders(Map<ProviderType, ProviderToken> tokens);

  /**
   * Forgets the tokens of all Git providers ({@code DELETE /api/v1/secrets/git-providers}).
   *
   * @throws OpenHandsException if the call fails
   */
  void forgetGitProviders();
}
