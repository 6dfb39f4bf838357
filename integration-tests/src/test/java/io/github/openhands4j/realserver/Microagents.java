package io.github.openhands4j.realserver;

/** Microagents in the form in which a repository holds them. */
final class Microagents {

  private static final String KNOWLEDGE =
      """
      ---
      name: github
      type: knowledge
      triggers: [git]
      ---
      Text of github
      """;

  private static final String INSTRUCTIONS =
      """
      ---
      name: repo
      type: repo
      ---
      Text of repo
      """;

  private Microagents() {}

  /** Puts one of each kind into a workspace. */
  static void writeTo(Workspace workspace) {
    workspace.write(".openhands/microagents/github.md", KNOWLEDGE);
    workspace.write(".openhands/microagents/repo.md", INSTRUCTIONS);
  }
}
