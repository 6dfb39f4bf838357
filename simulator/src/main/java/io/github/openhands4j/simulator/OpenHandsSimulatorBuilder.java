package io.github.openhands4j.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
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
  private boolean movingCreatedAt = true;
  private boolean dateHeader = true;
  private Duration keepAlive = Duration.ofSeconds(5);
  private SimulatorOptions.@Nullable AutomaticTitle automaticTitle;
  private @Nullable Supplier<Limiter> limiter;
  private int pauseReads;
  private int deletedSandboxReads;
  private EventDelivery delivery = EventDelivery.AT_ONCE;
  private AgentServerAge agentServerAge = AgentServerAge.CURRENT;
  private boolean agentPathPrefix;

  /** With the defaults. */
  OpenHandsSimulatorBuilder() {}

  /**
   * The key to accept; without {@link #auth}, in the manner of the Cloud. No key by default.
   *
   * @param key an obviously fake key
   * @return this builder
   */
  public OpenHandsSimulatorBuilder apiKey(String key) {
    this.apiKey = key;
    return this;
  }

  /**
   * Where the key is looked for. {@link Auth#NONE} by default.
   *
   * @param mode any but {@link Auth#NONE} wants a key set as well
   * @return this builder
   */
  public OpenHandsSimulatorBuilder auth(Auth mode) {
    this.auth = mode;
    return this;
  }

  /**
   * Whether unknown paths answer the web app's page, as on the Cloud. False by default.
   *
   * @param mounted true for the page, false for errors as JSON
   * @return this builder
   */
  public OpenHandsSimulatorBuilder webApp(boolean mounted) {
    this.webApp = mounted;
    return this;
  }

  /**
   * The clock of all times, of {@link Pace#every} and of the rate limit. The system's by default.
   *
   * @param source a clock; one that a test sets makes time pass at will
   * @return this builder
   */
  public OpenHandsSimulatorBuilder clock(Clock source) {
    this.clock = source;
    return this;
  }

  /**
   * The pace of starts and runs alike.
   *
   * @param pace the pace of all whose {@link Outcome} names none
   * @return this builder
   */
  public OpenHandsSimulatorBuilder pace(Pace pace) {
    return startPace(pace).runPace(pace);
  }

  /**
   * The pace of starts, four statuses a read by default.
   *
   * @param pace the pace of all whose {@link Outcome} names none
   * @return this builder
   */
  public OpenHandsSimulatorBuilder startPace(Pace pace) {
    this.startPace = pace;
    return this;
  }

  /**
   * The pace of runs, one status a read by default.
   *
   * @param pace the pace of all whose {@link Outcome} names none
   * @return this builder
   */
  public OpenHandsSimulatorBuilder runPace(Pace pace) {
    this.runPace = pace;
    return this;
  }

  /**
   * For how many moves of a run the old status is shown after a message. 1 by default.
   *
   * @param moves how many moves; 0 for a status that is new at once
   * @return this builder
   * @throws IllegalArgumentException when {@code moves} is negative
   */
  public OpenHandsSimulatorBuilder staleStatusAfterMessage(int moves) {
    this.staleReads = notNegative(moves);
    return this;
  }

  /**
   * For how many reads a resumed sandbox is STARTING. 1 by default.
   *
   * @param reads how many answers show STARTING; 0 for RUNNING at once
   * @return this builder
   * @throws IllegalArgumentException when {@code reads} is negative
   */
  public OpenHandsSimulatorBuilder resumeTakes(int reads) {
    this.resumeReads = notNegative(reads);
    return this;
  }

  /**
   * Whether start tasks read by GET have times with {@code Z}, as the answer of the start always
   * has. False by default, as on servers that keep them in SQLite.
   *
   * @param zone true for times with {@code Z}, false for times without a zone
   * @return this builder
   */
  public OpenHandsSimulatorBuilder startTaskTimesWithZone(boolean zone) {
    this.taskTimesWithZone = zone;
    return this;
  }

  /**
   * Whether a report of the agent server (agent paused, automatic title) rewrites {@code
   * created_at} and clears {@code public}, and whether an automatic title takes everything PATCHed
   * before it along. True by default, as on real servers.
   *
   * @param moving false for records that reports leave alone
   * @return this builder
   */
  public OpenHandsSimulatorBuilder movingCreatedAt(boolean moving) {
    this.movingCreatedAt = moving;
    return this;
  }

  /**
   * Whether answers have a {@code Date}. True by default.
   *
   * @param sent false for answers without one
   * @return this builder
   */
  public OpenHandsSimulatorBuilder dateHeader(boolean sent) {
    this.dateHeader = sent;
    return this;
  }

  /**
   * How long the server keeps an idle connection, in real time. 5 s by default, as real servers do.
   *
   * @param idle the time after which a connection without requests is closed
   * @return this builder
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
   *
   * @param title the title given to all of them
   * @param afterReads the number of the read that brings it, from 1 on; the read itself still shows
   *     the old title
   * @return this builder
   */
  public OpenHandsSimulatorBuilder automaticTitle(String title, int afterReads) {
    this.automaticTitle = new SimulatorOptions.AutomaticTitle(title, afterReads);
    return this;
  }

  /**
   * Answers 429 beyond so many requests in a fixed window, as the Cloud does. None by default.
   *
   * @param requests how many requests one window takes; 0 refuses all
   * @param window how long a window lasts from its first request, by the simulator's clock
   * @return this builder
   */
  public OpenHandsSimulatorBuilder rateLimit(int requests, Duration window) {
    SimulatorOptions.Limit limit = new SimulatorOptions.Limit(requests, window);
    this.limiter = () -> new RateLimit(limit);
    return this;
  }

  /**
   * Limits requests as every self-hosted server does: within a second of the simulator's clock the
   * first 10 are taken, the next 10 are carried out but answered 1 s later in real time, and all
   * others are answered 429 with {@code {"message":"Too many requests"}}. Not limited by default.
   *
   * @return this builder
   */
  public OpenHandsSimulatorBuilder selfHostedRateLimit() {
    this.limiter = SelfHostedLimit::new;
    return this;
  }

  /**
   * For how many reads a sandbox still shows its old status after a pause or resume was accepted. 0
   * by default: the next answer shows the new one.
   *
   * @param reads how many answers show the old status
   * @return this builder
   * @throws IllegalArgumentException when {@code reads} is negative
   */
  public OpenHandsSimulatorBuilder pauseAndResumeLinger(int reads) {
    this.pauseReads = notNegative(reads);
    return this;
  }

  /**
   * For how many reads a sandbox is still there after its last conversation was deleted; real
   * servers remove it in the background. 0 by default: it is gone at once.
   *
   * @param reads how many answers still show it
   * @return this builder
   * @throws IllegalArgumentException when {@code reads} is negative
   */
  public OpenHandsSimulatorBuilder sandboxOutlivesConversation(int reads) {
    this.deletedSandboxReads = notNegative(reads);
    return this;
  }

  /**
   * How events come from the agent server to the app server. At once by default; real servers send
   * them in batches of 5, and what is left after 30 s.
   *
   * @param batch how many events are sent together, at least 1
   * @param patience how long an incomplete batch waits, by the simulator's clock
   * @return this builder
   * @throws IllegalArgumentException when {@code batch} is less than 1 or {@code patience} negative
   */
  public OpenHandsSimulatorBuilder eventDelivery(int batch, Duration patience) {
    this.delivery = new EventDelivery(batch, patience);
    return this;
  }

  /**
   * Which routes the agent server has. {@link AgentServerAge#CURRENT} by default.
   *
   * @param age how old the agent server is
   * @return this builder
   */
  public OpenHandsSimulatorBuilder agentServerAge(AgentServerAge age) {
    this.agentServerAge = age;
    return this;
  }

  /**
   * Whether the address of each sandbox's agent server has a path, as behind some gateways. False
   * by default: all have the same address, and the key tells the sandbox.
   *
   * @param prefixed true for addresses such as {@code http://127.0.0.1:40123/runtime/id}
   * @return this builder
   */
  public OpenHandsSimulatorBuilder agentPathPrefix(boolean prefixed) {
    this.agentPathPrefix = prefixed;
    return this;
  }

  /**
   * Starts the server.
   *
   * @return a server that listens already; to be closed by the caller
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
            limiter,
            pauseReads,
            deletedSandboxReads,
            delivery,
            agentServerAge,
            agentPathPrefix));
  }

  private static int notNegative(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("must not be negative: " + value);
    }
    return value;
  }
}
