package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that is still arriving, read from the connection by the thread that wants
 * it. Its reads throw this library's exceptions, the same one again once they have failed. For one
 * thread at a time, but for {@link #close()}.
 */
final class AnswerStream extends InputStream {

  private final Exchange exchange;
  private final Call call;
  private final Response answer;
  private final BufferedSource source;
  private final StreamLimits limits;
  private final CallAlarm alarm;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile boolean closed;
  private volatile boolean whole;
  private long received;
  private @Nullable OpenHandsException failure;

  AnswerStream(
      Exchange exchange, Call call, Response answer, StreamLimits limits, CallAlarm alarm) {
    this.exchange = exchange;
    this.call = call;
    this.answer = answer;
    this.source = answer.body().source();
    this.limits = limits;
    this.alarm = alarm;
    SendWatch.of(call).onCancel(this::release);
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
    if (whole) {
      return -1;
    }
    reading.lock();
    try {
      return take(into, offset, length);
    } catch (IOException | RuntimeException cause) {
      if (closed) {
        throw new IOException("the answer is closed", cause);
      }
      throw failed(cause);
    } finally {
      reading.unlock();
    }
  }

  private int take(byte[] into, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted() || call.isCanceled()) {
      throw new InterruptedIOException("canceled"); // what has arrived is not given any more
    }
    int count =
        source.getBuffer().exhausted()
            ? alarm.during(limits.silence(), () -> source.read(into, offset, length))
            : source.read(into, offset, length);
    if (count < 0) {
      whole = true;
      exchange.over();
      answer.close();
      return -1;
    }
    received += count;
    if (received > limits.mostBytes()) {
      throw new Exchange.TooLarge(answer.code(), limits.mostBytes(), "the limit of this call");
    }
    return count;
  }

  private OpenHandsException failed(Throwable cause) {
    OpenHandsException why = reason(cause);
    failure = why;
    call.cancel();
    release();
    return why;
  }

  private OpenHandsException reason(Throwable cause) {
    if (alarm.hasRung()) {
      return DeadlineExceededException.inTheAnswer(exchange.operation(), limits.silence(), cause);
    }
    OpenHandsException why = exchange.ended(limits.total(), cause);
    return why instanceof CallInterruptedException
        ? new CallInterruptedException(
            exchange.operation() + " was interrupted while its answer was read.", true, null, null)
        : why;
  }

  /** The call is canceled: nobody reads any more, or notices it soon and releases it then. */
  private void release() {
    exchange.over();
    if (reading.tryLock()) {
      try {
        answer.close();
      } finally {
        reading.unlock();
      }
    }
  }

  @Override
  public int available() {
    return closed || whole ? 0 : (int) Math.min(source.getBuffer().size(), Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    closed = true;
    if (!whole) {
      call.cancel(); // else OkHttp would go on reading for a while
      release();
    }
  }
}
