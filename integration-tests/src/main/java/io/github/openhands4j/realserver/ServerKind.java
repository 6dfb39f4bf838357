package io.github.openhands4j.realserver;

import java.util.ArrayList;
import java.util.List;

/** The servers that can be run. All of them want {@link RealServer#KEY}. */
public enum ServerKind {
  /** Release 1.11.0, which speaks V1 only, without the web app. */
  V1("v1", false),

  /** The same with a web app, which answers every path that is not the API's. */
  V1_WITH_WEB_APP("v1", true),

  /** Release 0.62.0, of the days of V0. */
  V0("v0", false);

  private final String release;
  private final boolean webApp;

  ServerKind(String release, boolean webApp) {
    this.release = release;
    this.webApp = webApp;
  }

  /**
   * A name for files.
   *
   * @return lower case, no blanks
   */
  public String fileName() {
    return webApp ? release + "-with-web-app" : release;
  }

  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("run", release));
    if (webApp) {
      arguments.add("--web-app");
    }
    return arguments;
  }
}
