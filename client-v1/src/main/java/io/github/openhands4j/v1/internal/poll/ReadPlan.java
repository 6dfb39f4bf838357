package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.internal.batch.Batches;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Which reads a tick makes: all ids that are waited for, up to 99 in a request. When they do not
 * all fit into a tick, they take turns.
 */
final class ReadPlan {

  private int turn;

  List<PollAction> next(Collection<Wait> waits, int most) {
    List<PollAction> all = reads(waits.stream().map(Wait::state).toList());
    if (all.size() <= most) {
      return all;
    }
    Collections.rotate(all, -(turn % all.size()));
    return List.copyOf(all.subList(0, Math.max(most, 0)));
  }

  void made(int reads) {
    turn = (turn + reads) & Integer.MAX_VALUE;
  }

  private static List<PollAction> reads(List<WaitState> states) {
    List<StartTaskId> tasks =
        states.stream()
            .filter(state -> state.conversationId() == null)
            .map(WaitState::taskId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<ConversationId> conversations =
        states.stream().map(WaitState::conversationId).filter(Objects::nonNull).distinct().toList();
    List<PollAction> actions = new ArrayList<>();
    Batches.of(tasks).forEach(ids -> actions.add(new PollAction.ReadTasks(ids)));
    Batches.of(conversations).forEach(ids -> actions.add(new PollAction.ReadConversations(ids)));
    return actions;
  }
}
