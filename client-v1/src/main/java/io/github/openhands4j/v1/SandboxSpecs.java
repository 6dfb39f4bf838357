package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.SandboxSpecInfo;
import java.util.Optional;

/** What sandboxes can be made from. Thread-safe. */
public interface SandboxSpecs {

  /**
   * Reads a specification ({@code GET /api/v1/sandbox-specs?id=}). May be repeated.
   *
   * @param id the specification, exactly as the server gave it
   * @return the specification, or empty if the id is unknown; that of an old sandbox may be
   * @throws OpenHandsException if the call fails
   */
  Optional<SandboxSpecInfo> get(String id);

  /**
   * Lists specifications ({@code GET /api/v1/sandbox-specs/search}). May be repeated.
   *
   * @return the specifications, read page by page
   */
  Paged<SandboxSpecInfo> list();
}
