package io.github.openhands4j.core;

/** In which header the API key travels. */
public enum AuthMode {
  /**
   * {@link #BEARER} for exactly {@code app.all-hands.dev} and {@code app.openhands.dev} over https;
   * both headers for any other configured origin, since a self-hosted server takes only {@code
   * X-Session-API-Key}. The default.
   */
  AUTO,
  /** {@code Authorization: Bearer}, as OpenHands Cloud takes it. */
  BEARER,
  /** {@code X-Session-API-Key}, as a self-hosted server takes it. */
  SESSION_KEY
}
