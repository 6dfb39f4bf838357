package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.Response;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.BufferedSource;

/**
 * One request and its answer, on the thread that wants it. The answer is bounded, so that none
 * fills the memory, and failures come as this library's exceptions.
 */
final class Exchange {

  /** A length is a promise of the server: for more than this no memory is set aside before. */
  private static final int MOST_AT_ONCE = 1 << 20;

  /** The answer is larger than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    TooLarge(int status, long limit, String from) {
      super("the answer is larger than " + limit + " bytes; see " + from);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private final HttpTransport transport; // which an open answer holds in this way
  private final Request request;
  private final String operation;
  private final Call call;
  private final long maxBytes;

  Exchange(HttpTransport transport, Request request, String operation, Call call, long maxBytes) {
    this.transport = transport;
    this.request = request;
    this.operation = operation;
    this.call = call;
    this.maxBytes = maxBytes;
  }

  String operation() {
    return operation;
  }

  /**
   * Sends the request and reads the whole answer.
   *
   * @param left what is left of the time
   * @param limit the time of the whole call, for messages
   */
  Response whole(Duration left, Duration limit) {
    call.timeout().timeout(OkHttpClients.millis(left), TimeUnit.MILLISECONDS);
    Call outer = InterruptWatch.OF_PROCESS.begin(call);
    try {
      return read(transport.clients().execute(call));
    } catch (Throwable cause) {
      throw ended(limit, cause);
    } finally {
      InterruptWatch.OF_PROCESS.end(outer);
      over();
    }
  }

  /**
   * Sends the request and returns when the answer begins. An answer that is not a success is read
   * as a whole.
   *
   * @param left the time until then
   * @param limit the same with what has passed of it, for messages
   * @param total what is left of the time of the whole answer
   */
  Response streamed(StreamLimits limits, Duration left, Duration limit, Duration total) {
    call.timeout().timeout(OkHttpClients.millis(total), TimeUnit.MILLISECONDS);
    CallAlarm alarm = new CallAlarm(call);
    try {
      return alarm.during(left, () -> begin(transport.clients().execute(call), limits, alarm));
    } catch (Throwable cause) {
      over();
      throw alarm.hasRung() ? late(limit, cause) : ended(limit, cause);
    }
  }

  /**
   * Sends a request whose body is read while it is sent, and reads the whole answer.
   *
   * @param left the time until something of the body is sent
   * @param limit the same with what has passed of it, for messages
   * @param total what is left of the time of the whole call
   */
  Response sent(Upload upload, Duration left, Duration limit, Duration total) {
    call.timeout().timeout(OkHttpClients.millis(total), TimeUnit.MILLISECONDS);
    CallAlarm alarm = new CallAlarm(call);
    if (call.request().body() instanceof UploadBody body) {
      body.sentBy(call, () -> alarm.goesOn(upload.silence()));
    }
    try {
      return alarm.during(left, () -> read(transport.clients().execute(call)));
    } catch (Throwable cause) {
      throw alarm.hasRung()
          ? silent(alarm.wentOn(), upload, limit, cause)
          : ended(upload.total(), cause);
    } finally {
      over();
    }
  }

  private DeadlineExceededException silent(
      boolean wentOn, Upload upload, Duration limit, Throwable cause) {
    return wentOn
        ? DeadlineExceededException.inTheContent(operation, upload.silence(), cause)
        : late(limit, cause);
  }

  private Response begin(okhttp3.Response head, StreamLimits limits, CallAlarm alarm)
      throws IOException {
    if (!head.isSuccessful()) {
      Response error = read(head);
      over();
      return error;
    }
    AnswerStream body = new AnswerStream(this, call, head, limits, alarm);
    return FeignAnswers.of(request, head).body(body, null).build();
  }

  private Response read(okhttp3.Response head) throws IOException {
    try (head) {
      long length = head.body().contentLength();
      BufferedSource source = head.body().source();
      if (length >= 0 && length <= Math.min(maxBytes, MOST_AT_ONCE)) {
        return FeignAnswers.of(request, head).body(exactly((int) length, source)).build();
      }
      if (source.request(maxBytes + 1)) {
        call.cancel(); // closing alone would go on reading for a while
        throw new TooLarge(head.code(), maxBytes, "the option max-answer-bytes");
      }
      return FeignAnswers.of(request, head).body(new WholeBody(source.readByteArray())).build();
    }
  }

  /** Not through a buffer of the whole. */
  private static WholeBody exactly(int length, BufferedSource source) throws IOException {
    byte[] bytes = new byte[length];
    int read = 0;
    while (read < length) {
      int count = source.read(bytes, read, length - read);
      if (count < 0) {
        throw new EOFException();
      }
      read += count;
    }
    return new WholeBody(bytes);
  }

  /** The call needs no end any more when the transport is closed. */
  void over() {
    transport.clients().over(call);
  }

  /**
   * What to throw when the call has ended before its answer.
   *
   * @param limit the time that is over if the call ran into its deadline
   */
  OpenHandsException ended(Duration limit, Throwable cause) {
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    boolean maySent = SendWatch.of(call).mayHaveBeenSent();
    if (Thread.currentThread().isInterrupted()) {
      return new CallInterruptedException(
          operation + " was interrupted.",
          maySent,
          null,
          TransportFailures.withoutTextOfTheServer(cause));
    }
    if (transport.clients().isClosed()) {
      return new ClientClosedException(
          null, maySent, TransportFailures.withoutTextOfTheServer(cause));
    }
    if (cause instanceof InterruptedIOException && call.isCanceled()) {
      return late(limit, cause);
    }
    return TransportFailures.of(operation, SendWatch.of(call), cause);
  }

  private DeadlineExceededException late(Duration limit, Throwable cause) {
    return new DeadlineExceededException(
        operation, limit, SendWatch.of(call).mayHaveBeenSent(), cause);
  }
}
