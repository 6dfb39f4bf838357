package io.github.openhands4j.core.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Remembers whether a call got as far as writing its request, which is the evidence for "nothing
 * was sent", who was connected to, and who wants to know that it was canceled.
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

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
          SendWatch watch = call.request().tag(SendWatch.class);
          if (watch != null) {
            watch.proxied = proxy.type() == Proxy.Type.HTTP;
          }
        }

        @Override
        public void canceled(Call call) {
          SendWatch watch = call.request().tag(SendWatch.class);
          if (watch != null) {
            watch.onCancel.run();
          }
        }
      };

  private volatile boolean begun;
  private volatile boolean proxied;
  private volatile Runnable onCancel = () -> {};

  boolean mayHaveBeenSent() {
    return begun;
  }

  /** What is to be done when the call is canceled, by whomever. */
  void onCancel(Runnable action) {
    onCancel = action;
  }

  /** Whether the last connection was asked of a proxy. */
  boolean proxied() {
    return proxied;
  }
}
