package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.ServerInfo;

/** The state of a server. None of these calls needs a key. Thread-safe. */
public interface Health {

  /**
   * Asks whether the server is up ({@code GET /alive}). May be repeated.
   *
   * @return true if it says so
   * @throws OpenHandsException if the call fails
   */
  boolean isAlive();

  /**
   * Asks whether the server is well ({@code GET /health}). May be repeated.
   *
   * @return true if it says so, false for 503
   * @throws OpenHandsException if the call fails
   */
  boolean isHealthy();

  /**
   * Asks whether the server can work: whether it has its database ({@code GET /ready}). May be
   * repeated.
   *
   * @return true if it says so, false for 503
   * @throws OpenHandsException if the call fails
   */
  boolean isReady();

  /**
   * Reads how long the server has been up, and what it uses ({@code GET /server_info}). May be
   * repeated.
   *
   * @return what it tells
   * @throws OpenHandsException if the call fails
   */
  ServerInfo serverInfo();

  /**
   * Asks whether the server is OpenHands Cloud ({@code GET /saas}). May be repeated.
   *
   * @return true if it says so; false if it has no such route
   * @throws OpenHandsException if the call fails
   */
  boolean isCloud();
}
