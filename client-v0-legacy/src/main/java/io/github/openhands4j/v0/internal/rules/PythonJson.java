package io.github.openhands4j.v0.internal.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * JSON as Python writes it, where V0 used it as text: blanks after commas and colons, ASCII only.
 */
public final class PythonJson {

  private static final ObjectWriter WRITER =
      new JsonMapper().writer(new Blanks()).with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private PythonJson() {}

  /**
   * Writes a value.
   *
   * @param value JSON values as plain Java, or a record of the V0 API
   * @return what Python's {@code json.dumps} gives, but for the case of escaped letters
   */
  public static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value cannot be written as JSON", e);
    }
  }

  /** Blanks where Python has them. */
  private static final class Blanks extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      json.writeRaw(", ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(", ");
    }
  }
}
