package io.github.openhands4j.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every request that reached the simulator, in order of arrival. A request is listed before its
 * answer leaves, also when the answer is delayed or the connection is broken. Thread-safe.
 */
public final class Journal {

  /** The paths of both ways to start. */
  static final String START = "/api/v1/app-conversations(/stream-start)?/?";

  private final List<RecordedRequest> requests = new ArrayList<>();

  /** An empty journal. */
  Journal() {}

  /**
   * A copy of all requests so far.
   *
   * @return an unchangeable list in order of arrival, empty when there were none
   */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /**
   * How many starts were received, plain ({@code POST /api/v1/app-conversations}) and streamed
   * ({@code POST /api/v1/app-conversations/stream-start}), whatever became of them.
   *
   * @return the number of requests, also those that were refused or disturbed
   */
  public long starts() {
    return count("POST", START);
  }

  /**
   * How many requests were received.
   *
   * @param method the HTTP method, upper case
   * @param pathRegex a regular expression that the whole path must match
   * @return the number of requests since the start or the last {@link #clear()}
   */
  public synchronized long count(String method, String pathRegex) {
    Pattern path = Pattern.compile(pathRegex);
    return requests.stream()
        .filter(request -> request.method().equals(method))
        .filter(request -> path.matcher(request.path()).matches())
        .count();
  }

  /**
   * Blocks until at least so many requests were received.
   *
   * @param method the HTTP method, upper case
   * @param pathRegex a regular expression that the whole path must match
   * @param atLeast how many requests are enough, counted from the start or the last {@link
   *     #clear()}
   * @param timeout how long to wait in real time, whatever the simulator's clock says
   * @return false when the time is over and there are fewer
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public synchronized boolean await(String method, String pathRegex, long atLeast, Duration timeout)
      throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (count(method, pathRegex) < atLeast) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Forgets all requests. */
  public synchronized void clear() {
    requests.clear();
  }

  /** Lists a request. */
  synchronized void add(
      String method, Target target, Set<String> headerNames, int status, Instant at) {
    requests.add(
        new RecordedRequest(
            requests.size() + 1L, method, target.path(), target.query(), headerNames, status, at));
    notifyAll();
  }
}
