package io.github.openhands4j.core;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A program's source of keys, whose failures are this library's exceptions and show no key. */
final class CheckedKeySource implements Supplier<ApiKey> {

  private final Supplier<? extends @Nullable ApiKey> source;

  CheckedKeySource(Supplier<? extends @Nullable ApiKey> source) {
    this.source = source;
  }

  @Override
  public ApiKey get() {
    ApiKey key;
    try {
      key = source.get();
    } catch (ConfigurationException own) {
      throw own;
    } catch (RuntimeException failure) {
      throw failed("threw " + failure.getClass().getName());
    }
    if (key == null) {
      throw failed("gave none");
    }
    return key;
  }

  /** Without the cause, whose message may hold anything. */
  private static ConfigurationException failed(String how) {
    return new ConfigurationException(
        ErrorCode.API_KEY_UNAVAILABLE,
        "There is no API key for the request: its source " + how + ". Nothing was sent.");
  }
}
