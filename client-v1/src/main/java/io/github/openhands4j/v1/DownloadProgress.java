package io.github.openhands4j.v1;

import java.util.OptionalLong;

/**
 * How far a download is.
 *
 * @param bytes how many bytes have arrived
 * @param total how many there will be, if the server says so
 */
public record DownloadProgress(long bytes, OptionalLong total) {

  /**
   * The state as one line.
   *
   * @return for example {@code 1024 of 4096 bytes}
   */
  @Override
  public String toString() {
    return total.isPresent() ? bytes + " of " + total.getAsLong() + " bytes" : bytes + " bytes";
  }
}
