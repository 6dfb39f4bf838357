package io.github.openhands4j.v1.internal.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.http.EventSocket;
import io.github.openhands4j.model.v1.event.ConversationStateUpdateEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.ServerErrorEvent;
import io.github.openhands4j.model.v1.event.StreamingDeltaEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one socket has said so far and nobody has taken: bounded, since whatever is dropped can be
 * read again. Thread-safe.
 */
final class SocketFeed implements EventSocket.Listener {

  /** What has come since it was asked for last. */
  enum News {
    /** Nothing. */
    NONE,
    /** Only what no read ever lists. */
    PIECES,
    /** Something that a read may list. */
    EVENTS
  }

  private record Kept(Event event, long chars) {}

  private static final int MOST_KEPT = 1_000;

  private final ObjectMapper mapper;
  private final Bell bell;
  private final @Nullable String firstFrame;
  private final long mostChars;
  private final Map<String, Kept> told = new LinkedHashMap<>();
  private long chars;
  private News news = News.NONE;
  private boolean ready;
  private int code;
  private @Nullable OpenHandsException failure;
  private int nameless;

  /** The first frame shows the key, or is null if it is shown elsewhere. */
  SocketFeed(ObjectMapper mapper, Bell bell, @Nullable String firstFrame, long mostChars) {
    this.mostChars = mostChars;
    this.mapper = mapper;
    this.bell = bell;
    this.firstFrame = firstFrame;
  }

  @Override
  public void opened(Consumer<String> answers) {
    if (firstFrame != null) {
      answers.accept(firstFrame);
    }
  }

  @Override
  public synchronized void arrived(String text) {
    Event event = read(text);
    if (!ready) {
      ready = true; // the first word of the server is its whole state: it has let us in
    } else if (event != null) {
      keep(event, text.length());
    }
    boolean piece = event != null && isOnlyHere(event);
    news = piece && news != News.EVENTS ? News.PIECES : News.EVENTS;
    bell.ring();
  }

  private @Nullable Event read(String text) {
    try {
      return mapper.readValue(text, Event.class);
    } catch (JsonProcessingException unreadable) {
      return null; // the bell rings all the same, and a read tells what happened
    }
  }

  private void keep(Event event, long length) {
    String key = event.id().isEmpty() ? "nameless " + nameless++ : event.id();
    Kept before = told.put(key, new Kept(event, length));
    chars += length - (before == null ? 0 : before.chars());
    if (isFull()) {
      remove(kept -> !isOnlyHere(kept));
    }
    Iterator<Kept> oldest = told.values().iterator();
    while (isFull()) {
      chars -= oldest.next().chars();
      oldest.remove();
    }
  }

  private boolean isFull() {
    return told.size() > MOST_KEPT || chars > mostChars;
  }

  private void remove(Predicate<Event> unwanted) {
    told.values().removeIf(kept -> unwanted.test(kept.event()));
    chars = told.values().stream().mapToLong(Kept::chars).sum();
  }

  @Override
  public synchronized void ended(int endCode, OpenHandsException cause) {
    code = endCode;
    failure = cause;
    bell.ring();
  }

  /** Whether the server has let us in. */
  synchronized boolean isReady() {
    return ready;
  }

  /** Why it ended, or null while it stands. */
  synchronized @Nullable OpenHandsException failure() {
    return failure;
  }

  /** The code it ended with; 0 while it stands or if it broke. */
  synchronized int code() {
    return code;
  }

  /** What has come since this was asked last. */
  synchronized News takeNews() {
    News all = news;
    news = News.NONE;
    return all;
  }

  /** Takes what no read ever lists, up to the first event that one may list. */
  synchronized List<Event> takePieces() {
    List<Event> taken = new ArrayList<>();
    Iterator<Kept> all = told.values().iterator();
    while (all.hasNext()) {
      Kept next = all.next();
      if (!isOnlyHere(next.event())) {
        break;
      }
      taken.add(next.event());
      chars -= next.chars();
      all.remove();
    }
    return taken;
  }

  /** Takes the events that no read ever lists, in the order they came. */
  synchronized List<Event> takeOnlyHere() {
    return take(SocketFeed::isOnlyHere);
  }

  /** Takes all that is left. */
  synchronized List<Event> takeAll() {
    return take(event -> true);
  }

  /** Forgets what has been read meanwhile; true if something is left that no read has listed. */
  synchronized boolean awaits(Predicate<String> known) {
    remove(event -> !event.id().isEmpty() && known.test(event.id()));
    return !told.isEmpty();
  }

  private List<Event> take(Predicate<Event> wanted) {
    List<Event> taken = told.values().stream().map(Kept::event).filter(wanted).toList();
    remove(wanted);
    return taken;
  }

  /** Told on sockets only: pieces of answers, errors of the socket, snapshots. */
  static boolean isOnlyHere(Event event) {
    return event instanceof StreamingDeltaEvent
        || event instanceof ServerErrorEvent
        || (event instanceof ConversationStateUpdateEvent update
            && "full_state".equals(update.key()));
  }
}
