package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes Feign's answers of OkHttp's. */
final class FeignAnswers {

  private FeignAnswers() {}

  /** Status and headers; the body is to be added. */
  static Response.Builder of(Request request, okhttp3.Response head) {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    head.headers()
        .toMultimap()
        .forEach(
            (name, values) ->
                headers.put(
                    name.equals(HiddenResendGuard.RENAMED) ? "retry-after" : name,
                    List.copyOf(values)));
    return Response.builder()
        .request(request)
        .status(head.code())
        .reason(head.message())
        .headers(headers);
  }
}
