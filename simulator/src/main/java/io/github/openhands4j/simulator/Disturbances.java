package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The disturbances that wait for their call, and the calls that wait to be taken. */
final class Disturbances {

  private record Waiting(String method, Pattern path, Disturbance what) {}

  private static final class Late {
    private final Runnable call;
    private final Instant due;
    private int requestsLeft;

    private Late(Runnable call, Instant due, int requestsLeft) {
      this.call = call;
      this.due = due;
      this.requestsLeft = requestsLeft;
    }
  }

  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();

  /** Queues a disturbance for the next call that matches. */
  synchronized void add(String method, String pathRegex, Disturbance what) {
    waiting.add(new Waiting(method, Pattern.compile(pathRegex), what.complete()));
  }

  /** The disturbance of a call, which is then used up. */
  synchronized Optional<Disturbance> of(String method, String path) {
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
      Waiting next = all.next();
      if (next.method().equals(method) && next.path().matcher(path).matches()) {
        all.remove();
        return Optional.of(next.what());
      }
    }
    return Optional.empty();
  }

  /** Keeps a call until its time has come or so many further requests were answered. */
  synchronized void postpone(Runnable call, Disturbance what, Instant now) {
    boolean timed = !what.laterTime().isZero();
    late.add(
        new Late(
            call,
            timed ? now.plus(what.laterTime()) : Instant.MAX,
            timed ? Integer.MAX_VALUE : what.laterRequests()));
  }

  /** A request arrived: returns the calls whose time has come. */
  synchronized List<Runnable> due(Instant now) {
    List<Runnable> due = new ArrayList<>();
    for (Iterator<Late> all = late.iterator(); all.hasNext(); ) {
      Late next = all.next();
      if (!next.due.isAfter(now)) {
        all.remove();
        due.add(next.call);
      }
    }
    return List.copyOf(due);
  }

  /** A request was answered: returns the calls that waited for it. */
  synchronized List<Runnable> answered() {
    List<Runnable> due = new ArrayList<>();
    for (Iterator<Late> all = late.iterator(); all.hasNext(); ) {
      Late next = all.next();
      next.requestsLeft--;
      if (next.requestsLeft <= 0) {
        all.remove();
        due.add(next.call);
      }
    }
    return List.copyOf(due);
  }
}
