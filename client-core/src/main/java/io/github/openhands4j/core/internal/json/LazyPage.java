package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.openhands4j.core.OpenHandsException;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one page, each made of the page's bytes when it is asked for, so that a long walk
 * holds one row at a time. What is no page is refused when it is made; JSON that breaks off later,
 * when the walk comes there, and whenever it goes on. Rows of another form are left out, and their
 * number is logged. For one thread.
 *
 * @param <T> the type of a row
 */
public final class LazyPage<T> implements Iterator<T> {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  private final ObjectReader rows;
  private final Function<IOException, OpenHandsException> failure;
  private final JsonParser parser;
  private @Nullable T next;
  private @Nullable String nextPageToken;
  private @Nullable JsonStreamContext list;
  private @Nullable MappingIterator<T> values; // what Jackson sets up once for all rows
  private int oddRows;
  private boolean ended;
  private @Nullable IOException broken;

  /**
   * A page.
   *
   * @param rows reads a row
   * @param body the whole answer
   * @param failure what to throw when it turns out not to be the expected JSON
   * @throws IOException if it is no page, or no JSON up to its first row that can be read
   */
  LazyPage(ObjectReader rows, byte[] body, Function<IOException, OpenHandsException> failure)
      throws IOException {
    this.rows = rows.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.failure = failure;
    this.parser = rows.getFactory().createParser(body);
    expect(parser.nextToken() == JsonToken.START_OBJECT, "a page is an object");
    find();
  }

  @Override
  public boolean hasNext() {
    if (broken == null) {
      try {
        find();
      } catch (IOException e) {
        broken = e;
      }
    }
    if (broken != null) {
      throw failure.apply(broken);
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T row = Objects.requireNonNull(next);
    next = null;
    return row;
  }

  /**
   * The token of the page after this one.
   *
   * @return null on the last page, and while rows are left
   */
  public @Nullable String nextPageToken() {
    return ended ? nextPageToken : null;
  }

  private void find() throws IOException {
    while (next == null && !ended) {
      if (list != null) {
        item(list);
      } else {
        field();
      }
    }
  }

  private void field() throws IOException {
    String name = parser.nextFieldName();
    if (name == null) {
      end();
      return;
    }
    JsonToken value = parser.nextToken();
    switch (value == JsonToken.VALUE_NULL ? "" : name) {
      case "items" -> {
        expect(value == JsonToken.START_ARRAY, "items are a list");
        list = parser.getParsingContext();
      }
      case "next_page_id" -> {
        expect(value.isScalarValue(), "next_page_id is a text");
        nextPageToken = parser.getText();
      }
      default -> parser.skipChildren();
    }
  }

  private void end() throws IOException {
    expect(parser.nextToken() == null, "nothing follows a page");
    parser.close();
    ended = true;
  }

  private void expect(boolean fulfilled, String what) throws IOException {
    if (!fulfilled) {
      throw MismatchedInputException.from(parser, LazyPage.class, what);
    }
  }

  private void item(JsonStreamContext items) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      list = null;
      warnOfOddRows();
    } else if (token != JsonToken.VALUE_NULL) {
      MappingIterator<T> before = values;
      MappingIterator<T> reading = before == null ? rows.readValues(parser) : before;
      values = null; // after a failure it would skip a row
      try {
        next = reading.nextValue();
        values = reading;
      } catch (JsonMappingException otherForm) {
        if (otherForm.getCause() instanceof JsonParseException noJson) {
          throw noJson;
        }
        oddRows++;
        leave(items);
      }
    }
  }

  /** Goes to the end of the row that the parser stands in. */
  private void leave(JsonStreamContext items) throws IOException {
    while (parser.getParsingContext() != items) {
      expect(parser.nextToken() != null, "a row ends");
    }
  }

  private void warnOfOddRows() {
    if (oddRows > 0) {
      LOG.warn("rows that cannot be read are left out of a page [rows={}]", oddRows);
      oddRows = 0;
    }
  }
}
