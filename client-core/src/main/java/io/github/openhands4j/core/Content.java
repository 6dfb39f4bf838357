package io.github.openhands4j.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Bytes to be sent, read from where they are while they are sent.
 *
 * <pre>{@code
 * agent.upload("/workspace/data.bin", Content.of(Path.of("data.bin")));
 * }</pre>
 *
 * <p>It is opened anew each time it is sent, since a request that certainly did nothing may be made
 * again. Opened and read on the thread of the call; closed on another one if the call ends, by its
 * time, an interrupt or the client's close, while it is read. Immutable; as safe for threads as
 * where it reads from.
 */
public final class Content {

  private interface Length {
    long bytes() throws IOException;
  }

  private final Length length;
  private final Callable<? extends InputStream> source;

  private Content(Length length, Callable<? extends InputStream> source) {
    this.length = length;
    this.source = source;
  }

  /**
   * Bytes in memory.
   *
   * @param bytes the bytes; copied
   * @return the content
   */
  public static Content of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return of(copy.length, () -> new ByteArrayInputStream(copy));
  }

  /**
   * A file, as it is when it is sent.
   *
   * @param file the file
   * @return the content
   */
  public static Content of(Path file) {
    return new Content(() -> Files.size(file), () -> Files.newInputStream(file));
  }

  /**
   * Bytes of any origin.
   *
   * @param length how many there are; fewer or more in the stream fail the request
   * @param source opens a stream of all of them, a new one for each call; it is closed after use.
   *     Opening must end by itself, and a read that waits must end when the stream is closed: the
   *     call cannot end before
   * @return the content
   * @throws ConfigurationException if the length is negative
   */
  public static Content of(long length, Callable<? extends InputStream> source) {
    if (length < 0) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The length of a content must not be negative.");
    }
    return new Content(() -> length, source);
  }

  /**
   * How many bytes there are.
   *
   * @return the number, now
   * @throws IOException if that cannot be found out
   */
  public long length() throws IOException {
    return length.bytes();
  }

  /**
   * Opens the bytes.
   *
   * @return a new stream of all of them, to be closed
   * @throws IOException if they cannot be read; if that is since the thread was interrupted, its
   *     flag is set again
   */
  public InputStream open() throws IOException {
    try {
      return source.call();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /**
   * Says nothing of the bytes.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "Content";
  }
}
