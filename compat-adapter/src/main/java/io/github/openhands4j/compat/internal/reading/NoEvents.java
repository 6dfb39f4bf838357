package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a conversation that does not exist yet: none, without a request. */
final class NoEvents implements EventSource {

  @Override
  public Iterator<List<V1Event>> stored(ConversationId id, @Nullable String since) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<List<V1Event>> live(AppConversation conversation, @Nullable String since) {
    return Collections.emptyIterator();
  }

  @Override
  public boolean isLeftAlone(ConversationId id) {
    return false;
  }

  @Override
  public List<V1Event> byIds(ConversationId id, Collection<String> eventIds) {
    return List.of();
  }
}
