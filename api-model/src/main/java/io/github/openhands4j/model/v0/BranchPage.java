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
 * A page of branches.
 *
 * @param branches the branches
 * @param hasNextPage whether a page follows
 * @param currentPage this page, from 1
 * @param perPage rows of a page
 * @param totalCount branches in all, or null if not known
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record BranchPage(
    @JsonProperty("branches") List<Branch> branches,
    @JsonProperty("has_next_page") boolean hasNextPage,
    @JsonProperty("current_page") int currentPage,
    @JsonProperty("per_page") int perPage,
    @JsonProperty("total_count") @Nullable Integer totalCount,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public BranchPage {
    branches = Copies.list(branches);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static BranchPageBuilder builder() {
    return BranchPageBuilder.builder();
  }
}
