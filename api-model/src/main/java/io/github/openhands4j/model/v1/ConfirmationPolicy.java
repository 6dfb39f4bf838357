package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which actions an agent may do only when they are confirmed.
 *
 * @param kind the wire word, for example {@code AlwaysConfirm}
 * @param threshold the least risk that has to be confirmed, or null
 * @param confirmUnknown whether actions of unknown risk have to be confirmed, or null
 * @param additionalProperties fields this release does not know, as sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationPolicy(
    @JsonProperty("kind") String kind,
    @JsonProperty("threshold") @Nullable String threshold,
    @JsonProperty("confirm_unknown") @Nullable Boolean confirmUnknown,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Nothing has to be confirmed. */
  public static final ConfirmationPolicy NEVER = of("NeverConfirm", null);

  /** Every action has to be confirmed. */
  public static final ConfirmationPolicy ALWAYS = of("AlwaysConfirm", null);

  public ConfirmationPolicy {
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * Actions of some risk have to be confirmed.
   *
   * @param threshold the least risk, for example {@code HIGH}
   * @return the policy
   */
  public static ConfirmationPolicy fromRisk(String threshold) {
    return of("ConfirmRisky", threshold);
  }

  private static ConfirmationPolicy of(String kind, @Nullable String threshold) {
    return new ConfirmationPolicy(kind, threshold, null, Map.of());
  }

  /** Without the fields this release does not know. */
  @Override
  public String toString() {
    return "ConfirmationPolicy[kind="
        + kind
        + ", threshold="
        + threshold
        + ", confirmUnknown="
        + confirmUnknown
        + "]";
  }
}
