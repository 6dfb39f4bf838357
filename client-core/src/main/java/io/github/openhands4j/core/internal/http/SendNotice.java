package io.github.openhands4j.core.internal.http;

import feign.Request;

/**
 * Tells the caller of a request when it is about to be sent: it may have waited for its turn long
 * after it was called for.
 */
public final class SendNotice {

  private static final class Options extends CarryingTimes {

    private final Runnable sending;

    Options(Request.Options times, Runnable sending) {
      super(times);
      this.sending = sending;
    }
  }

  private SendNotice() {}

  /**
   * Asks to be told.
   *
   * @param times the times of a call whose answer is read as a whole
   * @param sending told just before the request is sent, on the thread of the call
   * @return the same times, with the wish
   */
  public static Request.Options to(Request.Options times, Runnable sending) {
    return new Options(times, sending);
  }

  /**
   * A request is about to be sent.
   *
   * @param times its times
   */
  public static void give(Request.Options times) {
    if (times instanceof Options wanted) {
      wanted.sending.run();
    }
  }
}
