package io.github.openhands4j.core.internal.limits;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.http.Origin;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Finds what clients share: the same for the same server and key, never the same for two keys. It
 * knows keys by their digests only. Thread-safe.
 *
 * <p>{@link #ofProcess()} is the only state that clients of a process have in common. An entry goes
 * with its last client, but not before the requests of that client are a minute old: a program that
 * makes a client for every call must keep to the limits as well.
 */
public final class SharedLimitsRegistry {

  private static final Duration AFTERLIFE = Duration.ofMinutes(1);
  private static final SharedLimitsRegistry OF_PROCESS =
      new SharedLimitsRegistry(TimeSource.system());

  private final TimeSource time;
  private final Map<String, SharedLimits> entries = new HashMap<>();

  /**
   * A registry of its own.
   *
   * @param time the clock of its budgets
   */
  public SharedLimitsRegistry(TimeSource time) {
    this.time = time;
  }

  /**
   * The registry of this process.
   *
   * @return always the same one, on the machine's time
   */
  public static SharedLimitsRegistry ofProcess() {
    return OF_PROCESS;
  }

  /**
   * A client begins.
   *
   * @param options its server, key and limits
   * @return its way through the budget, to be closed with it; if it is only forgotten, that counts
   *     as closed as well
   */
  public synchronized RequestPass join(ClientOptions options) {
    SharedLimits shared = entry(options);
    RequestPass pass = new RequestPass(shared);
    shared.open(pass, RequestLimits.of(options));
    return pass;
  }

  /**
   * What repeats are paid from.
   *
   * @param options name server and key
   * @return the tokens of all clients of that server and key
   */
  public synchronized RetryTokens retryTokens(ClientOptions options) {
    return entry(options).retryTokens();
  }

  synchronized int size() {
    forgetUnused();
    return entries.size();
  }

  private SharedLimits entry(ClientOptions options) {
    forgetUnused();
    return entries.computeIfAbsent(digest(options), digest -> new SharedLimits(time));
  }

  private void forgetUnused() {
    entries.values().removeIf(shared -> shared.isUnusedFor(AFTERLIFE));
  }

  private static String digest(ClientOptions options) {
    String identity =
        Origin.of(options.baseUrl()).uri() + "\n" + options.apiKey().map(ApiKey::reveal).orElse("");
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
