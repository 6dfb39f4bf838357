package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.List;

/** The two reads a poller makes. */
public interface PollReads {

  /**
   * Reads start tasks.
   *
   * @param ids up to 99 ids
   * @return what the server answered
   */
  BatchAnswer<StartTaskId, AppConversationStartTask> tasks(List<StartTaskId> ids);

  /**
   * Reads conversations.
   *
   * @param ids up to 99 ids
   * @return what the server answered
   */
  BatchAnswer<ConversationId, AppConversation> conversations(List<ConversationId> ids);
}
