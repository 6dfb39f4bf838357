package io.github.openhands4j.v1;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.SandboxInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
   * Reads many sandboxes, 99 in a request. May be repeated.
   *
   * @param ids the sandboxes
   * @return those that are known by id, in the order asked for; one that cannot be read is left out
   *     and logged
   * @throws OpenHandsException if a call fails
   */
  Map<String, SandboxInfo> getAll(Collection<String> ids);

  /**
   * Lists the account's sandboxes, newest first, also lost ones ({@code GET
   * /api/v1/sandboxes/search}). May be repeated.
   *
   * @return the sandboxes, read page by page
   */
  Paged<SandboxInfo> list();

  /**
   * Makes a sandbox of the default specification ({@code POST /api/v1/sandboxes}). It may pause the
   * account's oldest one. A start makes its own; this is for sandboxes that are to be there before.
   * Not repeated after a failure that may have been sent.
   *
   * @return the sandbox, usually {@code STARTING}
   * @throws OpenHandsException if the call fails
   */
  SandboxInfo create();

  /**
   * Makes a sandbox of a specification, as {@link #create()}.
   *
   * @param specId what it is made from, see {@link SandboxSpecs}
   * @return the sandbox, usually {@code STARTING}
   * @throws OpenHandsException if the call fails; an unknown specification is a server error
   */
  SandboxInfo create(String specId);

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

  /**
   * Deletes a sandbox ({@code DELETE /api/v1/sandboxes/{id}?sandbox_id=}). All conversations in it
   * lose it.
   *
   * @param id the sandbox
   * @return true if it was deleted, false if the id is unknown
   * @throws OpenHandsException if the call fails
   */
  boolean delete(String id);

  /**
   * Lists the secrets that a sandbox may ask for ({@code GET
   * /api/v1/sandboxes/{id}/settings/secrets}). It is asked for with the sandbox's key; the user's
   * is not sent. May be repeated.
   *
   * @param sandbox the sandbox, read just before: its key changes
   * @return names and descriptions
   * @throws ConfigurationException if the sandbox has no key because it does not run
   * @throws OpenHandsException if the call fails
   */
  List<CustomSecret> secretNames(SandboxInfo sandbox);

  /**
   * Reads a secret as a sandbox does ({@code GET /api/v1/sandboxes/{id}/settings/secrets/{name}}).
   * It is asked for with the sandbox's key; the user's is not sent. May be repeated.
   *
   * @param sandbox the sandbox, read just before: its key changes
   * @param name the secret
   * @return its value, or empty if there is none of that name
   * @throws ConfigurationException if the sandbox has no key because it does not run
   * @throws OpenHandsException if the call fails
   */
  Optional<Secret> secret(SandboxInfo sandbox, String name);
}
