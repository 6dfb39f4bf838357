package io.github.openhands4j.v1.api.agent;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.feign.AbsolutePath;
import io.github.openhands4j.model.v1.Success;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/file} of an agent server. Servers before March 2026 know the
 * forms with the path in the address only. Files arrive while they are read: the time of the call
 * is that until the answer begins and of each silence in it.
 */
public interface AgentFilesApi {

  /**
   * {@code POST /api/file/upload?path=}: writes a file, with the folders it needs.
   *
   * @param path the absolute path in the sandbox
   * @param file the bytes; its name does not count
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 or 405 on older servers
   */
  @RequestLine("POST /api/file/upload?path={path}")
  Success upload(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      FilePart file,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/file/upload/{path}}: the older form of {@code upload}.
   *
   * @param path the absolute path in the sandbox
   * @param file the bytes; its name does not count
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 or 405 on newer servers
   */
  @RequestLine("POST /api/file/upload/{path}")
  Success uploadByPath(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      FilePart file,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/file/download?path=}.
   *
   * @param path the absolute path in the sandbox
   * @param options times of this call, or null
   * @return the file's bytes, to be closed
   * @throws OpenHandsException if the call fails; 404 if there is no such file, 404 or 405 on older
   *     servers
   */
  @RequestLine("GET /api/file/download?path={path}")
  @Headers("Accept: */*")
  StreamedAnswer download(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/file/download/{path}}: the older form of {@code download}.
   *
   * @param path the absolute path in the sandbox
   * @param options times of this call, or null
   * @return the file's bytes, to be closed
   * @throws OpenHandsException if the call fails; 404 if there is no such file, 404 or 405 on newer
   *     servers
   */
  @RequestLine("GET /api/file/download/{path}")
  @Headers("Accept: */*")
  StreamedAnswer downloadByPath(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/file/archive?path=}: a folder as one file.
   *
   * @param path the absolute path in the sandbox
   * @param query further parameters by wire name: {@code format} ({@code tar.gz} or {@code
   *     git-delta}), {@code base_ref}, {@code use_default_excludes}, {@code exclude}
   * @param options times of this call, or null
   * @return the archive's bytes, to be closed
   * @throws OpenHandsException if the call fails; 404 or 405 on older servers
   */
  @RequestLine("GET /api/file/archive?path={path}")
  @Headers("Accept: */*")
  StreamedAnswer archive(
      @Param(value = "path", expander = AbsolutePath.class) String path,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);
}
