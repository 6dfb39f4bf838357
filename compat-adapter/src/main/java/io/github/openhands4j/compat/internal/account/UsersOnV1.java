package io.github.openhands4j.compat.internal.account;

import static io.github.openhands4j.compat.operations.V0Operation.MICROAGENT_CONVERSATIONS;
import static io.github.openhands4j.compat.operations.V0Operation.USER_BRANCHES;
import static io.github.openhands4j.compat.operations.V0Operation.USER_INFO;
import static io.github.openhands4j.compat.operations.V0Operation.USER_INSTALLATIONS;
import static io.github.openhands4j.compat.operations.V0Operation.USER_MICROAGENTS;
import static io.github.openhands4j.compat.operations.V0Operation.USER_MICROAGENT_CONTENT;
import static io.github.openhands4j.compat.operations.V0Operation.USER_REPOSITORIES;
import static io.github.openhands4j.compat.operations.V0Operation.USER_SEARCH_BRANCHES;
import static io.github.openhands4j.compat.operations.V0Operation.USER_SEARCH_REPOSITORIES;
import static io.github.openhands4j.compat.operations.V0Operation.USER_SUGGESTED_TASKS;

import io.github.openhands4j.compat.internal.translate.Refusals;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
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
import io.github.openhands4j.v1.api.V1Api;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** V0's routes of the user, on V1's of git. */
public final class UsersOnV1 implements V0Users {

  private final V0Calls v0;
  private final V1Api api;
  private final Calls calls;
  private final Rows rows;
  private final Repositories repositories;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param api the V1 door
   * @param calls makes the requests
   */
  public UsersOnV1(V0Calls v0, V1Api api, Calls calls) {
    this.v0 = v0;
    this.api = api;
    this.calls = calls;
    this.rows = new Rows(calls);
    this.repositories = new Repositories(api, rows, new ConnectedProviders(api, calls));
  }

  private <T> T answered(V0Operation operation, String noProvider, Supplier<T> call) {
    return v0.answered(operation, () -> UserFailures.told(noProvider, call));
  }

  private <T> T answered(V0Operation operation, Supplier<T> call) {
    return answered(operation, UserFailures.NO_TOKEN, call);
  }

  @Override
  public List<String> installations(ProviderType provider) {
    return answered(
        USER_INSTALLATIONS,
        () -> rows.of(Map.of("provider", provider.value()), api.git()::installations).toList());
  }

  @Override
  public List<Repository> repositories(RepositoryQuery query) {
    return answered(USER_REPOSITORIES, () -> repositories.list(query));
  }

  @Override
  public User info() {
    return answered(
        USER_INFO,
        () -> GitRows.user(calls.call(OperationClass.READ, times -> api.users().gitInfo(times))));
  }

  @Override
  public List<Repository> searchRepositories(RepositorySearch search) {
    return answered(
        USER_SEARCH_REPOSITORIES,
        "Git provider token required.",
        () -> repositories.search(search));
  }

  @Override
  public List<Branch> searchBranches(BranchSearch search) {
    return answered(
        USER_SEARCH_BRANCHES, "Git provider token required.", () -> repositories.search(search));
  }

  @Override
  public List<SuggestedTask> suggestedTasks() {
    return answered(
        USER_SUGGESTED_TASKS,
        "No providers set.",
        () -> rows.of(Map.of(), api.git()::suggestedTasks).toList());
  }

  @Override
  public BranchPage branches(String repository, @Nullable Integer page, @Nullable Integer perPage) {
    return answered(USER_BRANCHES, () -> repositories.branches(repository, page, perPage));
  }

  @Override
  public List<RepositoryMicroagent> microagents(String repository) {
    return v0.answered(
        USER_MICROAGENTS,
        () -> {
          throw Refusals.of(USER_MICROAGENTS);
        });
  }

  @Override
  public MicroagentContent microagentContent(String repository, String filePath) {
    return v0.answered(
        USER_MICROAGENT_CONTENT,
        () -> {
          throw Refusals.of(USER_MICROAGENT_CONTENT);
        });
  }

  @Override
  public ConversationInfoResultSet microagentConversations(
      String selectedRepository, @Nullable String pageId, @Nullable Integer limit) {
    return v0.answered(
        MICROAGENT_CONVERSATIONS,
        () -> {
          throw Refusals.of(MICROAGENT_CONVERSATIONS);
        });
  }
}
