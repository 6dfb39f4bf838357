package io.github.openhands4j.v1;

import io.github.openhands4j.model.v1.AppConversationStartRequest;

/**
 * What a new conversation is to do. Immutable; the same request may be started several times, and
 * each start is a job of its own.
 *
 * <pre>{@code
 * StartRequest.builder().message("Fix the README").repository("me/repo").branch("main").build();
 * }</pre>
 */
public final class StartRequest {

  private final AppConversationStartRequest body;

  StartRequest(AppConversationStartRequest body) {
    this.body = body;
  }

  /**
   * A builder with nothing set: an idle conversation without repository.
   *
   * @return the builder
   */
  public static StartRequestBuilder builder() {
    return new StartRequestBuilder();
  }

  /**
   * The body of the request, without the conversation's id, which each start gets anew.
   *
   * @return the body in the server's words
   */
  public AppConversationStartRequest body() {
    return body;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StartRequest that && that.body.equals(body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return "StartRequest[repository=" + body.selectedRepository() + "]";
  }
}
