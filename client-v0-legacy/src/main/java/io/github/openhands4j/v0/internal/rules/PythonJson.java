package io.github.openhands4j.v0.internal.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * JSON as Python writes it, where V0 used it as text: blanks after commas and colons, ASCII only.
 */
public final class PythonJson {

  private static final char LAST_OF_ASCII = 0x7F;

  private static final ObjectWriter WRITER = new JsonMapper().writer(new Blanks());

  private PythonJson() {}

  /**
   * Writes a value.
   *
   * @param value JSON values as plain Java, or a record of the V0 API
   * @return what Python's {@code json.dumps} gives
   */
  public static String write(Object value) {
    try {
      return ascii(WRITER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value cannot be written as JSON", e);
    }
  }

  /** Outside of ASCII there are only letters of texts. */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char letter = json.charAt(i);
      if (letter < LAST_OF_ASCII) {
        ascii.append(letter);
      } else {
        ascii.append(String.format("\\u%04x", (int) letter));
      }
    }
    return ascii.toString();
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
