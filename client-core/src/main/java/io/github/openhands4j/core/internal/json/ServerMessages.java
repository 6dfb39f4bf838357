package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.ServerText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds the server's own words in an error body; the servers have at least ten shapes of it. */
public final class ServerMessages {

  private static final List<String> KEYS = List.of("detail", "error", "message");
  private static final int MOST = 500;

  /** A web page, or JSON that is broken or cut: its pieces may repeat what was sent. */
  private static final Pattern NO_TEXT =
      Pattern.compile("\\s*(?:[<{\"]|\\[\\s*[\\[{\"]).*", Pattern.DOTALL);

  private final ObjectMapper mapper;

  /**
   * Creates a finder.
   *
   * @param mapper the JSON set-up
   */
  public ServerMessages(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The server's words.
   *
   * @param body the body as text
   * @return the words without control characters, cut at a bound; empty if the body has none
   */
  public Optional<String> find(String body) {
    try {
      return Optional.ofNullable(mapper.readTree(body))
          .flatMap(ServerMessages::words)
          .map(ServerMessages::plain)
          .filter(words -> !words.isEmpty());
    } catch (JsonProcessingException notJson) {
      return NO_TEXT.matcher(body).matches()
          ? Optional.empty()
          : Optional.of(plain(body)).filter(words -> !words.isEmpty());
    }
  }

  private static Optional<String> words(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(node.textValue());
    }
    if (node.isArray()) {
      return Optional.of(
          StreamSupport.stream(node.spliterator(), false)
              .map(ServerMessages::problem)
              .collect(Collectors.joining("; ")));
    }
    return KEYS.stream()
        .map(node::path)
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .findFirst()
        .flatMap(ServerMessages::words);
  }

  /** One entry of a validation list: where and what, without the input it repeats. */
  private static String problem(JsonNode entry) {
    String where =
        StreamSupport.stream(entry.path("loc").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("."));
    String what = entry.path("msg").asText("");
    return where.isEmpty() ? what : where + ": " + what;
  }

  private static String plain(String text) {
    return ServerText.oneLine(text, MOST);
  }
}
