package io.github.openhands4j.faults.stub;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** System properties that are put back as they were. */
public final class SystemProperties implements AutoCloseable {

  private final Map<String, @Nullable String> before = new HashMap<>();

  /** Nothing is changed yet. */
  public SystemProperties() {}

  /**
   * Sets a property.
   *
   * @param name its name
   * @param value its value until this is closed
   * @return this
   */
  public SystemProperties with(String name, String value) {
    String old = System.setProperty(name, value);
    if (!before.containsKey(name)) {
      before.put(name, old);
    }
    return this;
  }

  @Override
  public void close() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
