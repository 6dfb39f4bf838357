package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The reader's end of a body that is still arriving. Its reads throw this library's exceptions, the
 * same one again once they have failed. For one thread at a time, but for {@link #close()}.
 */
final class PipedBody extends InputStream {

  private final Call call;
  private final BodyPipe pipe;
  private final String operation;
  private final Duration silence;
  private final Function<Throwable, OpenHandsException> failures;
  private volatile boolean closed;
  private boolean whole;
  private @Nullable OpenHandsException failure;

  PipedBody(
      Call call,
      BodyPipe pipe,
      String operation,
      Duration silence,
      Function<Throwable, OpenHandsException> failures) {
    this.call = call;
    this.pipe = pipe;
    this.operation = operation;
    this.silence = silence;
    this.failures = failures;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (closed) {
      throw new IOException("the answer is closed");
    }
    if (failure != null) {
      throw failure;
    }
    if (length == 0) {
      return 0;
    }
    try {
      int count = pipe.read(into, offset, length, silence);
      whole = count < 0;
      return count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(
          new CallInterruptedException(
              operation + " was interrupted while its answer was read.", true, null, e));
    } catch (TimeoutException e) {
      throw failed(DeadlineExceededException.inTheAnswer(operation, silence, e));
    } catch (BodyPipe.Broken e) {
      throw failed(failures.apply(Objects.requireNonNullElse(e.getCause(), e)));
    }
  }

  private OpenHandsException failed(OpenHandsException why) {
    failure = why;
    call.cancel();
    return why;
  }

  @Override
  public int available() {
    return pipe.available();
  }

  @Override
  public void close() {
    closed = true;
    if (!whole) {
      call.cancel(); // else OkHttp would go on reading for a while
    }
  }
}
