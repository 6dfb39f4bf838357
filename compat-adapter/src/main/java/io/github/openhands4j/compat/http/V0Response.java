package io.github.openhands4j.compat.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the V0 API. To be closed when its body is read or not wanted.
 *
 * @param status the HTTP status
 * @param headers one value by name; {@code Content-Length} is among them unless the body is made
 *     while it is read
 * @param body the body, possibly empty; closing it gives up what it is read from
 */
public record V0Response(int status, Map<String, String> headers, InputStream body)
    implements AutoCloseable {

  /** Copies the headers. */
  public V0Response {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Closes the body. */
  @Override
  public void close() throws IOException {
    body.close();
  }

  /** Names the status only: bodies hold keys and prompts. */
  @Override
  public String toString() {
    return "V0Response[status=" + status + "]";
  }
}
