package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the events of a conversation are read. Each page is a request, made when it is taken. */
public interface EventSource {

  /**
   * The events that the app server stores; some get there half a minute late.
   *
   * @param id the conversation
   * @param since the first time wanted, without a zone, or null for all
   * @return pages in the order of times
   */
  Iterator<List<V1Event>> stored(ConversationId id, @Nullable String since);

  /**
   * The events that the agent server has, if it can be asked.
   *
   * @param conversation the conversation as read just before
   * @param since the first time wanted, without a zone, or null for all
   * @return pages in the order of events; none if its sandbox does not run
   */
  Iterator<List<V1Event>> live(AppConversation conversation, @Nullable String since);

  /**
   * Whether the agent server of a conversation failed a moment ago, so that it is not asked.
   *
   * @param id the conversation
   * @return true if {@link #live} gives less than there is
   */
  boolean isLeftAlone(ConversationId id);

  /**
   * Single events that the app server stores.
   *
   * @param id the conversation
   * @param eventIds at most 100 ids, each a UUID
   * @return those that are there
   */
  List<V1Event> byIds(ConversationId id, Collection<String> eventIds);
}
