package io.github.openhands4j.compat.internal.events;

/** The three words for where an event comes from. */
final class Sources {

  static final String AGENT = "agent";
  static final String USER = "user";
  static final String ENVIRONMENT = "environment";

  private Sources() {}

  /** The word of a message; V1 has more than V0 had. */
  static String ofMessage(V1Event event) {
    String source = event.fields().textOrEmpty("source");
    return source.equals(USER) || source.equals(AGENT) ? source : ENVIRONMENT;
  }
}
