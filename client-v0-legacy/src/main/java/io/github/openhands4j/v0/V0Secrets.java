package io.github.openhands4j.v0;

import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.CustomSecret;
import java.util.List;

/**
 * The account's secrets. Values go in and never come out. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Secrets {
  /**
   * Lists secrets ({@code GET /api/secrets}). May be repeated.
   *
   * @return names and descriptions
   * @throws V0Exception 401 without a valid key
   */
  List<CustomSecret> listSecrets();

  /**
   * Stores a secret ({@code POST /api/secrets}). Not repeated by itself.
   *
   * @param secret name and description
   * @param value the value
   * @throws V0Exception 400 if the name is taken
   */
  void createSecret(CustomSecret secret, Secret value);

  /**
   * Changes name and description, not the value ({@code PUT /api/secrets/{name}}).
   *
   * @param name the name now
   * @param secret name and description then
   * @throws V0Exception 404 if there is none of that name
   */
  void updateSecret(String name, CustomSecret secret);

  /**
   * Deletes a secret ({@code DELETE /api/secrets/{name}}).
   *
   * @param name the name
   * @throws V0Exception 404 if there is none of that name
   */
  void deleteSecret(String name);
}
