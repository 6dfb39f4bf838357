package io.github.openhands4j.v1.api.agent;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.PathSegment;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AgentConversationInfo;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.ConfirmationPolicy;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.Success;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/conversations} of an agent server. */
public interface AgentConversationsApi {

  /**
   * {@code GET /api/conversations/{id}}.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return the conversation as plain JSON values, its {@code execution_status} among them
   * @throws OpenHandsException if the call fails; 404 if the id is unknown
   */
  @RequestLine("GET /api/conversations/{id}")
  Map<String, @Nullable Object> get(
      @Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code GET /api/conversations/search}.
   *
   * @param query parameters by wire name, for example {@code status}, {@code page_id}, {@code
   *     limit}
   * @param options times of this call, or null
   * @return one page of the conversations in the sandbox
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/conversations/search")
  Page<AgentConversationInfo> search(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/conversations/{id}}, as a type of its own.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return the conversation
   * @throws OpenHandsException if the call fails; 404 if the id is unknown
   */
  @RequestLine("GET /api/conversations/{id}")
  AgentConversationInfo info(@Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code GET /api/conversations/{id}/agent_final_response}: the last words of the agent.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return {@code response}, empty if there are none
   * @throws OpenHandsException if the call fails; 404 or 405 on servers before April 2026
   */
  @RequestLine("GET /api/conversations/{id}/agent_final_response")
  Map<String, @Nullable Object> finalResponse(
      @Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code POST /api/conversations/{id}/confirmation_policy}.
   *
   * @param id the conversation
   * @param policy {@code policy}: which actions have to be confirmed from now on
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/conversations/{id}/confirmation_policy")
  @Headers("Content-Type: application/json")
  Success confirmationPolicy(
      @Param("id") ConversationId id,
      Map<String, ConfirmationPolicy> policy,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/conversations/{id}/run}: lets the agent go on.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 409 if it runs already
   */
  @RequestLine("POST /api/conversations/{id}/run")
  Success run(@Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code POST /api/conversations/{id}/pause}: ends the run after the current step.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 400 if the id is unknown
   */
  @RequestLine("POST /api/conversations/{id}/pause")
  Success pause(@Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code POST /api/conversations/{id}/interrupt}: ends the run at once.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 or 405 on servers before May 2026
   */
  @RequestLine("POST /api/conversations/{id}/interrupt")
  Success interrupt(@Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code GET /api/conversations/{id}/events/search}: what happened, as it happens.
   *
   * @param id the conversation
   * @param query parameters by wire name, for example {@code page_id}, {@code limit}, {@code
   *     timestamp__gte}; {@code kind} wants the full name of a Python class
   * @param options times of this call, or null
   * @return one page in the order of events, as plain JSON values; what is null is left out
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/conversations/{id}/events/search")
  Page<Map<String, @Nullable Object>> searchEvents(
      @Param("id") ConversationId id,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/conversations/{id}/events/count}.
   *
   * @param id the conversation
   * @param query the filters of {@code searchEvents}
   * @param options times of this call, or null
   * @return how many events there are
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/conversations/{id}/events/count")
  Long countEvents(
      @Param("id") ConversationId id,
      @QueryMap Map<String, Object> query,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/conversations/{id}/events/{event_id}}.
   *
   * @param id the conversation
   * @param eventId the event's id, exactly as the server gave it
   * @param options times of this call, or null
   * @return the event as plain JSON values
   * @throws OpenHandsException if the call fails; 500 if the event is unknown
   */
  @RequestLine("GET /api/conversations/{id}/events/{eventId}")
  Map<String, @Nullable Object> getEvent(
      @Param("id") ConversationId id,
      @Param(value = "eventId", expander = PathSegment.class) String eventId,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/conversations/{id}/events}: a message to the agent. The server's default for
   * {@code run} is false here. Not to be repeated after a failure that may have been sent.
   *
   * @param id the conversation
   * @param message the message
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/conversations/{id}/events")
  @Headers("Content-Type: application/json")
  Success sendMessage(
      @Param("id") ConversationId id,
      AppSendMessageRequest message,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/conversations/{id}/events/respond_to_confirmation}.
   *
   * @param id the conversation
   * @param response whether the agent may do what it wants
   * @param options times of this call, or null
   * @return the acknowledgment, also when nothing waits
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/conversations/{id}/events/respond_to_confirmation")
  @Headers("Content-Type: application/json")
  Success respondToConfirmation(
      @Param("id") ConversationId id,
      ConfirmationResponse response,
      Request.@Nullable Options options);
}
