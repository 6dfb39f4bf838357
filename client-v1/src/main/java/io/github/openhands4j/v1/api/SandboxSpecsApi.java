package io.github.openhands4j.v1.api;

import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.SandboxSpecInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/sandbox-specs}: what sandboxes are made from. */
public interface SandboxSpecsApi {

  /**
   * {@code GET /api/v1/sandbox-specs/search}.
   *
   * @param query {@code page_id} and {@code limit}
   * @param options times of this call, or null
   * @return one page
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/sandbox-specs/search")
  Page<SandboxSpecInfo> search(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/sandbox-specs}. The id of an old sandbox may be unknown by now.
   *
   * @param ids 1 to 100 ids, exactly as the server gave them
   * @param options times of this call, or null
   * @return the specifications in the order asked for, null for an unknown one; a row of another
   *     form throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/sandbox-specs?id={ids}")
  List<@Nullable SandboxSpecInfo> batchGet(
      @Param("ids") List<String> ids, Request.@Nullable Options options);
}
