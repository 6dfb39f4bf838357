package io.github.openhands4j.v1.testing;

import io.github.openhands4j.core.StreamedAnswer;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer that holds no connection.
 *
 * @param body what is read of it
 * @param contentLength how long it says to be
 */
public record FakeAnswer(InputStream body, OptionalLong contentLength) implements StreamedAnswer {

  @Override
  public int status() {
    return 200;
  }

  @Override
  public Map<String, List<String>> headers() {
    return Map.of();
  }

  @Override
  public Optional<String> contentType() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // nothing is held
  }
}
