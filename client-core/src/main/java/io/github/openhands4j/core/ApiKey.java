package io.github.openhands4j.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A user's API key. It never shows itself: {@code toString}, JSON and messages have {@code ***},
 * and it cannot be serialized.
 */
public final class ApiKey {

  private final String value;

  private ApiKey(String value) {
    this.value = value;
  }

  /**
   * Wraps a key.
   *
   * @param value the key's text; white space around it is dropped
   * @return the key
   * @throws ConfigurationException if the key is empty, or holds white space, control characters or
   *     anything but ASCII, which no header may hold
   */
  public static ApiKey of(String value) {
    String key = value.strip();
    if (key.isEmpty()) {
      throw refused("The API key is empty");
    }
    if (!key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw refused("The API key holds characters that no header may hold");
    }
    return new ApiKey(key);
  }

  private static ConfigurationException refused(String what) {
    return new ConfigurationException(
        ErrorCode.API_KEY_MALFORMED, what + ". Set api-key to the key as the server shows it.");
  }

  /**
   * The key's text.
   *
   * @return the text, to be kept out of logs and messages
   */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey key
        && MessageDigest.isEqual(
            key.value.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  @JsonValue
  public String toString() {
    return "***";
  }
}
