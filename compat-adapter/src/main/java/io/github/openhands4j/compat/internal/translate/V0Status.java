package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.RuntimeStatus;
import org.jspecify.annotations.Nullable;

/**
 * The two status words of a V0 conversation.
 *
 * @param status the state of the runtime
 * @param runtimeStatus its detail, or null
 */
public record V0Status(ConversationStatus status, @Nullable RuntimeStatus runtimeStatus) {

  static final V0Status STARTING = new V0Status(ConversationStatus.STARTING, null);
  static final V0Status WORKING = new V0Status(ConversationStatus.RUNNING, RuntimeStatus.READY);
  static final V0Status SILENT = new V0Status(ConversationStatus.RUNNING, null);
  static final V0Status STOPPED = new V0Status(ConversationStatus.STOPPED, null);
  static final V0Status ARCHIVED = new V0Status(ConversationStatus.ARCHIVED, null);
  static final V0Status FAILED = new V0Status(ConversationStatus.ERROR, RuntimeStatus.ERROR);
  static final V0Status BROKEN = new V0Status(ConversationStatus.ERROR, null);
}
