package io.github.openhands4j.core.testing;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.feign.AbsolutePath;
import io.github.openhands4j.model.v1.Success;

/** Calls whose bodies are not JSON, to send through the wiring of the real clients. */
public interface StreamApi {

  /**
   * A file of any kind.
   *
   * @return the open answer
   */
  @RequestLine("GET /file")
  StreamedAnswer any();

  /**
   * A file of any kind within limits.
   *
   * @param options the limits
   * @return the open answer
   */
  @RequestLine("GET /file")
  StreamedAnswer any(Request.Options options);

  /**
   * A zip.
   *
   * @return the open answer
   */
  @RequestLine("GET /zip")
  @Headers("Accept: application/zip")
  StreamedAnswer zip();

  /**
   * A file whose path stands in the address.
   *
   * @param path the path
   * @return the open answer
   */
  @RequestLine("GET /download/{path}")
  StreamedAnswer byPath(@Param(value = "path", expander = AbsolutePath.class) String path);

  /**
   * A file whose path stands in the query.
   *
   * @param path the path
   * @return the open answer
   */
  @RequestLine("GET /download?path={path}")
  StreamedAnswer byQuery(@Param(value = "path", expander = AbsolutePath.class) String path);

  /**
   * An upload.
   *
   * @param path the path
   * @param file the file
   * @return the acknowledgment
   */
  @RequestLine("POST /upload?path={path}")
  Success upload(@Param(value = "path", expander = AbsolutePath.class) String path, FilePart file);
}
