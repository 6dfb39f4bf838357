package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.internal.WireRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of V0 conversations.
 *
 * @param results the rows
 * @param nextPageId the opaque token of the next page, or null
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record ConversationInfoResultSet(
    @JsonProperty("results") List<ConversationInfo> results,
    @JsonProperty("next_page_id") @Nullable String nextPageId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public ConversationInfoResultSet {
    results = Copies.list(results);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ConversationInfoResultSetBuilder builder() {
    return ConversationInfoResultSetBuilder.builder();
  }

  /**
   * Names the harmless fields only: no prompt, no secret.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "ConversationInfoResultSet[" + "nextPageId=" + nextPageId + "]";
  }
}
