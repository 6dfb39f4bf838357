package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.BranchPage;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.MicroagentContent;
import io.github.openhands4j.model.v0.Repository;
import io.github.openhands4j.model.v0.RepositoryMicroagent;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.model.v0.User;
import io.github.openhands4j.v0.V0Users;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a V0 server for the account's user and repositories. */
final class DirectUser implements V0Users {

  private static final String[] REPOSITORY = {"id", "full_name"};
  private static final String MICROAGENT_LIST = "list of microagent conversations";

  private final UserApi api;
  private final RouteCalls calls;
  private final Shapes shapes;

  DirectUser(UserApi api, RouteCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public List<String> installations(ProviderType provider) {
    String word = provider.value();
    return calls.read(options -> shapes.texts("installations", api.installations(word, options)));
  }

  @Override
  public List<Repository> repositories(RepositoryQuery query) {
    return calls.read(
        options ->
            repositories(
                api.repositories(
                    query.sort(),
                    word(query.selectedProvider()),
                    query.page(),
                    query.perPage(),
                    query.installationId(),
                    options)));
  }

  @Override
  public User info() {
    return calls.read(
        options -> shapes.object("user", api.info(options), User.class, "id", "login"));
  }

  @Override
  public List<Repository> searchRepositories(RepositorySearch search) {
    return calls.read(
        options ->
            repositories(
                api.searchRepositories(
                    search.query(),
                    search.perPage(),
                    search.sort(),
                    search.order(),
                    word(search.selectedProvider()),
                    options)));
  }

  private List<Repository> repositories(JsonNode answer) {
    return shapes.list("repositories", answer, Repository.class, REPOSITORY);
  }

  @Override
  public List<Branch> searchBranches(BranchSearch search) {
    return calls.read(
        options ->
            BranchAnswers.list(
                shapes,
                api.searchBranches(
                    search.repository(),
                    search.query(),
                    search.perPage(),
                    word(search.selectedProvider()),
                    options)));
  }

  @Override
  public List<SuggestedTask> suggestedTasks() {
    return calls.read(
        options ->
            shapes.list(
                "suggested tasks",
                api.suggestedTasks(options),
                SuggestedTask.class,
                "task_type",
                "repo"));
  }

  @Override
  public BranchPage branches(String repository, @Nullable Integer page, @Nullable Integer perPage) {
    return calls.read(
        options -> BranchAnswers.page(shapes, api.branches(repository, page, perPage, options)));
  }

  @Override
  public List<RepositoryMicroagent> microagents(String repository) {
    String path = RepositoryPath.of(repository);
    return calls.read(
        options ->
            shapes.list(
                "microagents",
                api.microagents(path, options),
                RepositoryMicroagent.class,
                "name",
                "path"));
  }

  @Override
  public MicroagentContent microagentContent(String repository, String filePath) {
    String path = RepositoryPath.of(repository);
    return calls.read(
        options ->
            shapes.object(
                "microagent",
                api.microagentContent(path, filePath, options),
                MicroagentContent.class,
                "content",
                "path"));
  }

  @Override
  public ConversationInfoResultSet microagentConversations(
      String selectedRepository, @Nullable String pageId, @Nullable Integer limit) {
    return calls.read(
        options -> {
          JsonNode answer = api.microagentConversations(selectedRepository, pageId, limit, options);
          JsonNode rows = shapes.field(MICROAGENT_LIST, answer, "results");
          shapes.list(MICROAGENT_LIST, rows, ConversationInfo.class, "conversation_id");
          return shapes.object(MICROAGENT_LIST, answer, ConversationInfoResultSet.class);
        });
  }

  private static @Nullable String word(@Nullable ProviderType provider) {
    return provider == null ? null : provider.value();
  }
}
