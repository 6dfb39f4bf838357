package io.github.openhands4j.core.internal.feign;

import feign.Param;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import java.util.regex.Pattern;

/** Lets only ids into a path that cannot change it. Feign makes one for each parameter. */
public final class PathSegment implements Param.Expander {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

  /** Creates the check. */
  public PathSegment() {}

  @Override
  public String expand(Object value) {
    String text = String.valueOf(value);
    if (!SAFE.matcher(text).matches() || text.contains("..")) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "An id holds characters that may not stand in a path; expected letters, digits, '-', '_'"
              + " and single dots, up to 128.");
    }
    return text;
  }
}
