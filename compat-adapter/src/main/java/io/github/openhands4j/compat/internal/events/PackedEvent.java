package io.github.openhands4j.compat.internal.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A V1 event as a short text of one line: its JSON, compressed. Pure. */
public final class PackedEvent {

  private static final ObjectMapper JSON = Json.mapper(Long.MAX_VALUE);
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private PackedEvent() {}

  /**
   * Packs an event.
   *
   * @param event the event
   * @return letters and digits
   */
  public static String of(V1Event event) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream deflated = new DeflaterOutputStream(packed)) {
      JSON.writeValue(deflated, event.fields().values());
    } catch (IOException unexpected) {
      throw new IllegalStateException("an event cannot be kept.", unexpected);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  /**
   * Unpacks an event.
   *
   * @param text what {@link #of} gave, in this or another process
   * @return an event that reads as the same
   * @throws IllegalStateException if it is no such text
   */
  public static V1Event parse(String text) {
    try (InflaterInputStream inflated =
        new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      return V1Event.of(JSON.readValue(inflated, OBJECT));
    } catch (IOException | IllegalArgumentException damaged) {
      throw new IllegalStateException("an event in the event ledger cannot be read.", damaged);
    }
  }
}
