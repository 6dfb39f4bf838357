package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request and its answer, as text.
 *
 * @param name what it shows
 * @param request request line, headers, body
 * @param answer status and content type, headers beyond those of all answers, body
 */
record Exchange(String name, Message request, Message answer) {

  static final String KEY = "sk-test-not-a-key";

  private static final Map<String, String> OF_ALL =
      Map.of(
          "Cache-Control",
          "no-cache, no-store, must-revalidate, max-age=0",
          "Pragma",
          "no-cache",
          "Expires",
          "0");

  /** First line, headers, body. */
  record Message(String first, Map<String, String> headers, String body) {

    static Message of(String text) {
      int end = text.indexOf("\n\n");
      List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
      Map<String, String> headers = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int colon = line.indexOf(": ");
        headers.put(line.substring(0, colon), line.substring(colon + 2));
      }
      return new Message(lines.get(0), headers, text.substring(end + 2));
    }
  }

  static List<Exchange> all() throws IOException {
    Path file = Path.of("src/test/resources/" + path() + "/exchanges.txt");
    List<Exchange> all = new ArrayList<>();
    for (String each : Files.readString(file).split("(?m)^### ", -1)) {
      if (!each.isEmpty()) {
        int end = each.indexOf('\n');
        String[] sides = each.substring(end + 1).split("\n---\n", 2);
        String answer = sides[1].substring(0, sides[1].length() - 1);
        all.add(new Exchange(each.substring(0, end), Message.of(sides[0]), Message.of(answer)));
      }
    }
    return all;
  }

  static String path() {
    return Exchange.class.getPackageName().replace('.', '/');
  }

  V0Request toRequest() {
    String[] line = request.first().split(" ", 2);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    if (headers.remove("No-Key") == null) {
      headers.put("Authorization", List.of("Bearer " + KEY));
    }
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    return new V0Request(line[0], line[1], headers, new ByteArrayInputStream(body));
  }

  String method() {
    return request.first().split(" ", 2)[0];
  }

  String requestPath() {
    return Target.of(request.first().split(" ", 2)[1], "").path();
  }

  /** An answer in the form of this file, without the headers that all answers have. */
  static String shown(V0Response answer) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    OF_ALL.forEach(headers::remove);
    String type = headers.remove("Content-Type");
    headers.remove("Content-Length");
    return (answer.status() + " " + (type == null ? "" : type)).strip()
        + headers
        + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  String expected() {
    return answer.first() + answer.headers() + answer.body();
  }

  @Override
  public String toString() {
    return name;
  }
}
