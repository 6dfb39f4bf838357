package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.RequestTemplate;

/** How messages name a call: its method and path template, without ids and query. */
public final class Operation {

  private Operation() {}

  /**
   * Names a request.
   *
   * @param request the request as Feign made it
   * @return for example {@code GET /api/v1/app-conversations}
   */
  public static String of(Request request) {
    RequestTemplate template = request.requestTemplate();
    String path =
        template == null || template.methodMetadata() == null
            ? "(path not shown)"
            : template.methodMetadata().template().url();
    int query = path.indexOf('?');
    return request.httpMethod() + " " + (query < 0 ? path : path.substring(0, query));
  }
}
