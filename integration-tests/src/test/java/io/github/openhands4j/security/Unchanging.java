package io.github.openhands4j.security;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells values that never change, by a list of types that are known not to. */
final class Unchanging {

  private static final Set<Class<?>> KNOWN =
      Set.of(
          String.class,
          Class.class,
          Duration.class,
          Instant.class,
          Pattern.class,
          URI.class,
          BigInteger.class,
          DateTimeFormatter.class,
          Object.class);

  /** Jackson's are set up once and made to be shared; loggers are not ours. */
  private static final Set<String> FOREIGN =
      Set.of("com.fasterxml.jackson.", "org.slf4j.", "ch.qos.logback.", "okhttp3.Dns");

  private static final Set<String> FIXED_COLLECTIONS =
      Set.of(
          "java.util.ImmutableCollections$",
          "java.util.Collections$Unmodifiable",
          "java.util.Collections$Empty",
          "java.util.Collections$ReverseComparator",
          "java.util.Comparators$");

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Unchanging() {}

  /** Whether what a static field holds stays as it is. */
  static boolean isValueOf(Field field) {
    return field.getType().isPrimitive() || new Unchanging().is(valueOf(field, null));
  }

  private boolean is(@Nullable Object value) {
    if (value == null || !seen.add(value)) {
      return true;
    }
    Class<?> type = value.getClass();
    String name = type.getName();
    if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
      return name.startsWith("java.lang.") || KNOWN.contains(type);
    }
    if (KNOWN.contains(type)
        || value instanceof Enum<?>
        || type.isHidden() // a lambda
        || FOREIGN.stream().anyMatch(name::startsWith)) {
      return true;
    }
    if (FIXED_COLLECTIONS.stream().anyMatch(name::startsWith)) {
      return elementsOf(value);
    }
    return name.startsWith("io.github.openhands4j.") && fieldsOf(value, type);
  }

  private boolean elementsOf(Object collection) {
    if (collection instanceof Map<?, ?> map) {
      return map.keySet().stream().allMatch(this::is) && map.values().stream().allMatch(this::is);
    }
    if (collection instanceof Iterable<?> elements) {
      for (Object element : elements) {
        if (!is(element)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean fieldsOf(Object value, @Nullable Class<?> type) {
    if (type == null || !type.getName().startsWith("io.github.openhands4j.")) {
      return true;
    }
    for (Field field : type.getDeclaredFields()) {
      boolean own = !Modifier.isStatic(field.getModifiers());
      if (own
          && (!Modifier.isFinal(field.getModifiers())
              || !(field.getType().isPrimitive() || is(valueOf(field, value))))) {
        return false;
      }
    }
    return fieldsOf(value, type.getSuperclass());
  }

  private static @Nullable Object valueOf(Field field, @Nullable Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.toString(), e);
    }
  }
}
