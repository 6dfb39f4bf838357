package io.github.openhands4j.core.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Objects;
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
          of(call).begun = true;
        }

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
          of(call).proxied = proxy.type() == Proxy.Type.HTTP;
        }

        @Override
        public void canceled(Call call) {
          of(call).onCancel.run();
        }
      };

  private volatile boolean begun;
  private volatile boolean proxied;
  private volatile Runnable onCancel = () -> {};

  /** The watch of a call. */
  static SendWatch of(Call call) {
    return Objects.requireNonNull(call.request().tag(SendWatch.class));
  }

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
