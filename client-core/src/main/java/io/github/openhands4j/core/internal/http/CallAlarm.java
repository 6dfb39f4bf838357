package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/**
 * Ends a call of which one step takes too long or whose thread is interrupted in it. For one thread
 * at a time.
 */
final class CallAlarm extends AsyncTimeout {

  /** A step of a call, which may block. */
  interface Step<T> {
    T take() throws IOException;
  }

  private final Call call;
  private volatile boolean rung;

  CallAlarm(Call call) {
    this.call = call;
  }

  <T> T during(Duration time, Step<T> step) throws IOException {
    timeout(time.toMillis(), TimeUnit.MILLISECONDS);
    Call outer = InterruptWatch.OF_PROCESS.begin(call);
    enter();
    try {
      return step.take();
    } finally {
      exit();
      InterruptWatch.OF_PROCESS.end(outer);
    }
  }

  /** The step under way has come further: its time begins anew. */
  void goesOn() {
    if (!exit()) {
      enter();
    }
  }

  @Override
  protected void timedOut() {
    rung = true;
    call.cancel();
  }

  /** Whether a step took too long. */
  boolean hasRung() {
    return rung;
  }
}
