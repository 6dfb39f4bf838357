package io.github.openhands4j.v1.internal.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells equal requests by a digest that gives nothing of them away. */
public final class RequestDigest {

  /** Of a handle that was made for a conversation, not for a start of this library. */
  public static final String NONE = "0".repeat(16);

  private static final int BYTES = 16;

  private RequestDigest() {}

  static String of(AppConversationStartRequest body, ObjectMapper mapper) {
    try {
      byte[] json =
          mapper
              .writer()
              .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsBytes(body);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a start request cannot be written as JSON", e);
    }
  }
}
