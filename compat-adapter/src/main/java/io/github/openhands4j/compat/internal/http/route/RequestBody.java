package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.internal.http.json.JsonReader;
import io.github.openhands4j.compat.internal.http.json.JsonTextException;
import io.github.openhands4j.compat.internal.http.schema.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body of a bounded size, read when a route asks for it, and told apart as the server did. What
 * it holds is counted until it is closed.
 */
final class RequestBody implements AutoCloseable {

  private static final int CHUNK = 1 << 16;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final V0Request request;
  private final BodyLimits limits;
  private long held;

  RequestBody(V0Request request, BodyLimits limits) {
    this.request = request;
    this.limits = limits;
  }

  /** The body is no longer of use. */
  @Override
  public void close() {
    limits.release(held);
    held = 0;
  }

  /** JSON if it was sent as JSON or as nothing, otherwise its text; null without a body. */
  @Nullable Object json() {
    byte[] bytes = bytes();
    if (bytes.length == 0) {
      return null;
    }
    if (!isJson()) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try {
      return parse(bytes);
    } catch (JsonTextException broken) {
      Problems problems = new Problems();
      problems.brokenJson(broken.position(), String.valueOf(broken.getMessage()));
      throw new Refusal(Answers.json(422, problems.body()));
    }
  }

  /** An object, of whatever type it was sent as. */
  Object objectOrRefusal() {
    try {
      Object value = parse(bytes());
      if (value instanceof Map<?, ?>) {
        return value;
      }
    } catch (JsonTextException broken) {
      throw notAnObject();
    }
    throw notAnObject();
  }

  private static Refusal notAnObject() {
    return new Refusal(Answers.detail(400, "The body is not a JSON object."));
  }

  /** The parts of a form, or null if it is none. */
  @Nullable List<UploadForm.Part> files() {
    String type = contentType();
    return mainType(type).equals("multipart/form-data") ? UploadForm.parse(type, bytes()) : null;
  }

  private static @Nullable Object parse(byte[] bytes) throws JsonTextException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return JsonReader.read(marked ? text.substring(1) : text);
    } catch (CharacterCodingException | IllegalArgumentException beyondReading) {
      throw unreadable();
    }
  }

  static Refusal unreadable() {
    return new Refusal(Answers.detail(400, "There was an error parsing the body"));
  }

  private boolean isJson() {
    String type = mainType(contentType());
    return type.isEmpty()
        || type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  private String contentType() {
    List<String> types = request.header("Content-Type");
    return types.isEmpty() ? "" : types.get(0);
  }

  private static String mainType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private byte[] bytes() {
    refuseIfLonger(saidLength());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      byte[] chunk = request.body().readNBytes(CHUNK);
      while (chunk.length > 0) {
        refuseIfLonger(held + chunk.length);
        hold(chunk.length);
        bytes.writeBytes(chunk);
        chunk = request.body().readNBytes(CHUNK);
      }
      return bytes.toByteArray();
    } catch (IOException cut) {
      throw unreadable();
    }
  }

  private void refuseIfLonger(long length) {
    if (length > limits.mostOfOne()) {
      throw new Refusal(
          Answers.detail(413, "The body is larger than " + limits.mostOfOne() + " bytes."));
    }
  }

  private void hold(int count) {
    if (!limits.hold(count)) {
      throw new Refusal(
          Answers.detail(
              429,
              "Too many large requests at the same time. Nothing was done: send it again later."));
    }
    held += count;
  }

  /** What the request says of its length; no word of the caller's is relied on. */
  private long saidLength() {
    try {
      List<String> said = request.header("Content-Length");
      return said.isEmpty() ? 0 : Long.parseLong(said.get(0));
    } catch (NumberFormatException noLength) {
      return 0;
    }
  }
}
