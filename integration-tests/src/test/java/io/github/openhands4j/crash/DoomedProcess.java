package io.github.openhands4j.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that starts a conversation, or looks for one, stands still somewhere in the middle, and
 * is killed.
 */
public final class DoomedProcess implements AutoCloseable {

  private static final int KILLED = 128 + 9;

  private final Process process;
  private final BufferedReader output;

  /**
   * Starts it.
   *
   * @param relay the server's door, which holds back what the process must not get
   * @param key the server's key
   * @param journal the directory of its journal
   * @param halt where it is to stand still
   * @param message the message of the conversation
   * @throws IOException if no process can be started
   */
  public DoomedProcess(HoldingRelay relay, String key, Path journal, Halt halt, String message)
      throws IOException {
    this(StartingProgram.class, relay, key, journal, halt, message);
  }

  private DoomedProcess(
      Class<?> program, HoldingRelay relay, String key, Path journal, Halt halt, String message)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            relay.baseUrl().toString(),
            key,
            journal.toString(),
            halt.name(),
            message);
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENHANDS_"));
    process = builder.redirectErrorStream(true).start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a process that finds out what became of the starts in its journal.
   *
   * @param relay the server's door, which holds back what the process must not get
   * @param key the server's key
   * @param journal the directory of its journal
   * @param halt where it is to stand still
   * @return the process
   * @throws IOException if no process can be started
   */
  public static DoomedProcess resolving(HoldingRelay relay, String key, Path journal, Halt halt)
      throws IOException {
    return new DoomedProcess(ResolvingProgram.class, relay, key, journal, halt, "");
  }

  /**
   * Waits until it says that it stands still.
   *
   * @throws IOException if its output cannot be read
   */
  public void awaitHalt() throws IOException {
    List<String> said = new ArrayList<>();
    String line = output.readLine();
    while (line != null && !line.startsWith(HaltingJournal.HALTED)) {
      said.add(line);
      line = output.readLine();
    }
    assertThat(line).as("what the process said: %s", said).isNotNull();
  }

  /**
   * Kills it as {@code kill -9} does.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void kill() throws InterruptedException {
    assertThat(process.isAlive()).isTrue();
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(KILLED);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
