package io.github.openhands4j.core.internal.feign;

import feign.Param;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a value into the body of a form. Feign makes one for each parameter. */
public final class FormValue implements Param.Expander {

  /** Creates the writer. */
  public FormValue() {}

  @Override
  public String expand(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }
}
