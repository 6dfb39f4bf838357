package io.github.openhands4j.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request as it came over the wire.
 *
 * @param method the method, for example {@code POST}
 * @param target path and query as sent
 * @param headers the header lines as sent, without line ends
 * @param body the body as text
 * @param connection the number of the connection it came over, from 1
 * @param position which request of its connection it was, from 1
 */
public record RecordedRequest(
    String method, String target, List<String> headers, String body, int connection, int position) {

  static RecordedRequest of(String head, byte[] body, int connection, int position) {
    List<String> lines = List.of(head.split("\r\n", -1));
    List<String> first = List.of(lines.get(0).split(" ", -1));
    return new RecordedRequest(
        first.get(0),
        first.get(1),
        lines.subList(1, lines.size()).stream().filter(line -> !line.isEmpty()).toList(),
        new String(body, StandardCharsets.UTF_8),
        connection,
        position);
  }

  /**
   * The value of a header.
   *
   * @param name its name, in any case
   * @return the value of the first such line
   */
  public Optional<String> header(String name) {
    String start = name + ":";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
