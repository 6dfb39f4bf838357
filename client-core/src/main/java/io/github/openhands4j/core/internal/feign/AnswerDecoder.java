package io.github.openhands4j.core.internal.feign;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Response;
import feign.codec.Decoder;
import io.github.openhands4j.core.StreamedAnswer;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads JSON, or hands an answer on as it arrives, as the operation wants it. */
final class AnswerDecoder implements Decoder {

  private final JsonDecoder json;

  AnswerDecoder(ObjectMapper mapper) {
    this.json = new JsonDecoder(mapper);
  }

  @Override
  public @Nullable Object decode(Response response, Type type) {
    return type == StreamedAnswer.class ? OpenAnswer.of(response) : json.decode(response, type);
  }
}
