package io.github.openhands4j.v1.internal.message;

import feign.Request;
import io.github.openhands4j.core.internal.http.SendNotice;
import io.github.openhands4j.model.ConversationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a client has sent lately, so that none of them passes for a later one of the
 * same text. Thread-safe.
 */
public final class SentMessages {

  /** So late a message of unknown fate may still arrive. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final MessageClock clock;
  private final Deque<Sent> lately = new ArrayDeque<>();

  /**
   * Nothing was sent yet.
   *
   * @param clock the times of messages
   */
  public SentMessages(MessageClock clock) {
    this.clock = clock;
  }

  MessageClock clock() {
    return clock;
  }

  /** One message; of its text only a number is kept. */
  final class Sent {
    private final ConversationId id;
    private final int text;
    private volatile long sentNanos = clock.reading();
    private volatile @Nullable Long knownNanos;

    private Sent(ConversationId id, MessageText text) {
      this.id = id;
      this.text = text.hashCode();
    }

    /** When it was last sent, as a monotonic reading. */
    long sentNanos() {
      return sentNanos;
    }

    /** Notes when it is sent with these times. */
    Request.Options noting(Request.Options times) {
      note();
      return SendNotice.to(times, this::note);
    }

    private void note() {
      sentNanos = clock.reading();
    }

    void arrived() {
      knownNanos = clock.reading();
    }

    void refused() {
      synchronized (lately) {
        lately.remove(this);
      }
    }

    /** How many others of its text may show among those that are looked through for it. */
    long likes() {
      synchronized (lately) {
        return lately.stream().filter(this::isLike).count();
      }
    }

    private boolean isLike(Sent other) {
      Long known = other.knownNanos;
      return other != this
          && other.id.equals(id)
          && other.text == text
          && (known == null || clock.mayShow(known, sentNanos));
    }

    private boolean isOld(long now) {
      Long known = knownNanos;
      return now - (known == null ? sentNanos : known) > KEPT.toNanos();
    }
  }

  /** A message is about to be sent. */
  Sent begin(ConversationId id, MessageText text) {
    Sent sent = new Sent(id, text);
    synchronized (lately) {
      lately.removeIf(old -> old.isOld(clock.reading()));
      lately.add(sent);
    }
    return sent;
  }
}
