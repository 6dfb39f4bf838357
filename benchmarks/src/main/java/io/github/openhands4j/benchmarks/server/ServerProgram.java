package io.github.openhands4j.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A server in a process of its own, so that its work and memory are not the client's. It writes its
 * URL, then its counts for each line it reads, and ends with its input.
 */
public final class ServerProgram {

  static final String FORGET = "forget";

  private ServerProgram() {}

  /**
   * Runs a server until the input ends.
   *
   * @param arguments the latency in each direction, in milliseconds
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Duration oneWay = Duration.ofMillis(Long.parseLong(arguments[0]));
    try (LoopbackServer server = new LoopbackServer(oneWay, new Account());
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      System.out.println(server.url());
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        if (order.equals(FORGET)) {
          server.forgetMostOpen();
        }
        System.out.println(server.counts().text());
      }
    }
  }
}
