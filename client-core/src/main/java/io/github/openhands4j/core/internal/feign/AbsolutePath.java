package io.github.openhands4j.core.internal.feign;

import feign.Param;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import java.util.Arrays;
import java.util.List;

/**
 * Lets only absolute file paths through that cannot climb out of where they are put. Feign makes
 * one for each parameter.
 */
public final class AbsolutePath implements Param.Expander {

  private static final List<String> CLIMBING = List.of(".", "..");

  /** Creates the check. */
  public AbsolutePath() {}

  @Override
  public String expand(Object value) {
    String path = String.valueOf(value);
    if (!path.startsWith("/")
        || path.chars().anyMatch(c -> c < ' ' || c == '\\' || c == 0x7f)
        || Arrays.stream(path.split("/", -1)).anyMatch(CLIMBING::contains)) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "A path must be absolute, begin with '/', and hold no '.' or '..' as a part, no backslash"
              + " and no control characters.");
    }
    return path;
  }
}
