package io.github.openhands4j.crash;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.v1.OpenHandsClient;
import java.nio.file.Path;

/** Finds out what became of the starts in a journal, and never gets to say so. */
final class ResolvingProgram {

  private ResolvingProgram() {}

  /** Arguments: server, key, directory of the journal, where to stand still. */
  public static void main(String[] arguments) {
    StartJournal journal = StartJournal.inDirectory(Path.of(arguments[2]));
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl(arguments[0])
            .apiKey(arguments[1])
            .journal(new HaltingJournal(journal, Halt.valueOf(arguments[3])))
            .build();
    try (OpenHandsClient client = OpenHandsClient.create(options)) {
      for (StartHandle handle : client.conversations().unresolved()) {
        System.out.println("found: " + client.conversations().resolve(handle).handle());
      }
    }
  }
}
