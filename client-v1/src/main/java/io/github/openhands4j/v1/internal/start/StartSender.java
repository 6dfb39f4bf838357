package io.github.openhands4j.v1.internal.start;

import feign.Request;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;

/** Sends a start and takes the first thing the server says about it. */
@FunctionalInterface
interface StartSender {

  /**
   * Sends it.
   *
   * @param request what to start
   * @param times the times of the request
   * @return its task
   * @throws OpenHandsException if the server says nothing readable about it
   */
  AppConversationStartTask send(AppConversationStartRequest request, Request.Options times);
}
