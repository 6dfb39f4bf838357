package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.internal.Version;

/** How this library introduces itself to the server. */
final class UserAgent {

  static final String TEXT = "openhands4j/" + Version.TEXT;

  private UserAgent() {}
}
