package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.v1.DownloadProgress;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the program how far a download is. What its listener throws is its own: it is logged once
 * and ends no download.
 */
final class DownloadTeller {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.conversation");

  private final Consumer<DownloadProgress> listener;
  private boolean complained;

  DownloadTeller(Consumer<DownloadProgress> listener) {
    this.listener = Objects.requireNonNull(listener, "progress");
  }

  void tell(DownloadProgress progress) {
    try {
      listener.accept(progress);
    } catch (RuntimeException | Error e) {
      if (!complained) {
        complained = true;
        LOG.warn("a listener of a download threw; the download goes on", e);
      }
    }
  }
}
