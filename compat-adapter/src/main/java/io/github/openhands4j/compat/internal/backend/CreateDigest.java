package io.github.openhands4j.compat.internal.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells equal creates by a digest, so that neither prompts nor images are kept for it. */
record CreateDigest(String sha256) {

  private static final ObjectWriter WRITER =
      Json.mapper(1).writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static CreateDigest of(CreateConversationRequest request) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new CreateDigest(HexFormat.of().formatHex(sha256.digest(bytes(request))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static byte[] bytes(CreateConversationRequest request) {
    try {
      return WRITER.writeValueAsBytes(request);
    } catch (JsonProcessingException noJson) {
      // A configuration can hold objects of any type, and this must not fail after a lost answer.
      return ("no JSON " + request.hashCode()).getBytes(StandardCharsets.US_ASCII);
    }
  }
}
