package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.LiveListener;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.internal.event.SeenIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener each event once, and survives what it throws. Tells on one thread; what it knows
 * can be asked by any.
 */
final class LiveTeller {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.live");
  private static final int REMEMBERED = 10_000;

  private final LiveListener listener;
  private final SeenIds seen = new SeenIds(REMEMBERED);
  private volatile LiveState state = LiveState.CONNECTING;
  private volatile @Nullable Event last;
  private volatile boolean quiet;
  private boolean complained;
  private int told;

  LiveTeller(LiveListener listener, @Nullable Event last) {
    this.listener = listener;
    this.last = last;
    if (last != null) {
      boolean unused = wasTold(last.id());
    }
  }

  LiveState state() {
    return state;
  }

  @Nullable Event last() {
    return last;
  }

  /** Tells nothing any more. */
  void hush() {
    quiet = true;
  }

  boolean isKnown(String id) {
    return seen.contains(id);
  }

  /** Whether none of the events is forgotten. */
  boolean remembersAll() {
    return told < REMEMBERED;
  }

  /** What has no id is new each time. */
  private boolean wasTold(String id) {
    return !id.isEmpty() && !seen.add(id);
  }

  /** Tells an event unless it was told. */
  void tell(Event event) {
    if (quiet || wasTold(event.id())) {
      return;
    }
    told++;
    guarded(() -> listener.onEvent(event));
    if (!SocketFeed.isOnlyHere(event) && !event.id().isEmpty()) {
      last = event;
    }
  }

  void become(LiveState next) {
    if (state != next) {
      state = next;
      if (!quiet || next == LiveState.ENDED) {
        guarded(() -> listener.onState(next));
      }
    }
  }

  void failed(OpenHandsException failure) {
    LOG.debug("live events failed [failure={}]", failure.code().id());
    if (!quiet) {
      guarded(() -> listener.onError(failure));
    }
  }

  private void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException | Error e) {
      if (!complained) {
        complained = true;
        LOG.warn("a listener of live events threw; the subscription goes on", e);
      }
    }
    if (Thread.interrupted()) {
      LOG.warn("a listener of live events interrupted its thread");
    }
  }
}
