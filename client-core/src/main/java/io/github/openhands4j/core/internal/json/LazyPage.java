package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
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
 * when the walk comes there. A row of another form is left out, and that is logged. For one thread.
 *
 * @param <T> the type of a row
 */
public final class LazyPage<T> implements Iterator<T> {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  private final ObjectReader rows;
  private final byte[] body;
  private final Function<IOException, OpenHandsException> failure;
  private JsonParser parser;
  private @Nullable T next;
  private @Nullable String nextPageToken;
  private int begun;
  private boolean inItems;
  private boolean ended;

  /**
   * A page.
   *
   * @param rows reads a row
   * @param body the whole answer
   * @param failure what to throw when it turns out not to be the expected JSON
   * @throws IOException if it is no page, or its first row is no JSON
   */
  LazyPage(ObjectReader rows, byte[] body, Function<IOException, OpenHandsException> failure)
      throws IOException {
    this.rows = rows.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.body = body;
    this.failure = failure;
    this.parser = open();
    find();
  }

  @Override
  public boolean hasNext() {
    try {
      find();
      return next != null;
    } catch (IOException e) {
      ended = true;
      nextPageToken = null;
      throw failure.apply(e);
    }
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
      if (inItems) {
        item();
      } else {
        field();
      }
    }
  }

  private JsonParser open() throws IOException {
    JsonParser opened = rows.getFactory().createParser(body);
    if (opened.nextToken() != JsonToken.START_OBJECT) {
      throw MismatchedInputException.from(opened, LazyPage.class, "a page is an object");
    }
    return opened;
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
        inItems = true;
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

  private void item() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      inItems = false;
      return;
    }
    begun++;
    if (token != JsonToken.VALUE_NULL) {
      try {
        next = rows.readValue(parser);
      } catch (JsonMappingException otherForm) {
        goOnAfter(begun);
        LOG.warn(
            "a row that cannot be read is left out [row={}, failure={}]",
            begun - 1,
            JsonFailure.of(otherForm).getMessage());
      }
    }
  }

  /** The parser stands somewhere in a row: another one goes over so many of them from the start. */
  private void goOnAfter(int rowsBefore) throws IOException {
    parser.close();
    parser = open();
    inItems = false;
    while (!inItems) {
      field();
    }
    for (int row = 0; row < rowsBefore; row++) {
      parser.nextToken();
      parser.skipChildren();
    }
  }
}
