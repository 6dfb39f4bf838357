package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers as the types that callers see. Keys that are not known are kept; an answer that
 * lacks what V0 always sends is none of V0's and refused, so that it never looks like an empty one.
 * {@code call} names what was asked in the failure's message. Thread-safe.
 */
final class Shapes {

  private static final int LONGEST_TEXT = 256 * 1024 * 1024;

  private final ObjectMapper mapper;
  private final ObjectReader trees;
  private final JsonFactory endless;

  /**
   * Reads with a set-up of its own for JSON without a type.
   *
   * @param mapper the JSON set-up, which stays as it is
   */
  Shapes(ObjectMapper mapper) {
    this.mapper =
        mapper
            .copy()
            .registerModule(
                new SimpleModule("openhands4j-plain")
                    .addDeserializer(Object.class, new PlainValues()));
    this.trees =
        mapper.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    StreamReadConstraints limits = mapper.getFactory().streamReadConstraints();
    this.endless =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.getMaxNestingDepth())
                    .maxNumberLength(limits.getMaxNumberLength())
                    .maxNameLength(limits.getMaxNameLength())
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();
  }

  /** A parser for a document of any length, of which one part is held at a time. */
  JsonParser parser(InputStream document) throws IOException {
    return endless.createParser(document);
  }

  /** The value that a parser stands on. */
  JsonNode tree(JsonParser parser) throws IOException {
    return trees.readValue(parser);
  }

  /** An object that has certain keys, null or not. */
  <T> T object(String call, JsonNode answer, Class<T> type, String... keys) {
    requireKeys(call, answer, keys);
    try {
      return Answers.present(call, mapper.treeToValue(answer, type));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw unlike(call, e);
    }
  }

  /** A list of objects, each with certain keys. */
  <T> List<T> list(String call, JsonNode answer, Class<T> type, String... keys) {
    requireArray(call, answer);
    List<T> list = new ArrayList<>(answer.size());
    answer.forEach(element -> list.add(object(call, element, type, keys)));
    return Collections.unmodifiableList(list);
  }

  /** A list of texts; numbers are taken as texts, too. */
  List<String> texts(String call, JsonNode answer) {
    requireArray(call, answer);
    List<String> texts = new ArrayList<>(answer.size());
    for (JsonNode element : answer) {
      if (!element.isTextual() && !element.isNumber()) {
        throw Answers.unexpected(call);
      }
      texts.add(element.asText());
    }
    return Collections.unmodifiableList(texts);
  }

  /** A text. */
  String text(String call, JsonNode answer) {
    if (!answer.isTextual()) {
      throw Answers.unexpected(call);
    }
    return answer.textValue();
  }

  /** True or false. */
  boolean truth(String call, JsonNode answer) {
    if (!answer.isBoolean()) {
      throw Answers.unexpected(call);
    }
    return answer.booleanValue();
  }

  /** Any object that has certain keys, as plain Java. */
  Map<String, @Nullable Object> map(String call, JsonNode answer, String... keys) {
    requireKeys(call, answer, keys);
    return PlainValues.map(answer);
  }

  /** The value of a key that has to be there. */
  JsonNode field(String call, JsonNode answer, String key) {
    requireKeys(call, answer, key);
    return answer.path(key);
  }

  private static void requireArray(String call, JsonNode answer) {
    if (!answer.isArray()) {
      throw Answers.unexpected(call);
    }
  }

  private static void requireKeys(String call, JsonNode answer, String... keys) {
    if (!answer.isObject()) {
      throw Answers.unexpected(call);
    }
    for (String key : keys) {
      if (!answer.has(key)) {
        throw Answers.unexpected(call);
      }
    }
  }

  /** Jackson's own words would repeat the answer. */
  private static UnreadableAnswerException unlike(String call, Exception failure) {
    UnreadableAnswerException unlike = Answers.unexpected(call);
    unlike.addSuppressed(new IllegalArgumentException(failure.getClass().getSimpleName()));
    return unlike;
  }
}
