package io.github.openhands4j.core;

import io.github.openhands4j.core.internal.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of each option: what the program set, else the process's settings, else default.
 */
final class OptionValues {

  /** An option that is a length of time. */
  record DurationOption(String name, Duration fallback, Duration most) {}

  /** An option that is a whole number. */
  record NumberOption(String name, long fallback, long least, long most) {}

  static final URI CLOUD = URI.create("https://app.all-hands.dev");
  private static final Duration DAY = Duration.ofDays(1);
  static final DurationOption CONNECT_TIMEOUT =
      new DurationOption("connect-timeout", Duration.ofSeconds(10), DAY);
  static final DurationOption READ_TIMEOUT =
      new DurationOption("read-timeout", Duration.ofSeconds(30), DAY);
  static final DurationOption WRITE_TIMEOUT =
      new DurationOption("write-timeout", Duration.ofSeconds(60), DAY);
  static final DurationOption START_TIMEOUT =
      new DurationOption("start-timeout", Duration.ofSeconds(60), DAY);
  static final DurationOption RESOLVE_TIMEOUT =
      new DurationOption("resolve-timeout", Duration.ofSeconds(30), DAY);
  static final DurationOption READY_TIMEOUT =
      new DurationOption("ready-timeout", Duration.ofMinutes(25), Duration.ofDays(30));
  static final NumberOption POLLS_PER_MINUTE = new NumberOption("polls-per-minute", 60, 1, 600);
  static final NumberOption MAX_RUNNING = new NumberOption("max-running", 0, 0, 1000);
  static final NumberOption REQUESTS_PER_MINUTE =
      new NumberOption("requests-per-minute", 90, 1, 60_000);
  static final NumberOption REQUESTS_PER_SECOND =
      new NumberOption("requests-per-second", 8, 1, 1_000);
  static final NumberOption MAX_ANSWER_BYTES =
      new NumberOption("max-answer-bytes", 32L << 20, 1024, Integer.MAX_VALUE - 16L);

  private final Settings settings;
  private final Map<String, Object> set;

  OptionValues(Settings settings, Map<String, Object> set) {
    this.settings = settings;
    this.set = set;
  }

  URI baseUrl() {
    return set.get("base-url") instanceof URI uri
        ? uri
        : settings.text("base-url").map(BaseUrl::parse).orElse(CLOUD);
  }

  @Nullable Supplier<ApiKey> apiKey() {
    Object chosen = set.get("api-key");
    if (chosen instanceof CheckedKeySource source) {
      return source;
    }
    ApiKey key = chosen == null ? keyOfProcess() : chosen instanceof ApiKey fixed ? fixed : null;
    return key == null ? null : () -> key;
  }

  private @Nullable ApiKey keyOfProcess() {
    return settings
        .firstOf("api-key", "api-key-file")
        .map(found -> found.name().equals("api-key") ? found.text() : readKey(found.text()))
        .map(ApiKey::of)
        .orElse(null);
  }

  AuthMode auth() {
    return set.get("auth") instanceof AuthMode mode
        ? mode
        : settings.word("auth", AuthMode.class).orElse(AuthMode.AUTO);
  }

  boolean allowPlainHttp() {
    return set.get("allow-plain-http") instanceof Boolean allow
        ? allow
        : settings.flag("allow-plain-http").orElse(false);
  }

  StartJournal journal() {
    return set.get("journal.dir") instanceof StartJournal journal
        ? journal
        : settings
            .text("journal.dir")
            .map(OptionValues::directory)
            .map(StartJournal::inDirectory)
            .orElseGet(StartJournal::inMemory);
  }

  private static Path directory(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw outOfRange("journal.dir", "the path of a directory");
    }
  }

  Duration duration(DurationOption option) {
    Duration value =
        set.get(option.name()) instanceof Duration duration
            ? duration
            : settings.duration(option.name()).orElse(option.fallback());
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(option.most()) > 0) {
      throw outOfRange(option.name(), "between 1 ms and " + option.most().toHours() + " hours");
    }
    return value;
  }

  long number(NumberOption option) {
    long value =
        set.get(option.name()) instanceof Long number
            ? number
            : settings.number(option.name()).orElse(option.fallback());
    if (value < option.least() || value > option.most()) {
      throw outOfRange(option.name(), "from " + option.least() + " to " + option.most());
    }
    return value;
  }

  private static ConfigurationException outOfRange(String name, String range) {
    return new ConfigurationException(
        ErrorCode.OPTION_UNREADABLE,
        "The option " + Settings.describe(name) + " must be " + range + ".");
  }

  private static String readKey(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (MalformedInputException notText) {
      throw unreadable(file, "it is not text");
    } catch (IOException | InvalidPathException e) {
      throw unreadable(file, e.getClass().getSimpleName());
    }
  }

  private static ConfigurationException unreadable(String file, String why) {
    return new ConfigurationException(
        ErrorCode.API_KEY_FILE_UNREADABLE,
        "The file of "
            + Settings.describe("api-key-file")
            + ", "
            + file
            + ", cannot be read: "
            + why
            + ".");
  }
}
