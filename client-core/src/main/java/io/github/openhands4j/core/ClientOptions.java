package io.github.openhands4j.core;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to know. Immutable and thread-safe.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder().apiKey("sk-...").readyTimeout(Duration.ofMinutes(40)).build();
 * }</pre>
 *
 * <p>What the builder does not set comes from the system property {@code openhands.<name>}, then
 * from the environment variable {@code OPENHANDS_<NAME>}, then from the default. Each getter names
 * its setting and default.
 */
public final class ClientOptions {

  private final URI baseUrl;
  private final @Nullable Supplier<ApiKey> apiKey;
  private final AuthMode auth;
  private final boolean allowPlainHttp;
  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final Duration writeTimeout;
  private final Duration startTimeout;
  private final Duration resolveTimeout;
  private final Duration readyTimeout;
  private final int pollsPerMinute;
  private final int maxRunning;
  private final int requestsPerMinute;
  private final int requestsPerSecond;
  private final long maxAnswerBytes;
  private final StartJournal journal;

  ClientOptions(OptionValues values) {
    baseUrl = values.baseUrl();
    apiKey = values.apiKey();
    auth = values.auth();
    allowPlainHttp = values.allowPlainHttp();
    connectTimeout = values.duration(OptionValues.CONNECT_TIMEOUT);
    readTimeout = values.duration(OptionValues.READ_TIMEOUT);
    writeTimeout = values.duration(OptionValues.WRITE_TIMEOUT);
    startTimeout = values.duration(OptionValues.START_TIMEOUT);
    resolveTimeout = values.duration(OptionValues.RESOLVE_TIMEOUT);
    readyTimeout = values.duration(OptionValues.READY_TIMEOUT);
    pollsPerMinute = (int) values.number(OptionValues.POLLS_PER_MINUTE);
    maxRunning = (int) values.number(OptionValues.MAX_RUNNING);
    requestsPerMinute = (int) values.number(OptionValues.REQUESTS_PER_MINUTE);
    requestsPerSecond = (int) values.number(OptionValues.REQUESTS_PER_SECOND);
    maxAnswerBytes = values.number(OptionValues.MAX_ANSWER_BYTES);
    journal = values.journal();
    BaseUrl.requireSafeFor(baseUrl, apiKey != null, allowPlainHttp);
  }

  /**
   * Options with nothing set by the program.
   *
   * @return a new builder
   */
  public static ClientOptionsBuilder builder() {
    return new ClientOptionsBuilder();
  }

  /**
   * Options from system properties and the environment alone.
   *
   * @return the options
   * @throws ConfigurationException if a setting cannot be read or is refused
   */
  public static ClientOptions fromEnv() {
    return builder().build();
  }

  /**
   * A builder with all of these options set, to change some of them.
   *
   * @return a new builder
   */
  public ClientOptionsBuilder toBuilder() {
    ClientOptionsBuilder builder =
        builder()
            .baseUrl(baseUrl)
            .auth(auth)
            .allowPlainHttp(allowPlainHttp)
            .connectTimeout(connectTimeout)
            .readTimeout(readTimeout)
            .writeTimeout(writeTimeout)
            .startTimeout(startTimeout)
            .resolveTimeout(resolveTimeout)
            .readyTimeout(readyTimeout)
            .pollsPerMinute(pollsPerMinute)
            .maxRunning(maxRunning)
            .requestsPerMinute(requestsPerMinute)
            .requestsPerSecond(requestsPerSecond)
            .maxAnswerBytes(maxAnswerBytes)
            .journal(journal);
    return apiKey == null ? builder.noApiKey() : builder.apiKeySource(apiKey);
  }

  /**
   * The server. Setting {@code base-url}; default {@code https://app.all-hands.dev}.
   *
   * @return scheme, host, port and path prefix, without a slash at the end
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * The user's key. Setting {@code api-key}, or {@code api-key-file} for a file that holds it; no
   * default. Where the program set a source of keys, it is asked now.
   *
   * @return the key, if there is one
   * @throws ConfigurationException if the source has none
   */
  public Optional<ApiKey> apiKey() {
    return apiKey == null ? Optional.empty() : Optional.of(apiKey.get());
  }

  /**
   * In which header the key travels. Setting {@code auth}; default {@link AuthMode#AUTO}.
   *
   * @return the mode
   */
  public AuthMode auth() {
    return auth;
  }

  /**
   * Whether the key may travel over plain http to a host that is not this machine. Setting {@code
   * allow-plain-http}; default false.
   *
   * @return true if allowed
   */
  public boolean allowPlainHttp() {
    return allowPlainHttp;
  }

  /**
   * Time for a connection, TLS included. Setting {@code connect-timeout}; default 10 s.
   *
   * @return the limit of one attempt to connect
   */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * Time for a read, its repeats and waits included. Setting {@code read-timeout}; default 30 s.
   *
   * @return the limit of one read call
   */
  public Duration readTimeout() {
    return readTimeout;
  }

  /**
   * Time for a write that is not a start, the wait for its turn in the shared budget included; of
   * that time it keeps up to 10 s for the request itself. Setting {@code write-timeout}; default 60
   * s.
   *
   * @return the limit of one write call
   */
  public Duration writeTimeout() {
    return writeTimeout;
  }

  /**
   * Time for the request of a start, the wait for its turn in the shared budget included; of that
   * time it keeps up to 10 s for the request itself. Setting {@code start-timeout}; default 60 s.
   *
   * @return how long the server has to take a start
   */
  public Duration startTimeout() {
    return startTimeout;
  }

  /**
   * Time to find out what became of a start whose answer was lost; comes after {@link
   * #startTimeout()}. Setting {@code resolve-timeout}; default 30 s.
   *
   * @return how long to look
   */
  public Duration resolveTimeout() {
    return resolveTimeout;
  }

  /**
   * Time that {@code awaitReady()} waits until the conversation exists, and that a start waits for
   * its turn under {@code max-running}. Setting {@code ready-timeout}; default 25 min. A setup
   * script alone may take 10 minutes.
   *
   * @return the default limit of a wait for READY
   */
  public Duration readyTimeout() {
    return readyTimeout;
  }

  /**
   * How many reads a minute all waits of a client may make together, out of what {@link
   * #requestsPerMinute()} allows. Setting {@code polls-per-minute}; default 60.
   *
   * @return the limit, from 1 to 600
   */
  public int pollsPerMinute() {
    return pollsPerMinute;
  }

  /**
   * How many sandboxes of the account may run before starts of this client wait. Setting {@code
   * max-running}; default 0, which is off. OpenHands Cloud runs about 10 for an account, and pauses
   * the oldest when another starts.
   *
   * @return the limit, or 0
   */
  public int maxRunning() {
    return maxRunning;
  }

  /**
   * How many requests may leave in any minute: those of all clients of this process with the same
   * server and key together, whatever they do. A request waits for its turn, within the time of its
   * call; writes go before waiting reads. If such clients have different limits, the lowest one
   * holds while its client is open. Setting {@code requests-per-minute}; default 90. OpenHands
   * Cloud allows 100 requests a minute to one user; raise it for a server of your own.
   *
   * @return the limit, from 1 to 60,000
   */
  public int requestsPerMinute() {
    return requestsPerMinute;
  }

  /**
   * How many requests may leave in any second, counted as for {@link #requestsPerMinute()}. Setting
   * {@code requests-per-second}; default 8. OpenHands servers answer late, or refuse, from the 11th
   * request in a second on.
   *
   * @return the limit, from 1 to 1,000
   */
  public int requestsPerSecond() {
    return requestsPerSecond;
  }

  /**
   * The largest answer that is read, counted after decompression. Setting {@code max-answer-bytes};
   * default 32 MiB.
   *
   * @return the limit in bytes
   */
  public long maxAnswerBytes() {
    return maxAnswerBytes;
  }

  /**
   * Where starts are written down before they are sent. Setting {@code journal.dir} for a directory
   * (see {@link StartJournal#inDirectory}); default is memory, which ends with the process.
   *
   * @return the journal
   */
  public StartJournal journal() {
    return journal;
  }

  @Override
  public String toString() {
    return "ClientOptions[baseUrl="
        + baseUrl
        + ", apiKey="
        + (apiKey == null ? null : "***")
        + ", auth="
        + auth
        + "]";
  }
}
