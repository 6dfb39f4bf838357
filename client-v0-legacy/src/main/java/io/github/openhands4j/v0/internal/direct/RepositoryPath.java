package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.V0Exception;
import java.util.Arrays;
import java.util.List;

/** Puts the name of a repository into a path, in which its slashes stay slashes. */
final class RepositoryPath {

  private RepositoryPath() {}

  /**
   * The name, if it leads nowhere else.
   *
   * @param repository {@code owner/name}, possibly with groups between
   * @return the name
   * @throws V0Exception 400 if the name would lead elsewhere; nothing was sent
   */
  static String of(String repository) {
    List<String> segments = Arrays.asList(repository.split("/", -1));
    if (segments.stream().anyMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."))) {
      throw new V0Exception(
          ErrorCode.V0_ERROR,
          400,
          "\"Invalid repository name\"",
          "400: a repository is named owner/name. Nothing was sent.",
          null);
    }
    return repository;
  }
}
