package io.github.openhands4j.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link ServerProgram} that was started, seen from the process that measures. */
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;
  private final URI url;

  /** Starts a server without latency, with the class path and Java of this process. */
  public ServerProcess() {
    this(Duration.ZERO);
  }

  /**
   * Starts a server with the class path and Java of this process.
   *
   * @param oneWay the latency in each direction
   */
  public ServerProcess(Duration oneWay) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ServerProgram.class.getName(),
                  String.valueOf(oneWay.toMillis()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      answers =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
      orders = process.outputWriter(StandardCharsets.US_ASCII);
      url = URI.create(answer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the server is.
   *
   * @return its base URL
   */
  public URI url() {
    return url;
  }

  /**
   * What the server counted so far.
   *
   * @return the counts
   */
  public Counts counts() {
    return order("count");
  }

  /** Lets the server forget how many connections were open at once. */
  public void forgetMostOpen() {
    order(ServerProgram.FORGET);
  }

  private Counts order(String word) {
    try {
      orders.write(word + "\n");
      orders.flush();
      return Counts.parse(answer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the server has ended");
    }
    return line;
  }

  /** Ends the server. */
  @Override
  public void close() {
    process.destroy();
  }
}
