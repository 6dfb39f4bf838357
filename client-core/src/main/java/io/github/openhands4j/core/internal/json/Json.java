package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.openhands4j.model.Page;
import java.time.Instant;

/**
 * The one JSON set-up: forgiving about what the server adds, strict about size, depth and form. No
 * types are named by JSON.
 */
public final class Json {

  static final int MAX_DEPTH = 200;
  private static final int MAX_NUMBER = 1_000;
  private static final int MAX_NAME = 50_000;

  private Json() {}

  /**
   * A mapper for answers of a bounded size.
   *
   * @param maxBytes the largest document
   * @return a mapper, to be shared and not changed
   */
  public static ObjectMapper mapper(long maxBytes) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxDocumentLength(maxBytes)
            .maxTokenCount(maxBytes)
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER)
            .maxNameLength(MAX_NAME)
            .maxStringLength((int) Math.min(maxBytes, Integer.MAX_VALUE))
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits).build();
    SimpleModule forms = new SimpleModule("openhands4j");
    forms.addDeserializer(Instant.class, new LenientInstantDeserializer());
    forms.addSerializer(Instant.class, new InstantTextSerializer());
    forms.addDeserializer(Rows.class, new RowsDeserializer(TypeFactory.unknownType()));
    forms.addDeserializer(Page.class, new PageDeserializer(TypeFactory.unknownType()));
    return JsonMapper.builder(factory)
        .addModule(forms)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .build();
  }
}
