package io.github.openhands4j.core;

import io.github.openhands4j.core.internal.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Builds {@link ClientOptions}; the getters there say what each option is for and its default. What
 * is not set here comes from system properties and the environment. Not thread-safe.
 */
public final class ClientOptionsBuilder {

  private static final Object NO_KEY = new Object();

  private final Map<String, Object> set = new HashMap<>();

  ClientOptionsBuilder() {}

  /**
   * Sets the server.
   *
   * @param baseUrl for example {@code https://app.all-hands.dev}
   * @return this builder
   * @throws ConfigurationException if it is not an http(s) URL of a host, or holds user
   *     information, a query or a fragment
   */
  public ClientOptionsBuilder baseUrl(String baseUrl) {
    return put("base-url", BaseUrl.parse(baseUrl));
  }

  /**
   * Sets the server.
   *
   * @param baseUrl for example {@code https://app.all-hands.dev}
   * @return this builder
   * @throws ConfigurationException as {@link #baseUrl(String)}
   */
  public ClientOptionsBuilder baseUrl(URI baseUrl) {
    return put("base-url", BaseUrl.check(baseUrl));
  }

  /**
   * Sets the key.
   *
   * @param apiKey the key's text
   * @return this builder
   * @throws ConfigurationException as {@link ApiKey#of}
   */
  public ClientOptionsBuilder apiKey(String apiKey) {
    return apiKey(ApiKey.of(apiKey));
  }

  /**
   * Sets the key.
   *
   * @param apiKey the key
   * @return this builder
   */
  public ClientOptionsBuilder apiKey(ApiKey apiKey) {
    return put("api-key", apiKey);
  }

  /**
   * Sets where keys come from, so that a key can be replaced without a new client. The source is
   * asked before each request, on the thread of the call (of a wait: on the one all waits share),
   * and when a client is made: it should have its answer at hand, and be thread-safe. A call for
   * which it has none ends with a {@link ConfigurationException}, and nothing is sent. All its keys
   * count for the budget of requests of the first one, as keys of one user.
   *
   * @param source gives the key to be used now
   * @return this builder
   */
  public ClientOptionsBuilder apiKeySource(Supplier<ApiKey> source) {
    return put("api-key", new CheckedKeySource(Objects.requireNonNull(source, "source")));
  }

  /**
   * Sends no key, whatever the process's settings hold: for an open self-hosted server.
   *
   * @return this builder
   */
  public ClientOptionsBuilder noApiKey() {
    return put("api-key", NO_KEY);
  }

  /**
   * Sets the header the key travels in.
   *
   * @param auth the mode
   * @return this builder
   */
  public ClientOptionsBuilder auth(AuthMode auth) {
    return put("auth", auth);
  }

  /**
   * Allows the key over plain http to a host that is not this machine.
   *
   * @param allow true to allow it
   * @return this builder
   */
  public ClientOptionsBuilder allowPlainHttp(boolean allow) {
    return put("allow-plain-http", allow);
  }

  /**
   * Sets the time for a connection.
   *
   * @param limit from 1 ms to a day
   * @return this builder
   */
  public ClientOptionsBuilder connectTimeout(Duration limit) {
    return put(OptionValues.CONNECT_TIMEOUT.name(), limit);
  }

  /**
   * Sets the time for a read.
   *
   * @param limit from 1 ms to a day
   * @return this builder
   */
  public ClientOptionsBuilder readTimeout(Duration limit) {
    return put(OptionValues.READ_TIMEOUT.name(), limit);
  }

  /**
   * Sets the time for a write that is not a start.
   *
   * @param limit from 1 ms to a day
   * @return this builder
   */
  public ClientOptionsBuilder writeTimeout(Duration limit) {
    return put(OptionValues.WRITE_TIMEOUT.name(), limit);
  }

  /**
   * Sets the time for the request of a start.
   *
   * @param limit from 1 ms to a day
   * @return this builder
   */
  public ClientOptionsBuilder startTimeout(Duration limit) {
    return put(OptionValues.START_TIMEOUT.name(), limit);
  }

  /**
   * Sets the time to find out what became of a start.
   *
   * @param limit from 1 ms to a day
   * @return this builder
   */
  public ClientOptionsBuilder resolveTimeout(Duration limit) {
    return put(OptionValues.RESOLVE_TIMEOUT.name(), limit);
  }

  /**
   * Sets the default limit of a wait for READY. It ends waits only: streamed starts have a limit of
   * their own.
   *
   * @param limit from 1 ms to 30 days
   * @return this builder
   */
  public ClientOptionsBuilder readyTimeout(Duration limit) {
    return put(OptionValues.READY_TIMEOUT.name(), limit);
  }

  /**
   * Sets how many reads a minute all waits of a client make together, and how many requests a
   * minute the adapter makes for {@code getConversation}; never more than {@link
   * #requestsPerMinute(int)}.
   *
   * @param polls from 1 to 600
   * @return this builder
   */
  public ClientOptionsBuilder pollsPerMinute(int polls) {
    return put(OptionValues.POLLS_PER_MINUTE.name(), (long) polls);
  }

  /**
   * Sets how many sandboxes of the account may run before a start waits, up to {@code
   * ready-timeout}, for one of them to end.
   *
   * @param sandboxes from 1 to 1000; 0 for no such wait
   * @return this builder
   */
  public ClientOptionsBuilder maxRunning(int sandboxes) {
    return put(OptionValues.MAX_RUNNING.name(), (long) sandboxes);
  }

  /**
   * Sets how many requests a minute all clients of this process with the same server and key make
   * together.
   *
   * @param requests from 1 to 60,000
   * @return this builder
   */
  public ClientOptionsBuilder requestsPerMinute(int requests) {
    return put(OptionValues.REQUESTS_PER_MINUTE.name(), (long) requests);
  }

  /**
   * Sets how many requests a second all clients of this process with the same server and key make
   * together.
   *
   * @param requests from 1 to 1,000
   * @return this builder
   */
  public ClientOptionsBuilder requestsPerSecond(int requests) {
    return put(OptionValues.REQUESTS_PER_SECOND.name(), (long) requests);
  }

  /**
   * Sets the largest answer that is read.
   *
   * @param bytes from 1024 to 2 GiB, after decompression
   * @return this builder
   */
  public ClientOptionsBuilder maxAnswerBytes(long bytes) {
    return put(OptionValues.MAX_ANSWER_BYTES.name(), bytes);
  }

  /**
   * Sets where starts are written down before they are sent.
   *
   * @param journal for example {@link StartJournal#inDirectory}, or one of your own
   * @return this builder
   */
  public ClientOptionsBuilder journal(StartJournal journal) {
    return put("journal.dir", journal);
  }

  /**
   * The options.
   *
   * @return immutable options
   * @throws ConfigurationException if a value is out of range, a setting of the process cannot be
   *     read, a key would travel over plain http, or the journal's directory cannot be used
   */
  public ClientOptions build() {
    return build(Settings.ofProcess());
  }

  ClientOptions build(Settings settings) {
    return new ClientOptions(new OptionValues(settings, set));
  }

  private ClientOptionsBuilder put(String name, Object value) {
    set.put(name, Objects.requireNonNull(value, name));
    return this;
  }
}
