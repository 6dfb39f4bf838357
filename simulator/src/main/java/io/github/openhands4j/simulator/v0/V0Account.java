package io.github.openhands4j.simulator.v0;

/** What the account of the server's one user lacks. */
public enum V0Account {
  /** Nothing: creates are taken. */
  COMPLETE,
  /** Stored settings: creates are answered 400, and leave a stopped conversation behind. */
  WITHOUT_SETTINGS,
  /** A key of a model: as {@link #WITHOUT_SETTINGS}. */
  WITHOUT_LLM_KEY,
  /** Tokens of git providers: a create with a repository is answered 500 in plain text. */
  WITHOUT_GIT_TOKENS
}
