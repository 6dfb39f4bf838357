package io.github.openhands4j.v1.api.agent;

import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.feign.AbsolutePath;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/git} of an agent server. Servers before March 2026 know the
 * forms with the path in the address only.
 */
public interface AgentGitApi {

  /**
   * {@code GET /api/git/changes?path=}.
   *
   * @param path the absolute path of a repository
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @param options times of this call, or null
   * @return the files that differ; empty also where there is no repository; a row of another form
   *     throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/git/changes?path={path}&ref={ref}")
  List<GitChange> changes(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      @Param("ref") @Nullable String ref,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/git/changes/{path}}: the older form of {@code changes}.
   *
   * @param path the absolute path of a repository
   * @param options times of this call, or null
   * @return the files that differ; empty also where there is no repository; a row of another form
   *     throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/git/changes/{path}")
  List<GitChange> changesByPath(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/git/diff?path=}.
   *
   * @param path the absolute path of a file
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @param options times of this call, or null
   * @return the file before and after
   * @throws OpenHandsException if the call fails; 400 for a file that is missing or over 1 MiB
   */
  @RequestLine("GET /api/git/diff?path={path}&ref={ref}")
  GitDiff diff(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      @Param("ref") @Nullable String ref,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/git/diff/{path}}: the older form of {@code diff}.
   *
   * @param path the absolute path of a file
   * @param options times of this call, or null
   * @return the file before and after
   * @throws OpenHandsException if the call fails; 400 or 500 for a file that is missing
   */
  @RequestLine("GET /api/git/diff/{path}")
  GitDiff diffByPath(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      Request.@Nullable Options options);
}
