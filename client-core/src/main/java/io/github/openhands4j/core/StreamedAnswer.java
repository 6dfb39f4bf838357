package io.github.openhands4j.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A successful answer whose body is read while it arrives, so that it may be of any size.
 *
 * <pre>{@code
 * try (StreamedAnswer answer = agent.download("/workspace/project/data.bin")) {
 *   answer.body().transferTo(file);
 * }
 * }</pre>
 *
 * <p>The time of its call ({@code read-timeout}) is that until it begins and of each silence in it;
 * the whole, its reader's pauses included, may take an hour, or the time of the call if that is
 * longer.
 *
 * <p>Whoever gets one closes it: until then, or until its total time is over, it holds a
 * connection. Closing it early drops the connection. For one thread at a time, but for {@link
 * #close()}.
 */
public interface StreamedAnswer extends AutoCloseable {

  /**
   * The HTTP status.
   *
   * @return from 200 to 299
   */
  int status();

  /**
   * The headers.
   *
   * @return values by name in lower case
   */
  Map<String, List<String>> headers();

  /**
   * The media type of the body.
   *
   * @return for example {@code application/zip}, in lower case and without parameters; empty if the
   *     server names none
   */
  Optional<String> contentType();

  /**
   * How long the body will be.
   *
   * @return its length in bytes, if the server says so
   */
  OptionalLong contentLength();

  /**
   * The body. Its reads throw this library's exceptions: {@link DeadlineExceededException} when the
   * server is silent or slow for too long, {@link CallInterruptedException} when the thread is
   * interrupted, {@link ClientClosedException} when the client is closed, {@link
   * TransportException} when the connection breaks before the end, {@link
   * UnreadableAnswerException} when the body is larger than allowed. A read of a closed answer
   * throws an {@link IOException}.
   *
   * @return always the same stream; closing it closes the answer
   */
  InputStream body();

  /** Gives back what the answer holds. Closing twice is harmless. */
  @Override
  void close();
}
