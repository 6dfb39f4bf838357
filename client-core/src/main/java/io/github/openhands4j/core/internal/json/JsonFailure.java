package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;

/** Why JSON could not be read, without the text that was read: it may hold prompts and keys. */
public final class JsonFailure extends IOException {

  private static final long serialVersionUID = 1L;

  private JsonFailure(String message, StackTraceElement[] trace) {
    super(message);
    setStackTrace(trace);
  }

  /**
   * Strips what was read from a failure.
   *
   * @param failure what the parser threw
   * @return a failure that names kind, place and path only
   */
  public static IOException of(IOException failure) {
    if (!(failure instanceof JsonProcessingException json)) {
      return failure;
    }
    String where =
        json.getLocation() == null
            ? ""
            : " at line "
                + json.getLocation().getLineNr()
                + ", column "
                + json.getLocation().getColumnNr();
    String path =
        json instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(
                    step ->
                        step.getFieldName() == null
                            ? "[" + step.getIndex() + "]"
                            : step.getFieldName())
                .collect(Collectors.joining(".", " in ", ""))
            : "";
    return new JsonFailure(json.getClass().getSimpleName() + path + where, json.getStackTrace());
  }
}
