package io.github.openhands4j.v1.api.raw;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.DashedId;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operation {@code /api/v1/conversations/{conversation_id}/pending-messages}: messages for
 * conversations that do not exist yet. The server takes any text in the place of the id and
 * delivers for two forms of it only; these methods write them.
 */
public interface PendingMessagesApi {

  /**
   * {@code POST /api/v1/conversations/task-{task}/pending-messages}.
   *
   * @param task the start, before it is READY
   * @param body {@code role} and {@code content}
   * @param options times of this call, or null
   * @return {@code id}, {@code queued} and {@code position}
   * @throws OpenHandsException if the call fails; 429 if ten messages wait already
   */
  @RequestLine("POST /api/v1/conversations/task-{task}/pending-messages")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> queueForStart(
      @Param("task") StartTaskId task,
      Map<String, ? extends @Nullable Object> body,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/conversations/{id}/pending-messages}. They are delivered with the next
   * start of the conversation that gets READY.
   *
   * @param id the conversation
   * @param body {@code role} and {@code content}
   * @param options times of this call, or null
   * @return {@code id}, {@code queued} and {@code position}
   * @throws OpenHandsException if the call fails; 429 if ten messages wait already
   */
  @RequestLine("POST /api/v1/conversations/{id}/pending-messages")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> queue(
      @Param(value = "id", expander = DashedId.class) ConversationId id,
      Map<String, ? extends @Nullable Object> body,
      Request.@Nullable Options options);
}
