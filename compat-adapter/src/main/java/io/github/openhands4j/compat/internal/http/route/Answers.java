package io.github.openhands4j.compat.internal.http.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.json.JsonWriter;
import io.github.openhands4j.core.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes answers, all with the headers that keep them out of caches. */
final class Answers {

  private static final ObjectMapper MAPPER = Json.mapper(Long.MAX_VALUE);

  private Answers() {}

  /** A value as plain maps, lists and words, as it stands on the wire. */
  static @Nullable Object plain(@Nullable Object value) {
    return value == null ? null : MAPPER.convertValue(value, Object.class);
  }

  /** A record of the model from its plain form. */
  static <T> T typed(Map<String, @Nullable Object> plain, Class<T> type) {
    return MAPPER.convertValue(plain, type);
  }

  static V0Response json(int status, @Nullable Object value) {
    return of(status, "application/json", JsonWriter.bytes(plain(value)), Map.of());
  }

  static V0Response detail(int status, String detail) {
    return json(status, Map.of("detail", detail));
  }

  /** What an uncaught failure of the server became. */
  static V0Response crash() {
    return text(500, "text/plain; charset=utf-8", "Internal Server Error");
  }

  static V0Response text(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static V0Response empty(int status, Map<String, String> headers) {
    return of(status, "", new byte[0], headers);
  }

  static V0Response stream(String contentType, Map<String, String> more, InputStream body) {
    Map<String, String> headers = headers(contentType);
    headers.putAll(more);
    return new V0Response(200, headers, body);
  }

  static V0Response with(V0Response answer, String name, String value) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put(name, value);
    return new V0Response(answer.status(), headers, answer.body());
  }

  static V0Response withBody(V0Response answer, InputStream body) {
    return new V0Response(answer.status(), answer.headers(), body);
  }

  private static V0Response of(
      int status, String contentType, byte[] body, Map<String, String> more) {
    Map<String, String> headers = headers(contentType);
    headers.put("Content-Length", Integer.toString(body.length));
    headers.putAll(more);
    return new V0Response(status, headers, new ByteArrayInputStream(body));
  }

  private static Map<String, String> headers(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!contentType.isEmpty()) {
      headers.put("Content-Type", contentType);
    }
    headers.put("Cache-Control", "no-cache, no-store, must-revalidate, max-age=0");
    headers.put("Pragma", "no-cache");
    headers.put("Expires", "0");
    return headers;
  }
}
