package io.github.openhands4j.core.internal.settings;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Named settings from outside the program: the system property {@code openhands.<name>} wins over
 * the environment variable {@code OPENHANDS_<NAME>}. An empty value counts as not set.
 */
public final class Settings {

  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  /**
   * Settings from given sources.
   *
   * @param properties gives a system property, or null
   * @param environment gives an environment variable, or null
   */
  public Settings(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The settings of this process.
   *
   * @return settings that read the process's properties and environment at each call
   */
  public static Settings ofProcess() {
    return new Settings(System::getProperty, System::getenv);
  }

  /**
   * A text.
   *
   * @param name the setting's name, for example {@code base-url}
   * @return the stripped text, if set
   */
  public Optional<String> text(String name) {
    return first(properties.apply(propertyName(name)))
        .or(() -> first(environment.apply(environmentName(name))));
  }

  /**
   * A setting that was found.
   *
   * @param name its name
   * @param text its text
   */
  public record Found(String name, String text) {}

  /**
   * The first of several settings that exclude each other: any of them as a system property wins
   * over any of them in the environment.
   *
   * @param names the settings' names, the stronger one first
   * @return the setting, if one is set
   */
  public Optional<Found> firstOf(String... names) {
    return Stream.concat(
            Arrays.stream(names).map(name -> found(name, properties.apply(propertyName(name)))),
            Arrays.stream(names).map(name -> found(name, environment.apply(environmentName(name)))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Found> found(String name, @Nullable String value) {
    return first(value).map(text -> new Found(name, text));
  }

  /**
   * A yes or no.
   *
   * @param name the setting's name
   * @return the value, if set
   * @throws ConfigurationException unless it is {@code true} or {@code false}
   */
  public Optional<Boolean> flag(String name) {
    return text(name)
        .map(value -> FlagText.parse(value).orElseThrow(() -> bad(name, "true or false")));
  }

  /**
   * A whole number.
   *
   * @param name the setting's name
   * @return the value, if set
   * @throws ConfigurationException if it is not a whole number
   */
  public Optional<Long> number(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return Long.valueOf(value);
              } catch (NumberFormatException e) {
                throw bad(name, "a whole number");
              }
            });
  }

  /**
   * A length of time.
   *
   * @param name the setting's name
   * @return the value, if set
   * @throws ConfigurationException if it is not of the form {@code 500ms}, {@code 30s}, {@code
   *     25m}, {@code 2h} or ISO 8601
   */
  public Optional<Duration> duration(String name) {
    return text(name)
        .map(
            value ->
                DurationText.parse(value)
                    .orElseThrow(() -> bad(name, "a time such as 500ms, 30s, 25m or PT30S")));
  }

  /**
   * One of the words of an enum, in any case, with {@code -} or {@code _}.
   *
   * @param name the setting's name
   * @param type the enum
   * @param <E> the enum
   * @return the value, if set
   * @throws ConfigurationException if it is none of them
   */
  public <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
    return text(name)
        .map(
            value -> {
              String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
              return Arrays.stream(type.getEnumConstants())
                  .filter(constant -> constant.name().equals(wanted))
                  .findFirst()
                  .orElseThrow(() -> bad(name, "one of " + words(type)));
            });
  }

  private static <E extends Enum<E>> String words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static ConfigurationException bad(String name, String expected) {
    return new ConfigurationException(
        ErrorCode.OPTION_UNREADABLE,
        "The setting " + describe(name) + " must be " + expected + ".");
  }

  /**
   * Both names of a setting, for messages.
   *
   * @param name the setting's name
   * @return for example {@code openhands.base-url (OPENHANDS_BASE_URL)}
   */
  public static String describe(String name) {
    return propertyName(name) + " (" + environmentName(name) + ")";
  }

  private static Optional<String> first(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String propertyName(String name) {
    return "openhands." + name;
  }

  private static String environmentName(String name) {
    return "OPENHANDS_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
