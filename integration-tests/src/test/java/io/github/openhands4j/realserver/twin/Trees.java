package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.model.OpenWord;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes trees of maps, lists, texts, numbers, truth values and nulls of what a call gave or threw.
 * Of a record every component shows by its name, so nothing can be forgotten.
 */
final class Trees {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Words words;

  Trees(Words words) {
    this.words = words;
  }

  /** The tree of an answer. */
  @Nullable Object of(@Nullable Object answer) {
    if (answer == null || answer instanceof Boolean || answer instanceof Number) {
      return answer;
    }
    if (answer instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    }
    if (answer instanceof Instant) {
      return "<time>";
    }
    if (answer instanceof Secret) {
      return "<key>";
    }
    if (answer instanceof OpenWord word) {
      return word.value();
    }
    if (answer instanceof List<?> list) {
      return ofAll(list);
    }
    if (answer instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    return answer instanceof Record record ? ofRecord(record) : words.plain(answer.toString());
  }

  /** The tree of an exception: what a caller can tell one from another by, without the message. */
  Map<String, @Nullable Object> thrown(Throwable thrown) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("type", thrown.getClass().getSimpleName());
    if (thrown instanceof V0Exception failure) {
      tree.put("status", failure.status());
      tree.put("code", failure.code().id());
      tree.put("body", ofBody(failure.body()));
    }
    if (thrown instanceof V0StartOutcomeUnknownException unknown) {
      tree.put("conversationId", of(unknown.conversationId()));
    }
    return tree;
  }

  private Object ofBody(String body) {
    try {
      Object json = JSON.convertValue(JSON.readTree(body), Object.class);
      if (json instanceof Map<?, ?> map) {
        return ofMap(map);
      }
      return json instanceof List<?> list
          ? ofAll(list)
          : words.plain(body); // a bare text keeps its quotes
    } catch (JsonProcessingException | IllegalArgumentException plainText) {
      return words.plain(body);
    }
  }

  private Map<String, @Nullable Object> ofMap(Map<?, ?> map) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    map.forEach((key, value) -> tree.put(String.valueOf(key), of(value)));
    return tree;
  }

  private List<@Nullable Object> ofAll(List<?> list) {
    List<@Nullable Object> trees = new ArrayList<>();
    list.forEach(element -> trees.add(of(element)));
    return trees;
  }

  private Map<String, @Nullable Object> ofRecord(Record record) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        tree.put(component.getName(), of(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return tree;
  }

  /** A tree as one line of JSON. */
  static String json(@Nullable Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
