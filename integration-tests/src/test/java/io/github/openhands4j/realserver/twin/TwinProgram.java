package io.github.openhands4j.realserver.twin;

import java.util.List;
import java.util.stream.Stream;

/** What an old application may do, in all its scenarios. */
final class TwinProgram {

  /** Which scenarios are played, by name; for the one who works on them. */
  private static final String ONLY = System.getProperty("openhands.twin.only", ".*");

  private TwinProgram() {}

  static List<Scenario> scenarios() {
    return Stream.of(
            ReadScenarios.all(),
            ListScenarios.all(),
            CreateScenarios.all(),
            WriteScenarios.all(),
            RunScenarios.all(),
            EventScenarios.all(),
            WorkspaceScenarios.all(),
            AccountScenarios.all())
        .flatMap(List::stream)
        .filter(scenario -> scenario.name().matches(ONLY))
        .toList();
  }
}
