package io.github.openhands4j.simulator.v0;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes a {@link V0Request} of WireMock's request. */
final class RequestReader {

  private RequestReader() {}

  static V0Request read(Request request) {
    String target = request.getUrl();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : request.getAllHeaderKeys()) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return new V0Request(
        request.getMethod().getName(),
        target,
        decode(path.replace("+", "%2B")),
        mark < 0 ? Map.of() : query(target.substring(mark + 1)),
        headers,
        request.getBodyAsString() == null ? "" : request.getBodyAsString());
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
