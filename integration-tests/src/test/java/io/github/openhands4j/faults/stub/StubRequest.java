package io.github.openhands4j.faults.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that arrived whole.
 *
 * @param method its method
 * @param target what its first line asks for, query included
 * @param headers the header lines
 * @param body the body as text
 */
public record StubRequest(String method, String target, List<String> headers, String body) {

  static StubRequest of(String head, String body) {
    List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
    String[] first = lines.get(0).split(" ", 3);
    return new StubRequest(first[0], first[1], lines.subList(1, lines.size()), body);
  }

  /**
   * What it asks for, without the query.
   *
   * @return the path
   */
  public String path() {
    return target.replaceFirst("\\?.*", "");
  }

  /**
   * A parameter of the query.
   *
   * @param name the parameter's name
   * @return its first value
   */
  public Optional<String> query(String name) {
    return Stream.of(target.replaceFirst("^[^?]*\\??", "").split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  /**
   * The value of a header.
   *
   * @param name the header's name
   * @return the value of the first line with that name
   */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
