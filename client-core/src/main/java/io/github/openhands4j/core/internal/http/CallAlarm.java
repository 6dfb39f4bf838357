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
  private boolean wentOn;

  CallAlarm(Call call) {
    this.call = call;
  }

  <T> T during(Duration time, Step<T> step) throws IOException {
    within(time);
    Call outer = InterruptWatch.OF_PROCESS.begin(call);
    enter();
    try {
      return step.take();
    } finally {
      exit();
      InterruptWatch.OF_PROCESS.end(outer);
    }
  }

  /**
   * The step under way has come further.
   *
   * @param time what it may take from now on
   */
  void goesOn(Duration time) {
    wentOn = true;
    if (!exit()) {
      within(time);
      enter();
    }
  }

  private void within(Duration time) {
    timeout(OkHttpClients.millis(time), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void timedOut() {
    rung = true;
    call.cancel();
  }

  /** Whether the step had come further before it took too long. */
  boolean wentOn() {
    return wentOn;
  }

  /** Whether a step took too long. */
  boolean hasRung() {
    return rung;
  }
}
