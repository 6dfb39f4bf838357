package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call: whether the server takes it, and what the caller gets to see.
 *
 * <pre>{@code
 * server.disturbNextStart(Disturbance.taken().dropConnection());
 * server.disturbNextStart(Disturbance.notTaken().answer(503).retryAfter("2"));
 * server.disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(2)));
 * server.disturbNext("GET", ".*start-tasks", Disturbance.notTaken().answer(502));
 * }</pre>
 *
 * Immutable; the methods that are not static return a changed copy.
 */
public final class Disturbance {

  private final int times;
  private final int laterRequests;
  private final Duration laterTime;
  private final @Nullable Fault fault;
  private final @Nullable Reply answer;
  private final int keptBytes;
  private final Map<String, String> headers;
  private final Duration delay;

  private Disturbance(
      int times,
      int laterRequests,
      Duration laterTime,
      @Nullable Fault fault,
      @Nullable Reply answer,
      int keptBytes,
      Map<String, String> headers,
      Duration delay) {
    this.times = times;
    this.laterRequests = laterRequests;
    this.laterTime = laterTime;
    this.fault = fault;
    this.answer = answer;
    this.keptBytes = keptBytes;
    this.headers = Map.copyOf(headers);
    this.delay = delay;
  }

  private static Disturbance times(int times, int laterRequests, Duration laterTime) {
    return new Disturbance(
        times, laterRequests, laterTime, null, null, -1, Map.of(), Duration.ZERO);
  }

  /**
   * The server does what the call asks for; without more, the caller gets the real answer.
   *
   * @return a disturbance of the answer only
   */
  public static Disturbance taken() {
    return times(1, 0, Duration.ZERO);
  }

  /**
   * The server never sees the call; what the caller sees has to be said.
   *
   * @return a disturbance that still needs an answer or a broken connection
   */
  public static Disturbance notTaken() {
    return times(0, 0, Duration.ZERO);
  }

  /**
   * An intermediary sends the call twice; the caller gets the second answer.
   *
   * @return a disturbance by repetition
   */
  public static Disturbance takenTwice() {
    return times(2, 0, Duration.ZERO);
  }

  /**
   * The server does what the call asks for, but only after so many further requests were answered;
   * what the caller sees has to be said.
   *
   * @param requests how many other requests have their answer before, at least 1
   * @return a disturbance that still needs an answer or a broken connection
   * @throws IllegalArgumentException when {@code requests} is less than 1
   */
  public static Disturbance takenAfter(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1, not " + requests);
    }
    return times(1, requests, Duration.ZERO);
  }

  /**
   * The server does what the call asks for when so much time has passed on its clock, before the
   * first request that arrives then is answered; what the caller sees has to be said.
   *
   * @param time how long the call waits, by the simulator's clock
   * @return a disturbance that still needs an answer or a broken connection
   * @throws IllegalArgumentException when {@code time} is zero or negative
   */
  public static Disturbance takenAfter(Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("time must be positive, not " + time);
    }
    return times(1, 0, time);
  }

  /**
   * The caller gets a reset (RST) in place of an answer.
   *
   * @return a changed copy; an answer said before is forgotten
   */
  public Disturbance dropConnection() {
    return fault(Fault.CONNECTION_RESET_BY_PEER);
  }

  /**
   * The caller gets an orderly end of the connection (FIN) in place of an answer.
   *
   * @return a changed copy; an answer said before is forgotten
   */
  public Disturbance closeConnection() {
    return fault(Fault.EMPTY_RESPONSE);
  }

  /**
   * The caller gets bytes that are no HTTP.
   *
   * @return a changed copy; an answer said before is forgotten
   */
  public Disturbance garbage() {
    return fault(Fault.RANDOM_DATA_THEN_CLOSE);
  }

  /**
   * The caller gets a 200 head whose chunked body is broken.
   *
   * @return a changed copy; an answer said before is forgotten
   */
  public Disturbance brokenBody() {
    return fault(Fault.MALFORMED_RESPONSE_CHUNK);
  }

  /**
   * The caller gets this status: for 429 with the Cloud limiter's JSON, otherwise with a gateway's
   * HTML page.
   *
   * @param status the HTTP status
   * @return a changed copy; a broken connection said before is forgotten
   */
  public Disturbance answer(int status) {
    return status == 429
        ? answer(Reply.error(429, "Rate limit exceeded: 100 per 1 minute"))
        : answer(
            Reply.text(status, "text/html", "<html><body>gateway: " + status + "</body></html>"));
  }

  /**
   * The server does not take the call: its own limiter, which self-hosted servers have, refuses it.
   *
   * @return a disturbance with 429, {@code {"message":"Too many requests"}} and {@code Retry-After:
   *     1}
   */
  public static Disturbance tooManyRequests() {
    return notTaken().answer(Reply.tooManyRequests());
  }

  /**
   * The caller gets this status, type and body.
   *
   * @param status the HTTP status
   * @param contentType the {@code Content-Type}, verbatim
   * @param body the body, sent as UTF-8; may be empty
   * @return a changed copy; a broken connection said before is forgotten
   */
  public Disturbance answer(int status, String contentType, String body) {
    return answer(Reply.text(status, contentType, body));
  }

  /**
   * The caller gets the web app's page with 200.
   *
   * @return a changed copy; a broken connection said before is forgotten
   */
  public Disturbance htmlPage() {
    return answer(Surroundings.index());
  }

  /**
   * The caller gets the answer cut to so many bytes, in well-formed HTTP.
   *
   * @param bytes how many bytes of the body stay; 0 for an empty one, more than it has for all
   * @return a changed copy
   * @throws IllegalArgumentException when {@code bytes} is negative
   */
  public Disturbance cutTo(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative: " + bytes);
    }
    return new Disturbance(times, laterRequests, laterTime, fault, answer, bytes, headers, delay);
  }

  /**
   * The caller gets one more header.
   *
   * @param name the header's name; said again, the later value counts
   * @param value the header's value, verbatim
   * @return a changed copy
   */
  public Disturbance header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Disturbance(times, laterRequests, laterTime, fault, answer, keptBytes, all, delay);
  }

  /**
   * The caller gets this {@code Retry-After}, verbatim.
   *
   * @param value seconds, an HTTP date, or nonsense for a test of that
   * @return a changed copy
   */
  public Disturbance retryAfter(String value) {
    return header("Retry-After", value);
  }

  /**
   * What the caller gets comes this much later in real time; the call is taken without delay.
   *
   * @param time how long, in whole milliseconds; zero for none
   * @return a changed copy
   */
  public Disturbance delay(Duration time) {
    return new Disturbance(
        times, laterRequests, laterTime, fault, answer, keptBytes, headers, time);
  }

  private Disturbance fault(Fault what) {
    return new Disturbance(times, laterRequests, laterTime, what, null, keptBytes, headers, delay);
  }

  private Disturbance answer(Reply what) {
    return new Disturbance(times, laterRequests, laterTime, null, what, keptBytes, headers, delay);
  }

  /** The same, checked to say what the caller sees. */
  Disturbance complete() {
    if (fault == null && answer == null && (times == 0 || isLater())) {
      throw new IllegalArgumentException(
          "a call that is not taken has no answer: say dropConnection(), answer(503) or the like");
    }
    return this;
  }

  /** How often the call is handled. */
  int times() {
    return times;
  }

  /** True when the call is handled after its answer. */
  boolean isLater() {
    return laterRequests > 0 || !laterTime.isZero();
  }

  /** After how much time of the simulator's clock it is handled; zero for at once. */
  Duration laterTime() {
    return laterTime;
  }

  /** After how many further requests it is handled; 0 for at once. */
  int laterRequests() {
    return laterRequests;
  }

  /** What happens to the connection, or null. */
  @Nullable Fault fault() {
    return fault;
  }

  /** How long the answer waits. */
  Duration delay() {
    return delay;
  }

  /** The answer the caller sees, made from the server's own, which is null when there is none. */
  Reply shape(@Nullable Reply real) {
    Reply shown = answer != null ? answer : real != null ? real : Reply.crash();
    if (keptBytes >= 0) {
      shown = shown.cutTo(keptBytes);
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      shown = shown.header(header.getKey(), header.getValue());
    }
    return shown;
  }
}
