package io.github.openhands4j.compat.internal.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.ServerText;
import io.github.openhands4j.v0.V0Exception;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** V0's error answers, each family in its own shape. */
public final class V0Bodies {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  private static final int LONGEST_MESSAGE = 500;

  private V0Bodies() {}

  /**
   * An error of create or rename: {@code {"status":"error","message":…,"msg_id":…}}.
   *
   * @param status the HTTP status
   * @param message the message
   * @param msgId the id of the message
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception messageError(
      int status, String message, String msgId, @Nullable Throwable cause) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("message", message);
    body.put("msg_id", msgId);
    return of(ErrorCode.V0_ERROR, status, body, message, cause);
  }

  /**
   * An error of start or stop: {@code {"status":"error","conversation_id":…,"message":…}}.
   *
   * @param status the HTTP status
   * @param conversationId the id as typed
   * @param message the message, or null for none in the body
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception runtimeError(
      int status, String conversationId, @Nullable String message, @Nullable Throwable cause) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("conversation_id", conversationId);
    if (message != null) {
      body.put("message", message);
    }
    String text = message == null ? "The conversation is unknown." : message;
    return of(ErrorCode.V0_ERROR, status, body, text, cause);
  }

  /**
   * An error of a message: {@code {"success":false,"error":…}} with status 500.
   *
   * @param tail what went wrong
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception addMessageError(String tail, @Nullable Throwable cause) {
    Map<String, Object> body = new LinkedHashMap<>();
    String message = "Error adding message to conversation: " + tail;
    body.put("success", false);
    body.put("error", message);
    return of(ErrorCode.V0_ERROR, 500, body, message, cause);
  }

  /**
   * An error in FastAPI's shape: {@code {"detail":…}}.
   *
   * @param status the HTTP status
   * @param detail the detail
   * @return the exception
   */
  public static V0Exception detail(int status, String detail) {
    return of(ErrorCode.V0_ERROR, status, Map.of("detail", detail), detail, null);
  }

  /**
   * An error of files, git, settings and their like: {@code {"error":…}}.
   *
   * @param status the HTTP status
   * @param text what went wrong
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception error(int status, String text, @Nullable Throwable cause) {
    return of(ErrorCode.V0_ERROR, status, Map.of("error", text), text, cause);
  }

  /**
   * The error of a runtime that cannot be reached.
   *
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception noRuntime(@Nullable Throwable cause) {
    return error(502, "Unable to connect to runtime", cause);
  }

  /**
   * The same for a part of V0 that V1 does not have: 501.
   *
   * @param text what is missing, and what to do instead
   * @return the exception
   */
  public static V0Exception unsupportedPart(String text) {
    return of(ErrorCode.V0_UNSUPPORTED, 501, Map.of("error", text), text, null);
  }

  /**
   * The same with the empty payload that some routes put in front: {@code
   * {"hosts":null,"error":…}}.
   *
   * @param status the HTTP status
   * @param payload the key that is null
   * @param text what went wrong
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception error(
      int status, String payload, String text, @Nullable Throwable cause) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(payload, null);
    body.put("error", text);
    return of(ErrorCode.V0_ERROR, status, body, text, cause);
  }

  /**
   * An error of secrets: {@code {"message":…}}.
   *
   * @param status the HTTP status
   * @param text what went wrong
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception message(int status, String text, @Nullable Throwable cause) {
    return of(ErrorCode.V0_ERROR, status, Map.of("message", text), text, cause);
  }

  /**
   * An error of the routes of users: a bare JSON string.
   *
   * @param status the HTTP status
   * @param text what went wrong
   * @param cause the failure below, or null
   * @return the exception
   */
  public static V0Exception text(int status, String text, @Nullable Throwable cause) {
    return of(ErrorCode.V0_ERROR, status, text, text, cause);
  }

  /**
   * A conversation that is not known to this account: FastAPI's 404.
   *
   * @param conversationId the id as typed
   * @return the exception
   */
  public static V0Exception unknownConversation(String conversationId) {
    return detail(404, "Conversation " + conversationId + " not found");
  }

  /**
   * A failed validation of one body field: FastAPI's 422.
   *
   * @param type the kind of problem
   * @param field the field
   * @param message what is wrong
   * @param input what was sent
   * @param context the bounds, or null for none
   * @return the exception; its message does not repeat the input
   */
  public static V0Exception unprocessable(
      String type,
      String field,
      String message,
      @Nullable Object input,
      @Nullable Map<String, Object> context) {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", type);
    problem.put("loc", List.of("body", field));
    problem.put("msg", message);
    problem.put("input", input);
    if (context != null) {
      problem.put("ctx", context);
    }
    return of(
        ErrorCode.V0_ERROR,
        422,
        Map.of("detail", List.of(problem)),
        "body." + field + ": " + message,
        null);
  }

  /**
   * A part of V0 that V1 does not have: 501 in the shape of create's errors.
   *
   * @param reason what is missing, and what to do instead
   * @return the exception
   */
  public static V0Exception unsupported(String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("message", reason);
    body.put("msg_id", "COMPAT$UNSUPPORTED");
    return of(ErrorCode.V0_UNSUPPORTED, 501, body, reason, null);
  }

  /**
   * A git provider refused its credentials: 401 with a bare JSON string.
   *
   * @param text the text
   * @param cause the failure below
   * @return the exception
   */
  public static V0Exception providerError(String text, Throwable cause) {
    return of(ErrorCode.V0_ERROR, 401, text, text, cause);
  }

  /** The message is one line; the body keeps a server's words as they are. */
  static V0Exception of(
      ErrorCode code, int status, Object body, String message, @Nullable Throwable cause) {
    try {
      return new V0Exception(
          code,
          status,
          PLAIN.writeValueAsString(body),
          ServerText.oneLine(message, LONGEST_MESSAGE),
          cause);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an error body cannot be written as JSON", e);
    }
  }
}
