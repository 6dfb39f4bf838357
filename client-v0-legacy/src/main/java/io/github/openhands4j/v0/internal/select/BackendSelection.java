package io.github.openhands4j.v0.internal.select;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.Version;
import io.github.openhands4j.core.internal.settings.Settings;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.internal.direct.DirectBackend;
import io.github.openhands4j.v0.spi.V0BackendProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the backend of a V0 client: the one on the class path, or the direct one. */
public final class BackendSelection {

  private static final String SETTING = "v0.backend";
  private static final String DIRECT = "direct";
  private static final String ADAPTER_MARK =
      "io.github.openhands4j.compat.internal.backend.V1BackendProvider";
  private static final Announcement ANNOUNCEMENT = new Announcement();

  private BackendSelection() {}

  /**
   * Makes a client on the chosen backend.
   *
   * @param options server, key and limits
   * @param settings where {@code openhands.v0.backend} is read from
   * @return a new client
   * @throws ConfigurationException if no choice can be made
   */
  public static OpenHandsV0Client connect(ClientOptions options, Settings settings) {
    return connect(options, settings, ANNOUNCEMENT);
  }

  static OpenHandsV0Client connect(
      ClientOptions options, Settings settings, Announcement announcement) {
    String wanted = settings.text(SETTING).orElse("");
    if (wanted.equals(DIRECT)) {
      return direct(options);
    }
    List<V0BackendProvider> found = Providers.onClassPath();
    Optional<V0BackendProvider> chosen =
        wanted.isEmpty() ? theOnly(found) : Optional.of(named(found, wanted));
    return chosen
        .map(provider -> connect(provider, options, announcement))
        .orElseGet(() -> direct(options));
  }

  private static Optional<V0BackendProvider> theOnly(List<V0BackendProvider> found) {
    if (found.size() > 1) {
      throw new ConfigurationException(
          ErrorCode.V0_BACKEND_AMBIGUOUS,
          "Several V0 backends are on the class path: "
              + found.stream()
                  .map(p -> p.name() + " in " + Providers.locationOf(p.getClass()))
                  .collect(Collectors.joining("; "))
              + ". Leave one, or choose with "
              + Settings.describe(SETTING)
              + ".");
    }
    if (found.isEmpty() && Providers.isOnClassPath(ADAPTER_MARK)) {
      throw new ConfigurationException(
          ErrorCode.V0_BACKEND_MISSING,
          "openhands4j-compat-adapter is on the class path, but not its file META-INF/services/"
              + V0BackendProvider.class.getName()
              + ": it was lost when jars were merged. Merge service files too (in the shade plugin:"
              + " ServicesResourceTransformer), or set "
              + Settings.describe(SETTING)
              + " to direct.");
    }
    return found.stream().findFirst();
  }

  private static V0BackendProvider named(List<V0BackendProvider> found, String wanted) {
    List<V0BackendProvider> matching = found.stream().filter(p -> p.name().equals(wanted)).toList();
    if (matching.isEmpty()) {
      throw new ConfigurationException(
          ErrorCode.V0_BACKEND_MISSING,
          Settings.describe(SETTING)
              + " asks for a V0 backend that is not on the class path; there are: "
              + DIRECT
              + found.stream().map(p -> ", " + p.name()).collect(Collectors.joining())
              + ".");
    }
    return theOnly(matching).orElseThrow();
  }

  private static OpenHandsV0Client connect(
      V0BackendProvider provider, ClientOptions options, Announcement announcement) {
    if (!provider.version().equals(Version.TEXT)) {
      throw new ConfigurationException(
          ErrorCode.V0_BACKEND_VERSION,
          "The V0 backend "
              + provider.name()
              + " is of release "
              + provider.version()
              + ", the V0 client of release "
              + Version.TEXT
              + ". Use the same release of all openhands4j artifacts.");
    }
    V0BackendInfo info =
        new V0BackendInfo(
            provider.name(), provider.version(), Providers.locationOf(provider.getClass()));
    announcement.of(info);
    return provider.connect(options, info);
  }

  private static OpenHandsV0Client direct(ClientOptions options) {
    return new DirectBackend(
        options,
        new V0BackendInfo(DIRECT, Version.TEXT, Providers.locationOf(DirectBackend.class)));
  }
}
