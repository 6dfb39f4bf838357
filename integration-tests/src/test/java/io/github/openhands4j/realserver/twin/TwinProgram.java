package io.github.openhands4j.realserver.twin;

import java.util.List;
import java.util.stream.Stream;

/** What an old application may do, in all its scenarios. */
final class TwinProgram {

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
        .toList();
  }
}
