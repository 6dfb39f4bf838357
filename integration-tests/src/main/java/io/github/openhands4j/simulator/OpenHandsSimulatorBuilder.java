package io.github.openhands4j.simulator;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sets up a simulator. Not thread-safe; every method returns the builder itself. */
public final class OpenHandsSimulatorBuilder {

  private @Nullable Auth auth;
  private @Nullable String apiKey;
  private boolean webApp;
  private Clock clock = Clock.systemUTC();
  private Pace startPace = Pace.stepsPerRead(4);
  private Pace runPace = Pace.perRead(1);
  private int staleReads = 1;
  private int resumeReads = 1;
  private boolean taskTimesWithZone;
  private boolean movingCreatedAt;
  private boolean dateHeader = true;
  private Duration keepAlive = Duration.ofSeconds(30);
  private SimulatorOptions.@Nullable AutomaticTitle automaticTitle;
  private SimulatorOptions.@Nullable Limit limit;

  /** With the defaults. */
  OpenHandsSimulatorBuilder() {}

  /** The key to accept; without {@link #auth}, in the manner of the Cloud. No key by default. */
  public OpenHandsSimulatorBuilder apiKey(String key) {
    this.apiKey = key;
    return this;
  }

  /** Where the key is looked for. {@link Auth#NONE} by default. */
  public OpenHandsSimulatorBuilder auth(Auth mode) {
    this.auth = mode;
    return this;
  }

  /** Whether unknown paths answer the web app's page, as on the Cloud. False by default. */
  public OpenHandsSimulatorBuilder webApp(boolean mounted) {
    this.webApp = mounted;
    return this;
  }

  /**
   * The clock of all times, of {@link Pace#every} and of the rate limit. The system's by default.
   */
  public OpenHandsSimulatorBuilder clock(Clock source) {
    this.clock = source;
    return this;
  }

  /** The pace of starts and runs alike. */
  public OpenHandsSimulatorBuilder pace(Pace pace) {
    return startPace(pace).runPace(pace);
  }

  /** The pace of starts, four statuses a read by default. */
  public OpenHandsSimulatorBuilder startPace(Pace pace) {
    this.startPace = pace;
    return this;
  }

  /** The pace of runs, one status a read by default. */
  public OpenHandsSimulatorBuilder runPace(Pace pace) {
    this.runPace = pace;
    return this;
  }

  /** For how many moves of a run the old status is shown after a message. 1 by default. */
  public OpenHandsSimulatorBuilder staleStatusAfterMessage(int moves) {
    this.staleReads = notNegative(moves);
    return this;
  }

  /** For how many reads a resumed sandbox is STARTING. 1 by default. */
  public OpenHandsSimulatorBuilder resumeTakes(int reads) {
    this.resumeReads = notNegative(reads);
    return this;
  }

  /**
   * Whether start tasks read by GET have times with {@code Z}, as the answer of the start always
   * has. False by default, as on servers that keep them in SQLite.
   */
  public OpenHandsSimulatorBuilder startTaskTimesWithZone(boolean zone) {
    this.taskTimesWithZone = zone;
    return this;
  }

  /**
   * Whether a report of the agent server (agent paused, automatic title) rewrites {@code
   * created_at} and clears {@code public}, as real servers do. False by default, so that the order
   * of lists is stable unless a test asks for this.
   */
  public OpenHandsSimulatorBuilder movingCreatedAt(boolean moving) {
    this.movingCreatedAt = moving;
    return this;
  }

  /** Whether answers have a {@code Date}. True by default. */
  public OpenHandsSimulatorBuilder dateHeader(boolean sent) {
    this.dateHeader = sent;
    return this;
  }

  /**
   * How long the server keeps an idle connection, in real time. 30 s by default; a real server ends
   * it after 5 s.
   *
   * @throws IllegalArgumentException when {@code idle} is zero or negative
   */
  public OpenHandsSimulatorBuilder keepAlive(Duration idle) {
    if (idle.isZero() || idle.isNegative()) {
      throw new IllegalArgumentException("idle must be a positive time, not " + idle);
    }
    this.keepAlive = idle;
    return this;
  }

  /**
   * Lets conversations with a message get this title after so many reads, over a title set before.
   * None by default.
   */
  public OpenHandsSimulatorBuilder automaticTitle(String title, int afterReads) {
    this.automaticTitle = new SimulatorOptions.AutomaticTitle(title, afterReads);
    return this;
  }

  /** Answers 429 beyond so many requests in a fixed window, as the Cloud does. None by default. */
  public OpenHandsSimulatorBuilder rateLimit(int requests, Duration window) {
    this.limit = new SimulatorOptions.Limit(requests, window);
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws IllegalStateException when a mode wants a key and there is none, or the other way round
   */
  public OpenHandsSimulator start() {
    Auth fallback = apiKey == null ? Auth.NONE : Auth.CLOUD_BEARER;
    Auth mode = auth == null ? fallback : auth;
    if ((mode == Auth.NONE) != (apiKey == null)) {
      throw new IllegalStateException("auth " + mode + " does not go with apiKey set or not set");
    }
    return new OpenHandsSimulator(
        new SimulatorOptions(
            mode,
            apiKey,
            webApp,
            clock,
            startPace,
            runPace,
            staleReads,
            resumeReads,
            taskTimesWithZone,
            movingCreatedAt,
            dateHeader,
            keepAlive,
            automaticTitle,
            limit));
  }

  private static int notNegative(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("must not be negative: " + value);
    }
    return value;
  }
}
