package io.github.openhands4j.core.internal.feign;

import feign.Request;
import feign.RequestTemplate;
import feign.Target;

/**
 * The server that an interface is for. An address that a caller gives instead of a path stays what
 * it is, for the guard of origins to see. Feign's own target does the same, and makes the URL of
 * each request twice for it.
 *
 * @param type the interface
 * @param url the server's base URL, without a slash at the end
 * @param <T> the interface
 */
record ServerTarget<T>(Class<T> type, String url) implements Target<T> {

  @Override
  public String name() {
    return url;
  }

  @Override
  public Request apply(RequestTemplate template) {
    String path = template.url();
    return Request.create(
        Request.HttpMethod.valueOf(template.method()),
        path.startsWith("/") ? url + path : path,
        template.headers(),
        template.body(),
        template.requestCharset(),
        template);
  }
}
