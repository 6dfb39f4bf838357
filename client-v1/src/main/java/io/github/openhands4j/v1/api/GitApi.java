package io.github.openhands4j.v1.api;

import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.SuggestedTask;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/git}: what the connected Git providers tell. */
public interface GitApi {

  /**
   * {@code GET /api/v1/git/installations/search}.
   *
   * @param query parameters by wire name, for example {@code provider}, which must be there
   * @param options times of this call, or null
   * @return one page of ids of installations
   * @throws OpenHandsException if the call fails; 403 if no Git provider is connected, 400 if the
   *     provider has none
   */
  @RequestLine("GET /api/v1/git/installations/search")
  Page<String> installations(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/git/repositories/search}. With {@code query} the last page may be empty.
   *
   * @param query parameters by wire name, for example {@code provider}, which must be there, {@code
   *     query}, {@code installation_id}, {@code sort_order}
   * @param options times of this call, or null
   * @return one page of repositories
   * @throws OpenHandsException if the call fails; 403 if no Git provider is connected
   */
  @RequestLine("GET /api/v1/git/repositories/search")
  Page<Map<String, @Nullable Object>> repositories(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/git/branches/search}. A page may be empty while more follow.
   *
   * @param query {@code provider}, {@code repository} and {@code query}, which may be empty, must
   *     all be there; {@code page_id}, {@code limit}
   * @param options times of this call, or null
   * @return one page of branches
   * @throws OpenHandsException if the call fails; 403 if no Git provider is connected
   */
  @RequestLine("GET /api/v1/git/branches/search")
  Page<Map<String, @Nullable Object>> branches(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/git/suggested-tasks/search}.
   *
   * @param query {@code page_id} and {@code limit}
   * @param options times of this call, or null
   * @return one page of tasks
   * @throws OpenHandsException if the call fails; 403 if no Git provider is connected
   */
  @RequestLine("GET /api/v1/git/suggested-tasks/search")
  Page<SuggestedTask> suggestedTasks(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);
}
