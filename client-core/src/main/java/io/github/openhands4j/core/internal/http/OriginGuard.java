package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the key at the last moment before the write, to requests of the configured origin, and lets
 * no other request out: looked at before a connection is made, and again before the write.
 */
final class OriginGuard implements Interceptor {

  /** A request was about to go elsewhere. */
  static final class OriginRefused extends IOException {
    private static final long serialVersionUID = 1L;

    OriginRefused() {
      super("the request is not for the configured origin");
    }
  }

  private final Origin origin;

  OriginGuard(Origin origin) {
    this.origin = origin;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    requireOrigin(request);
    Request.Builder builder = request.newBuilder();
    KeyHeaders.of(request).forEach(builder::header);
    return chain.proceed(builder.build());
  }

  /** The first look: nobody else is even connected to. */
  Response beforeConnecting(Chain chain) throws IOException {
    requireOrigin(chain.request());
    return chain.proceed(chain.request());
  }

  private void requireOrigin(Request request) throws OriginRefused {
    if (!Origin.of(request.url()).equals(origin)) {
      throw new OriginRefused();
    }
  }
}
