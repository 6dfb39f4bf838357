package io.github.openhands4j.simulator;

/** Which key the simulated server wants to see. The health routes are open in every mode. */
public enum Auth {
  /** No key: a single-user installation without a key. */
  NONE,

  /**
   * The Cloud: the key is taken from {@code Authorization: Bearer}, else {@code X-Session-API-Key},
   * else {@code X-Access-Token}; without a right one 401 {@code {"error":"NoCredentialsError"}}.
   */
  CLOUD_BEARER,

  /**
   * A self-hosted server with a key: only {@code X-Session-API-Key} is looked at; otherwise 401
   * {@code {"detail":"Unauthorized"}}.
   */
  SESSION_KEY
}
