package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.PermissionDeniedException;
import io.github.openhands4j.model.v1.GitOrganizationsResponse;
import io.github.openhands4j.model.v1.UserGitInfo;
import io.github.openhands4j.model.v1.UserInfo;

/** The user who the key belongs to. Thread-safe. */
public interface Users {

  /**
   * Reads the user, with keys as asterisks ({@code GET /api/v1/users/me}). May be repeated.
   *
   * @return the user
   * @throws OpenHandsException if the call fails
   */
  UserInfo me();

  /**
   * Reads the user at the connected Git provider ({@code GET /api/v1/users/git-info}). May be
   * repeated.
   *
   * @return the user there
   * @throws PermissionDeniedException if no Git provider is connected
   * @throws OpenHandsException if the call fails
   */
  UserGitInfo gitInfo();

  /**
   * Lists the user's organizations at the Git provider ({@code GET
   * /api/v1/users/git-organizations}): on OpenHands Cloud. May be repeated.
   *
   * @return the organizations
   * @throws OpenHandsException if the call fails
   */
  GitOrganizationsResponse gitOrganizations();
}
