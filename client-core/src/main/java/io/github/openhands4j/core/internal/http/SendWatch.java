package io.github.openhands4j.core.internal.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Remembers whether a call got as far as writing its request: the evidence for "nothing was sent".
 */
final class SendWatch {

  /** Tells the watch of a call, found by its tag. */
  static final EventListener LISTENER =
      new EventListener() {
        @Override
        public void requestHeadersStart(Call call) {
          SendWatch watch = call.request().tag(SendWatch.class);
          if (watch != null) {
            watch.begun = true;
          }
        }
      };

  private volatile boolean begun;

  boolean mayHaveBeenSent() {
    return begun;
  }
}
