package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole answers of one type. Lists and pages are read at once, and only if that finds a row
 * of another form once more, row by row, so that it does not spoil the others. Thread-safe.
 */
public final class AnswerReader {

  private final ObjectReader reader;
  private final @Nullable ObjectReader atOnce;
  private final boolean lazy;

  private AnswerReader(ObjectReader reader, @Nullable ObjectReader atOnce, boolean lazy) {
    this.reader = reader;
    this.atOnce = atOnce;
    this.lazy = lazy;
  }

  /**
   * A reader.
   *
   * @param mapper the JSON set-up
   * @param type what an operation returns; a list is read as {@link Rows}
   * @return the reader
   */
  public static AnswerReader of(ObjectMapper mapper, Type type) {
    JavaType wanted = mapper.constructType(type);
    if (wanted.hasRawClass(LazyPage.class)) {
      return new AnswerReader(mapper.readerFor(wanted.containedType(0)), null, true);
    }
    boolean list = wanted.hasRawClass(List.class);
    ObjectReader reader =
        mapper.readerFor(
            list
                ? mapper
                    .getTypeFactory()
                    .constructParametricType(Rows.class, wanted.getContentType())
                : wanted);
    boolean hasRows = list || wanted.hasRawClass(Page.class);
    return new AnswerReader(
        reader, hasRows ? reader.withAttribute(RowsDeserializer.AT_ONCE, true) : null, false);
  }

  /**
   * Reads an answer.
   *
   * @param body all of it
   * @param isWhole whether nothing of it can be missing; else a page that is read row by row is
   *     looked through first
   * @param failure what to throw later, when a page that is read row by row turns out not to be the
   *     expected JSON
   * @return the value; null for the JSON literal
   * @throws IOException if the body is not the expected JSON
   */
  public @Nullable Object read(
      byte[] body, boolean isWhole, Function<IOException, OpenHandsException> failure)
      throws IOException {
    if (lazy) {
      if (!isWhole) {
        lookThrough(body);
      }
      return new LazyPage<>(reader, body, failure);
    }
    if (atOnce != null) {
      try {
        return atOnce.readValue(body);
      } catch (JsonMappingException oddRow) {
        return reader.readValue(body);
      }
    }
    return reader.readValue(body);
  }

  private void lookThrough(byte[] body) throws IOException {
    try (JsonParser parser = reader.getFactory().createParser(body)) {
      parser.nextToken();
      parser.skipChildren();
    }
  }
}
