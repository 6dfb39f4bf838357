package io.github.openhands4j.core.internal.feign;

import feign.Response;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.http.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that is still arriving. Its kind is looked at before anybody reads it: a web page that
 * is not sent as a file, and what the operation does not accept, is refused and closed.
 *
 * @param status the status
 * @param headers values by name in lower case
 * @param body the body
 */
record OpenAnswer(int status, Map<String, List<String>> headers, InputStream body)
    implements StreamedAnswer {

  static OpenAnswer of(Response response) {
    InputStream body = stream(response);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers.remove("set-cookie");
    OpenAnswer answer = new OpenAnswer(response.status(), Map.copyOf(headers), body);
    try {
      answer.check(response);
    } catch (UnreadableAnswerException e) {
      answer.close();
      throw e;
    }
    return answer;
  }

  private void check(Response response) {
    String type = contentType().orElse("");
    String named = Operation.of(response.request()) + " -> " + status;
    if (type.equals("text/html") && !headers.containsKey("content-disposition")) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_IS_HTML,
          status,
          named
              + ". The answer is a web page, not the API. Check the address, and that no login page"
              + " stands before it.",
          null);
    }
    Set<String> accepted = accepted(response);
    if (!accepted.contains("*/*") && !accepted.contains(type)) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_UNREADABLE,
          status,
          named
              + ", but the body is "
              + (type.isEmpty() ? "of no named type" : type)
              + " in the place of "
              + String.join(", ", accepted)
              + ".",
          null);
    }
    if (!first("content-encoding").map(coding -> coding.equals("identity")).orElse(true)) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_UNREADABLE,
          status,
          named + ", but the body is encoded although that was not asked for.",
          null);
    }
  }

  private static Set<String> accepted(Response response) {
    return header(response, "Accept")
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> header(Response response, String name) {
    Collection<String> values = response.request().headers().get(name);
    return values == null ? Stream.of("*/*") : values.stream();
  }

  private static InputStream stream(Response response) {
    try {
      return response.body().asInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the transport gives a stream that is open already
    }
  }

  private Optional<String> first(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public Optional<String> contentType() {
    return first("content-type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .map(value -> value.replaceAll("[^a-z0-9/+.-]", ""))
        .filter(value -> !value.isEmpty());
  }

  @Override
  public OptionalLong contentLength() {
    return first("content-length").filter(value -> value.matches("\\d{1,18}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the transport's stream does not throw here
    }
  }

  @Override
  public String toString() {
    return "StreamedAnswer[status=" + status + "]";
  }
}
