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
 * What became of uploaded files.
 *
 * @param uploadedFiles paths of those that were stored
 * @param skippedFiles those that were not
 * @param additionalProperties fields this release does not know, as sent
 * @deprecated The V0 API was removed in April 2026; use the types of {@link
 *     io.github.openhands4j.model.v1}.
 */
@WireRecord
@Deprecated(since = "0.1.0")
public record UploadedFiles(
    @JsonProperty("uploaded_files") List<String> uploadedFiles,
    @JsonProperty("skipped_files") List<SkippedFile> skippedFiles,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  public UploadedFiles {
    uploadedFiles = Copies.list(uploadedFiles);
    skippedFiles = Copies.list(skippedFiles);
    additionalProperties = Copies.map(additionalProperties);
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static UploadedFilesBuilder builder() {
    return UploadedFilesBuilder.builder();
  }
}
