package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.feign.AbsolutePath;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.model.v1.Success;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/app-conversations}. */
public interface AppConversationsApi {

  /**
   * {@code GET /api/v1/app-conversations/search}: newest first.
   *
   * @param query parameters by wire name, for example {@code title__contains}, {@code limit} (1 to
   *     100), {@code page_id}
   * @param options times of this call, or null
   * @return one page
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations/search")
  Page<AppConversation> search(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/count}; children are counted too.
   *
   * @param query parameters by wire name
   * @param options times of this call, or null
   * @return how many conversations there are
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations/count")
  Long count(@QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations?ids=}.
   *
   * @param ids 1 to 99 ids
   * @param options times of this call, or null
   * @return the conversations in the order asked for, null for an unknown one; a row of another
   *     form throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations?ids={ids}")
  List<@Nullable AppConversation> batchGet(
      @Param("ids") List<ConversationId> ids, Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/app-conversations}: starts a job. <b>Never call this again after a
   * failure</b> that may have been sent: it is not idempotent, and a second request with the same
   * id breaks the first. {@code conversations().start(...)} takes care of that.
   *
   * @param request what to start
   * @param options times of this call, or null
   * @return the start task, usually {@code WORKING}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/v1/app-conversations")
  @Headers("Content-Type: application/json")
  AppConversationStartTask start(
      AppConversationStartRequest request, Request.@Nullable Options options);

  /**
   * {@code PATCH /api/v1/app-conversations/{id}}.
   *
   * @param id the conversation
   * @param request the fields to change
   * @param options times of this call, or null
   * @return the conversation
   * @throws OpenHandsException if the call fails; 404 if the id is unknown
   */
  @RequestLine("PATCH /api/v1/app-conversations/{id}")
  @Headers("Content-Type: application/json")
  AppConversation update(
      @Param("id") ConversationId id,
      AppConversationUpdateRequest request,
      Request.@Nullable Options options);

  /**
   * {@code DELETE /api/v1/app-conversations/{id}}. The sandbox goes later, in the background.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if the id is unknown
   */
  @RequestLine("DELETE /api/v1/app-conversations/{id}")
  Success delete(@Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/app-conversations/{id}/send-message}. Not to be repeated after a failure
   * that may have been sent.
   *
   * @param id the conversation
   * @param request the message
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 409 if the sandbox does not run
   */
  @RequestLine("POST /api/v1/app-conversations/{id}/send-message")
  @Headers("Content-Type: application/json")
  AppSendMessageResponse sendMessage(
      @Param("id") ConversationId id,
      AppSendMessageRequest request,
      Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/app-conversations/{id}/switch_profile}: from now on the conversation runs
   * on another stored profile of the language model.
   *
   * @param id the conversation
   * @param body {@code profile_name}
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if the conversation or the profile is not
   *     there, 409 if the sandbox is paused
   */
  @RequestLine("POST /api/v1/app-conversations/{id}/switch_profile")
  @Headers("Content-Type: application/json")
  Success switchProfile(
      @Param("id") ConversationId id, Map<String, String> body, Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/app-conversations/{id}/switch_acp_model}: from now on an ACP agent runs on
   * another model.
   *
   * @param id the conversation
   * @param body {@code model}
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 400 if its agent is no ACP agent
   */
  @RequestLine("POST /api/v1/app-conversations/{id}/switch_acp_model")
  @Headers("Content-Type: application/json")
  Success switchAcpModel(
      @Param("id") ConversationId id, Map<String, String> body, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/{id}/skills}. Slow.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return {@code skills}; none while the sandbox is paused
   * @throws OpenHandsException if the call fails; 404 if the conversation cannot be reached
   */
  @RequestLine("GET /api/v1/app-conversations/{id}/skills")
  Map<String, @Nullable Object> skills(
      @Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/{id}/hooks}.
   *
   * @param id the conversation
   * @param options times of this call, or null
   * @return {@code hooks}; none while the sandbox is paused
   * @throws OpenHandsException if the call fails; 404 if the conversation cannot be reached
   */
  @RequestLine("GET /api/v1/app-conversations/{id}/hooks")
  Map<String, @Nullable Object> hooks(
      @Param("id") ConversationId id, Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/{id}/file}: a text file of the sandbox.
   *
   * @param id the conversation
   * @param path the absolute path in the sandbox
   * @param options times of this call, or null
   * @return the text; empty for every failure too: missing, not text, sandbox not running
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/app-conversations/{id}/file?file_path={path}")
  String file(
      @Param("id") ConversationId id,
      @Param(value = "path", expander = AbsolutePath.class) String path,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/{id}/git/changes}.
   *
   * @param id the conversation
   * @param path the absolute path of a repository
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @param options times of this call, or null
   * @return the files that differ; empty also where there is no repository; a row of another form
   *     throws {@link UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails; 404 if the conversation cannot be reached, 409 if
   *     its sandbox is paused
   */
  @RequestLine("GET /api/v1/app-conversations/{id}/git/changes?path={path}&ref={ref}")
  List<GitChange> gitChanges(
      @Param("id") ConversationId id,
      @Param(value = "path", expander = AbsolutePath.class) String path,
      @Param("ref") @Nullable String ref,
      Request.@Nullable Options options);

  /**
   * {@code GET /api/v1/app-conversations/{id}/git/diff}.
   *
   * @param id the conversation
   * @param path the absolute path of a file
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @param options times of this call, or null
   * @return the file before and after
   * @throws OpenHandsException if the call fails; 404 if the conversation cannot be reached, 409 if
   *     its sandbox is paused
   */
  @RequestLine("GET /api/v1/app-conversations/{id}/git/diff?path={path}&ref={ref}")
  GitDiff gitDiff(
      @Param("id") ConversationId id,
      @Param(value = "path", expander = AbsolutePath.class) String path,
      @Param("ref") @Nullable String ref,
      Request.@Nullable Options options);
}
