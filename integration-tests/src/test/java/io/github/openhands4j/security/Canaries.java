package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Secrets that are easily found again, and the search for them. */
final class Canaries {

  /** A key with characters that change when it is encoded. */
  static final String KEY = "canary+key/0f1e2d3c4b5a=";

  /** Stands in every other text that must not come out. */
  static final String TEXT = "canary-of-";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Canaries() {}

  /** The key as it is, and in all the forms in which it could hide. */
  static List<String> forms() {
    List<String> forms = new ArrayList<>();
    forms.add(KEY);
    forms.add(URLEncoder.encode(KEY, StandardCharsets.UTF_8));
    for (String before : List.of("", ":", "x:", "Bearer ", "u:")) {
      byte[] bytes = (before + KEY).getBytes(StandardCharsets.UTF_8);
      forms.add(core(Base64.getEncoder().encodeToString(bytes), before));
      forms.add(core(Base64.getUrlEncoder().encodeToString(bytes), before));
    }
    return forms;
  }

  /** The part of an encoding that does not depend on what stands around the key. */
  private static String core(String encoded, String before) {
    int from = (before.length() * 4 + 2) / 3;
    return encoded.substring(from, encoded.length() - 4);
  }

  static void hasNoKey(String where, String text) {
    forms().forEach(form -> assertThat(text).as(where).doesNotContain(form));
  }

  static void isClean(String where, String text) {
    hasNoKey(where, text);
    assertThat(text).as(where).doesNotContain(TEXT);
  }

  /** All that an exception shows of itself, its causes and what it suppressed. */
  static String shown(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** The serialized form, as far as there is one. */
  static String serialized(Object object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (NotSerializableException halfWritten) {
      // what was written before is searched as well
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** The JSON that a program's own mapper makes of it, as far as it makes any. */
  static String json(Object object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException none) {
      return String.valueOf(none.getMessage());
    }
  }
}
