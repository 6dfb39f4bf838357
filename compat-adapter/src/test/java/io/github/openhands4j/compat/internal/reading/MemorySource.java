package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of one conversation in two lists, and how often they were asked for. */
final class MemorySource implements EventSource {

  final List<V1Event> stored = new ArrayList<>();
  final List<V1Event> live = new ArrayList<>();
  int pages;
  int livePages;
  int batches;

  /** The page of the agent server that fails, from 1; what failed is left alone from then on. */
  int failing;

  boolean leftAlone;
  private final int pageSize;

  MemorySource(int pageSize) {
    this.pageSize = pageSize;
  }

  void store(V1Event... events) {
    stored.addAll(List.of(events));
    stored.sort(Comparator.comparing(MemorySource::time));
  }

  @Override
  public Iterator<List<V1Event>> stored(ConversationId id, @Nullable String since) {
    return pages(stored, since, () -> pages++);
  }

  @Override
  public Iterator<List<V1Event>> live(AppConversation conversation, @Nullable String since) {
    return live.isEmpty() || leftAlone
        ? List.<List<V1Event>>of().iterator()
        : new Failing(pages(live, since, () -> livePages++));
  }

  @Override
  public boolean isLeftAlone(ConversationId id) {
    return leftAlone;
  }

  @Override
  public List<V1Event> byIds(ConversationId id, Collection<String> eventIds) {
    batches++;
    return stored.stream().filter(event -> eventIds.contains(event.id())).toList();
  }

  private Iterator<List<V1Event>> pages(
      List<V1Event> all, @Nullable String since, Runnable counted) {
    List<V1Event> wanted =
        all.stream().filter(event -> since == null || time(event).compareTo(since) >= 0).toList();
    return new Iterator<>() {
      private int from;
      private boolean read;

      @Override
      public boolean hasNext() {
        return !read || from < wanted.size();
      }

      @Override
      public List<V1Event> next() {
        counted.run();
        read = true;
        int to = Math.min(from + pageSize, wanted.size());
        List<V1Event> page = wanted.subList(from, to);
        from = to;
        return page;
      }
    };
  }

  private static String time(V1Event event) {
    return Objects.requireNonNullElse(event.timestamp(), "");
  }

  /** Ends where a page fails, as the real one does. */
  private final class Failing implements Iterator<List<V1Event>> {

    private final Iterator<List<V1Event>> pages;
    private int read;

    Failing(Iterator<List<V1Event>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      return !leftAlone && pages.hasNext();
    }

    @Override
    public List<V1Event> next() {
      List<V1Event> page = pages.next();
      read++;
      leftAlone = read == failing;
      return leftAlone ? List.of() : page;
    }
  }
}
