package io.github.openhands4j.v1;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.v1.GitBranch;
import io.github.openhands4j.model.v1.GitRepository;

/**
 * What the connected Git providers tell. A walk ends with 403 if no Git provider is connected,
 * which says nothing about the key. Thread-safe.
 */
public interface Git {

  /**
   * Lists installations of the provider's app ({@code GET /api/v1/git/installations/search}). May
   * be repeated.
   *
   * @param provider the provider
   * @return their ids, read page by page; 400 if the provider knows none
   */
  Paged<String> installations(ProviderType provider);

  /**
   * Lists repositories ({@code GET /api/v1/git/repositories/search}). May be repeated.
   *
   * @param query provider and filters
   * @return the repositories, read page by page
   */
  Paged<GitRepository> repositories(RepositoryQuery query);

  /**
   * Lists branches ({@code GET /api/v1/git/branches/search}). May be repeated.
   *
   * @param provider the provider
   * @param repository {@code owner/name}
   * @param text a part of their names, empty for all
   * @return the branches, read page by page
   */
  Paged<GitBranch> branches(ProviderType provider, String repository, String text);

  /**
   * Lists what could be worked on ({@code GET /api/v1/git/suggested-tasks/search}). May be
   * repeated.
   *
   * @return the tasks, read page by page; for {@link StartRequestBuilder#suggestedTask}
   */
  Paged<SuggestedTask> suggestedTasks();
}
