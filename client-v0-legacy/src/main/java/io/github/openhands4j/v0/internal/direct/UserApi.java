package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the account's user and repositories; {@code repository_name} comes through {@link
 * RepositoryPath}.
 */
interface UserApi {

  @RequestLine("GET /api/user/installations?provider={provider}")
  JsonNode installations(@Param("provider") String provider, Request.@Nullable Options options);

  @RequestLine(
      "GET /api/user/repositories?sort={sort}&selected_provider={selected_provider}&page={page}"
          + "&per_page={per_page}&installation_id={installation_id}")
  JsonNode repositories(
      @Param("sort") @Nullable String sort,
      @Param("selected_provider") @Nullable String selectedProvider,
      @Param("page") @Nullable Integer page,
      @Param("per_page") @Nullable Integer perPage,
      @Param("installation_id") @Nullable String installationId,
      Request.@Nullable Options options);

  @RequestLine("GET /api/user/info")
  JsonNode info(Request.@Nullable Options options);

  @RequestLine(
      "GET /api/user/search/repositories?query={query}&per_page={per_page}&sort={sort}"
          + "&order={order}&selected_provider={selected_provider}")
  JsonNode searchRepositories(
      @Param("query") String query,
      @Param("per_page") @Nullable Integer perPage,
      @Param("sort") @Nullable String sort,
      @Param("order") @Nullable String order,
      @Param("selected_provider") @Nullable String selectedProvider,
      Request.@Nullable Options options);

  @RequestLine(
      "GET /api/user/search/branches?repository={repository}&query={query}&per_page={per_page}"
          + "&selected_provider={selected_provider}")
  JsonNode searchBranches(
      @Param("repository") String repository,
      @Param("query") String query,
      @Param("per_page") @Nullable Integer perPage,
      @Param("selected_provider") @Nullable String selectedProvider,
      Request.@Nullable Options options);

  @RequestLine("GET /api/user/suggested-tasks")
  JsonNode suggestedTasks(Request.@Nullable Options options);

  @RequestLine(
      "GET /api/user/repository/branches?repository={repository}&page={page}&per_page={per_page}")
  JsonNode branches(
      @Param("repository") String repository,
      @Param("page") @Nullable Integer page,
      @Param("per_page") @Nullable Integer perPage,
      Request.@Nullable Options options);

  @RequestLine("GET /api/user/repository/{repository_name}/microagents")
  JsonNode microagents(
      @Param("repository_name") String repository, Request.@Nullable Options options);

  @RequestLine(
      "GET /api/user/repository/{repository_name}/microagents/content?file_path={file_path}")
  JsonNode microagentContent(
      @Param("repository_name") String repository,
      @Param("file_path") String filePath,
      Request.@Nullable Options options);

  @RequestLine(
      "GET /api/microagent-management/conversations?selected_repository={selected_repository}"
          + "&page_id={page_id}&limit={limit}")
  JsonNode microagentConversations(
      @Param("selected_repository") String selectedRepository,
      @Param("page_id") @Nullable String pageId,
      @Param("limit") @Nullable Integer limit,
      Request.@Nullable Options options);
}
