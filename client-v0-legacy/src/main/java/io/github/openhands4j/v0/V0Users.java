package io.github.openhands4j.v0;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account's user and repositories at its git providers. May be repeated. Without a provider
 * each call fails with 401 and a body that is a JSON text. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Users {
  /**
   * Installations of the provider's app ({@code GET /api/user/installations}).
   *
   * @param provider the provider
   * @return their ids
   * @throws V0Exception 400 if the provider has none
   */
  List<String> installations(ProviderType provider);

  /**
   * Repositories of the account ({@code GET /api/user/repositories}).
   *
   * @param query order and page
   * @return one page; the first row tells whether there are more
   * @throws V0Exception 401 without a provider
   */
  List<Repository> repositories(RepositoryQuery query);

  /**
   * The user ({@code GET /api/user/info}).
   *
   * @return the user
   * @throws V0Exception 401 without a provider
   */
  User info();

  /**
   * Repositories by text ({@code GET /api/user/search/repositories}).
   *
   * @param search text and order
   * @return the repositories
   * @throws V0Exception 401 without a provider
   */
  List<Repository> searchRepositories(RepositorySearch search);

  /**
   * Branches by text ({@code GET /api/user/search/branches}).
   *
   * @param search repository and text
   * @return the branches
   * @throws V0Exception 401 without a provider
   */
  List<Branch> searchBranches(BranchSearch search);

  /**
   * Tasks that could be done ({@code GET /api/user/suggested-tasks}).
   *
   * @return the tasks
   * @throws V0Exception 401 without a provider
   */
  List<SuggestedTask> suggestedTasks();

  /**
   * Branches of a repository ({@code GET /api/user/repository/branches}).
   *
   * @param repository {@code owner/name}
   * @param page the page, or null for 1
   * @param perPage rows of a page, or null for 30
   * @return one page
   * @throws V0Exception 401 without a provider
   */
  BranchPage branches(String repository, @Nullable Integer page, @Nullable Integer perPage);

  /**
   * Microagents that a repository holds ({@code GET /api/user/repository/{name}/microagents}).
   *
   * @param repository {@code owner/name}
   * @return the microagents
   * @throws V0Exception 501 where it is not supported
   */
  List<RepositoryMicroagent> microagents(String repository);

  /**
   * The text of one ({@code GET /api/user/repository/{name}/microagents/content}).
   *
   * @param repository {@code owner/name}
   * @param filePath its file
   * @return the text
   * @throws V0Exception 501 where it is not supported
   */
  MicroagentContent microagentContent(String repository, String filePath);

  /**
   * Conversations that work on microagents ({@code GET /api/microagent-management/conversations}).
   *
   * @param selectedRepository {@code owner/name}
   * @param pageId the page before's {@code next_page_id}, or null
   * @param limit rows of a page, or null for 20
   * @return one page
   * @throws V0Exception 501 where it is not supported
   */
  ConversationInfoResultSet microagentConversations(
      String selectedRepository, @Nullable String pageId, @Nullable Integer limit);
}
