package io.github.openhands4j.core.internal.feign;

import feign.Param;
import io.github.openhands4j.model.ConversationId;

/** Writes an id with dashes, where the server takes it in no other form. Feign makes one each. */
public final class DashedId implements Param.Expander {

  /** Creates the writer. */
  public DashedId() {}

  @Override
  public String expand(Object value) {
    return ((ConversationId) value).dashed();
  }
}
