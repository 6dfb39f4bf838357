package io.github.openhands4j.core.internal.feign;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Request;
import feign.Response;
import feign.codec.Decoder;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.http.Operation;
import io.github.openhands4j.core.internal.http.WholeBody;
import io.github.openhands4j.core.internal.json.AnswerReader;
import io.github.openhands4j.core.internal.json.JsonFailure;
import io.github.openhands4j.core.internal.json.Rows;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a successful answer. The content type is looked at first: a web page is named
 * as such and never parsed. An empty body is an error; the JSON literal {@code null} is null. A
 * list is read row by row.
 */
public final class JsonDecoder implements Decoder {

  private final ObjectMapper mapper;
  private final Map<Type, AnswerReader> readers = new ConcurrentHashMap<>();

  /**
   * Creates a decoder.
   *
   * @param mapper the JSON set-up
   */
  public JsonDecoder(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public @Nullable Object decode(Response response, Type type) {
    byte[] body = bytes(response);
    int first = firstOf(body);
    if (first < 0) {
      throw unreadable(response, "the body is empty", null);
    }
    if (first == '<' && !isJson(contentType(response))) {
      String contentType = contentType(response);
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_IS_HTML,
          response.status(),
          named(response)
              + ". The answer is a web page ("
              + (contentType.isEmpty() ? "no content type" : contentType)
              + "), not the API. Check the base URL, and that no login page stands before it.",
          null);
    }
    try {
      Object answer =
          reader(type).read(body, statesLength(response), later -> unexpected(response, later));
      return answer instanceof Rows<?> rows ? rows.of(name(response)) : answer;
    } catch (IOException e) {
      throw unexpected(response, e);
    }
  }

  private static UnreadableAnswerException unexpected(Response response, IOException e) {
    return isCut(response, e)
        ? unreadable(
            ErrorCode.ANSWER_CUT,
            response,
            "the connection ended before its JSON did",
            JsonFailure.of(e))
        : unreadable(response, "the body is not the expected JSON", JsonFailure.of(e));
  }

  private AnswerReader reader(Type type) {
    return readers.computeIfAbsent(type, wanted -> AnswerReader.of(mapper, wanted));
  }

  private static UnreadableAnswerException unreadable(
      Response response, String what, @Nullable Throwable cause) {
    return unreadable(ErrorCode.ANSWER_UNREADABLE, response, what, cause);
  }

  private static UnreadableAnswerException unreadable(
      ErrorCode code, Response response, String what, @Nullable Throwable cause) {
    return new UnreadableAnswerException(
        code, response.status(), named(response) + ", but " + what + ".", cause);
  }

  private static String named(Response response) {
    return name(response).get();
  }

  /** Holds no answer: lists keep it as long as they live. */
  private static Supplier<String> name(Response response) {
    Request request = response.request();
    int status = response.status();
    return () -> Operation.of(request) + " -> " + status;
  }

  /** Only the JSON can tell that an answer of no stated length is not whole. */
  private static boolean isCut(Response response, IOException failure) {
    if (statesLength(response)) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonParseException) {
        return true;
      }
    }
    return false;
  }

  private static boolean statesLength(Response response) {
    return response.headers().containsKey("content-length")
        || response.headers().containsKey("transfer-encoding");
  }

  private static byte[] bytes(Response response) {
    try {
      return WholeBody.of(response);
    } catch (IOException e) {
      throw unreadable(response, "the body cannot be read", e);
    }
  }

  private static int firstOf(byte[] body) {
    for (byte b : body) {
      if (b > ' ') {
        return b;
      }
    }
    return -1;
  }

  private static String contentType(Response response) {
    Collection<String> values = response.headers().getOrDefault("content-type", List.of());
    String value = values.stream().findFirst().orElse("");
    return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/+.-]", "");
  }

  private static boolean isJson(String contentType) {
    return contentType.equals("application/json") || contentType.endsWith("+json");
  }
}
