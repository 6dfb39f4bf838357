package io.github.openhands4j.v1.api;

import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.Success;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/sandboxes}. */
public interface SandboxesApi {

  /**
   * {@code GET /api/v1/sandboxes?id=}.
   *
   * @param ids 1 to 100 ids, exactly as the server gave them
   * @param options times of this call, or null
   * @return the sandboxes in the order asked for, null for an unknown one; a row of another form
   *     throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/sandboxes?id={ids}")
  List<@Nullable SandboxInfo> batchGet(
      @Param("ids") List<String> ids, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/sandboxes/search}.
   *
   * @param query {@code page_id} and {@code limit}, up to 100
   * @param options times of this call, or null
   * @return one page of the account's sandboxes, newest first
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/sandboxes/search")
  Page<SandboxInfo> search(@QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/sandboxes/{id}/pause}. Returns when the request was accepted, not when the
   * sandbox is paused. All conversations in the sandbox are paused with it.
   *
   * @param id the sandbox, exactly as the server gave it
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 also for passing trouble of the runtime
   */
  @RequestLine("POST /api/v1/sandboxes/{id}/pause")
  Success pause(
      @Param(value = "id", expander = PathSegment.class) String id,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/sandboxes/{id}/resume}. Returns when the request was accepted. It may pause
   * the account's oldest sandbox, and the sandbox's key changes.
   *
   * @param id the sandbox, exactly as the server gave it
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 also for passing trouble of the runtime
   */
  @RequestLine("POST /api/v1/sandboxes/{id}/resume")
  Success resume(
      @Param(value = "id", expander = PathSegment.class) String id,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/v1/sandboxes/{id}?sandbox_id=}: the query is what counts, the path must be
   * there. All conversations in the sandbox lose it.
   *
   * @param id the sandbox, exactly as the server gave it
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 503 if it has to be tried again
   */
  @RequestLine("DELETE /api/v1/sandboxes/{id}?sandbox_id={id}")
  Success delete(
      @Param(value = "id", expander = PathSegment.class) String id,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/sandboxes}: makes a sandbox. It may pause the account's oldest one. Not to
   * be repeated after a failure that may have been sent.
   *
   * @param spec what it is made from, exactly as the server named it; null for the default
   * @param options times of this call, or null
   * @return the sandbox, usually {@code STARTING}
   * @throws OpenHandsException if the call fails; 500 for an unknown specification too
   */
  @RequestLine("POST /api/v1/sandboxes?sandbox_spec_id={spec}")
  SandboxInfo create(@Param("spec") @Nullable String spec, Request.@Nullable Options options);
}
