package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.v1.GitBranch;
import io.github.openhands4j.model.v1.GitRepository;
import io.github.openhands4j.v1.Git;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.RepositoryQuery;
import io.github.openhands4j.v1.api.GitApi;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import io.github.openhands4j.v1.internal.page.QueryParameters;
import java.util.Map;

/**
 * Git providers over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 * @param typed makes typed answers
 */
record DefaultGit(GitApi api, Calls calls, Typed typed) implements Git {

  @Override
  public Paged<String> installations(ProviderType provider) {
    return new PagedCalls<>(
        Map.of("provider", provider.value()),
        id -> id,
        query -> calls.call(OperationClass.READ, times -> api.installations(query, times)));
  }

  @Override
  public Paged<GitRepository> repositories(RepositoryQuery wanted) {
    return new PagedCalls<>(
        QueryParameters.ofSearch(wanted),
        GitRepository::id,
        query ->
            typed.page(
                calls.call(OperationClass.READ, times -> api.repositories(query, times)),
                GitRepository.class));
  }

  @Override
  public Paged<GitBranch> branches(ProviderType provider, String repository, String text) {
    return new PagedCalls<>(
        Map.of("provider", provider.value(), "repository", repository, "query", text),
        GitBranch::name,
        query ->
            typed.page(
                calls.call(OperationClass.READ, times -> api.branches(query, times)),
                GitBranch.class));
  }

  @Override
  public Paged<SuggestedTask> suggestedTasks() {
    return new PagedCalls<>(
        Map.of(),
        task -> task,
        query -> calls.call(OperationClass.READ, times -> api.suggestedTasks(query, times)));
  }
}
