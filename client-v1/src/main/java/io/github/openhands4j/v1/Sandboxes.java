package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.SandboxInfo;
import java.util.Optional;

/** The machines conversations run on. Thread-safe. */
public interface Sandboxes {

  /**
   * Reads a sandbox ({@code GET /api/v1/sandboxes?id=}). May be repeated.
   *
   * @param id the sandbox, exactly as the server gave it
   * @return the sandbox, or empty if the id is unknown to this account
   * @throws OpenHandsException if the call fails
   */
  Optional<SandboxInfo> get(String id);

  /**
   * Pauses a sandbox and all conversations in it ({@code POST /api/v1/sandboxes/{id}/pause}).
   * Returns when the server accepted it. A 404 can also be passing trouble of the runtime.
   *
   * @param id the sandbox
   * @throws OpenHandsException if the call fails
   */
  void pause(String id);

  /**
   * Resumes a sandbox ({@code POST /api/v1/sandboxes/{id}/resume}). Returns when the server
   * accepted it; read until it is RUNNING. Its key is a new one, and the account's oldest sandbox
   * may be paused for it.
   *
   * @param id the sandbox
   * @throws OpenHandsException if the call fails
   */
  void resume(String id);
}
