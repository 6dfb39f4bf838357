package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Headers;

/** Makes Feign's answers of OkHttp's. */
final class FeignAnswers {

  private FeignAnswers() {}

  /** Status and headers; the body is to be added. */
  static Response.Builder of(Request request, okhttp3.Response head) {
    Headers received = head.headers();
    Map<String, Collection<String>> headers = new HashMap<>();
    for (int i = 0; i < received.size(); i++) {
      String name = received.name(i);
      headers
          .computeIfAbsent(
              name.equals(HiddenResendGuard.RENAMED) ? "retry-after" : name,
              any -> new ArrayList<>(1))
          .add(received.value(i));
    }
    return Response.builder()
        .request(request)
        .status(head.code())
        .reason(head.message())
        .headers(headers);
  }
}
