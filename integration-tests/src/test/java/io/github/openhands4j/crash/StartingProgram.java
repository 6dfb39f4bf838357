package io.github.openhands4j.crash;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import java.nio.file.Path;

/** Starts one conversation, and never gets to say so. */
final class StartingProgram {

  private StartingProgram() {}

  /** Arguments: server, key, directory of the journal, where to stand still, message. */
  public static void main(String[] arguments) {
    StartJournal journal = StartJournal.inDirectory(Path.of(arguments[2]));
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl(arguments[0])
            .apiKey(arguments[1])
            .journal(new HaltingJournal(journal, Halt.valueOf(arguments[3])))
            .build();
    try (OpenHandsClient client = OpenHandsClient.create(options)) {
      StartRequest request = StartRequest.builder().message(arguments[4]).build();
      System.out.println("told: " + client.conversations().start(request).handle());
    }
  }
}
