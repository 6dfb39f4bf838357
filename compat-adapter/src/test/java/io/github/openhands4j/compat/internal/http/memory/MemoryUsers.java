package io.github.openhands4j.compat.internal.http.memory;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.BranchPage;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.MicroagentContent;
import io.github.openhands4j.model.v0.Repository;
import io.github.openhands4j.model.v0.RepositoryMicroagent;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.model.v0.User;
import io.github.openhands4j.v0.V0Users;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A user with one repository. What was asked for comes back in the answers. */
final class MemoryUsers implements V0Users {

  @Override
  public List<String> installations(ProviderType provider) {
    if (!provider.equals(ProviderType.GITHUB)) {
      throw MemoryV0Client.failure(400, "\"Provider " + provider + " has no installations\"");
    }
    return List.of("42");
  }

  @Override
  public List<Repository> repositories(RepositoryQuery query) {
    return List.of(
        Repository.builder()
            .id("1")
            .fullName(query.sort() + "/" + query.page() + "/" + query.perPage())
            .gitProvider(query.selectedProvider())
            .isPublic(true)
            .build());
  }

  @Override
  public User info() {
    return User.builder().id("1").login("octo").avatarUrl("https://octo.invalid/a.png").build();
  }

  @Override
  public List<Repository> searchRepositories(RepositorySearch search) {
    return List.of(Repository.builder().id("1").fullName(search.query()).build());
  }

  @Override
  public List<Branch> searchBranches(BranchSearch search) {
    return List.of(branch(search.query() + "@" + search.repository()));
  }

  private static Branch branch(String name) {
    return Branch.builder().name(name).commitSha("c0ffee").build();
  }

  @Override
  public List<SuggestedTask> suggestedTasks() {
    return List.of(
        new SuggestedTask(ProviderType.GITHUB, TaskType.OPEN_ISSUE, "octo/cat", 7, "A cat"));
  }

  @Override
  public BranchPage branches(String repository, @Nullable Integer page, @Nullable Integer perPage) {
    return BranchPage.builder()
        .branches(List.of(branch(repository)))
        .currentPage(Objects.requireNonNullElse(page, 1))
        .perPage(Objects.requireNonNullElse(perPage, 30))
        .build();
  }

  @Override
  public List<RepositoryMicroagent> microagents(String repository) {
    return List.of(RepositoryMicroagent.builder().name(repository).path("a.md").build());
  }

  @Override
  public MicroagentContent microagentContent(String repository, String filePath) {
    return MicroagentContent.builder().content(repository).path(filePath).build();
  }

  @Override
  public ConversationInfoResultSet microagentConversations(
      String selectedRepository, @Nullable String pageId, @Nullable Integer limit) {
    return ConversationInfoResultSet.builder()
        .nextPageId(selectedRepository + "/" + pageId + "/" + limit)
        .build();
  }
}
