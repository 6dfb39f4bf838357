package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;

/** Writes times as {@link TimeText} does, with {@code Z}. */
final class InstantTextSerializer extends StdScalarSerializer<Instant> {

  private static final long serialVersionUID = 1L;

  InstantTextSerializer() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(TimeText.withZone(value));
  }
}
