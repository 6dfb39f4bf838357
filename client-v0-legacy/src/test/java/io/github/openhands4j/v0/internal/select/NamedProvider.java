package io.github.openhands4j.v0.internal.select;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.Version;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.internal.direct.DirectBackend;
import io.github.openhands4j.v0.spi.V0BackendProvider;

/** Providers whose clients tell which provider made them. */
abstract class NamedProvider implements V0BackendProvider {

  private final String name;
  private final String version;

  NamedProvider(String name, String version) {
    this.name = name;
    this.version = version;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public OpenHandsV0Client connect(ClientOptions options, V0BackendInfo info) {
    return new DirectBackend(options, info);
  }

  /** A provider of this release. */
  public static final class First extends NamedProvider {
    public First() {
      super("first", Version.TEXT);
    }
  }

  /** Another provider of this release. */
  public static final class Second extends NamedProvider {
    public Second() {
      super("second", Version.TEXT);
    }
  }

  /** A provider of another release. */
  public static final class Old extends NamedProvider {
    public Old() {
      super("old", "0.0.1");
    }
  }
}
