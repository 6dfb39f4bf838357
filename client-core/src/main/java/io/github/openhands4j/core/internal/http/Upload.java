package io.github.openhands4j.core.internal.http;

import feign.Request;
import io.github.openhands4j.core.Content;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent while it is read. Feign's requests hold their bodies in memory, so the form
 * is encoded around an empty file, and the content goes with the times of the call.
 *
 * @param content the file
 * @param silence the longest time without progress, and until the answer is there after it
 * @param total the time of the whole call, what it waits for its turn included
 */
public record Upload(Content content, Duration silence, Duration total) {

  private static final class Options extends CarryingTimes {

    private final Upload upload;

    Options(Request.Options times, Upload upload) {
      super(times);
      this.upload = upload;
    }
  }

  /**
   * Puts the content into a call.
   *
   * @param times the times of the call, which are those until something of the content is sent
   * @param content what stands in the place of the form's empty file
   * @param silence the longest time without progress after that
   * @param total the time of the whole call, what it waits for its turn included
   * @return the times with the content
   */
  public static Request.Options in(
      Request.Options times, Content content, Duration silence, Duration total) {
    return new Options(times, new Upload(content, silence, total));
  }

  static @Nullable Upload of(Request.Options times) {
    return times instanceof Options own ? own.upload : null;
  }
}
