package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;

/**
 * Writes times as the servers do: UTC with {@code Z}, six digits of fraction, or none when the
 * microseconds are zero.
 */
final class InstantTextSerializer extends StdScalarSerializer<Instant> {

  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  InstantTextSerializer() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(text(value));
  }

  static String text(Instant value) {
    return (value.get(ChronoField.MICRO_OF_SECOND) == 0 ? WHOLE : MICROS).format(value);
  }
}
