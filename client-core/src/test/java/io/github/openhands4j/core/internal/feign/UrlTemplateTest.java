package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.MethodMetadata;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import feign.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs of reads are those that Feign would make, but for what Feign takes as encoded already. */
class UrlTemplateTest {

  /** Every form in which operations of this library take arguments. */
  interface Routes {

    @RequestLine("GET /plain")
    Object plain();

    @RequestLine("GET /a/{id}/b/{other}?x={x}&ids={ids}&n={n}")
    Object parts(
        @Param("id") String id,
        @Param("other") String other,
        @Param("x") @Nullable String x,
        @Param("ids") @Nullable List<@Nullable String> ids,
        @Param("n") @Nullable Integer n);

    @RequestLine(value = "GET /secrets/{name}", decodeSlash = false)
    Object oneSegment(@Param("name") String name);

    @RequestLine("GET /changes/{path}")
    Object file(@Param(value = "path", expander = AbsolutePath.class) String path);

    @RequestLine("GET /search/{id}?limit={limit}")
    Object search(
        @Param("id") String id,
        @Param("limit") @Nullable Integer limit,
        @QueryMap Map<String, @Nullable Object> query);
  }

  private static final String ALPHABET = "aZ09-._~ /?#[]@!$&'()*+,;=:{}\"<>\\^`|é€😀";

  private final List<String> sentByFeign = new ArrayList<>();
  private final Map<String, UrlTemplate> templates = new LinkedHashMap<>();
  private final Routes feign =
      Feign.builder()
          .client(
              (request, options) -> {
                sentByFeign.add(request.url());
                return Response.builder().request(request).status(200).headers(Map.of()).build();
              })
          .contract(new UrlContract())
          .decoder((response, type) -> "")
          .target(new ServerTarget<>(Routes.class, ""));

  @BeforeEach
  void read() {
    for (MethodMetadata operation : new UrlContract().parseAndValidateMetadata(Routes.class)) {
      templates.put(operation.method().getName(), UrlTemplate.of(operation));
    }
  }

  private String url(String operation, @Nullable Object... arguments) {
    return Objects.requireNonNull(templates.get(operation)).fill(arguments);
  }

  private void isAsFeignMakesIt(String operation, @Nullable Object... arguments) throws Exception {
    Method method =
        Arrays.stream(Routes.class.getMethods())
            .filter(one -> one.getName().equals(operation))
            .findFirst()
            .orElseThrow();
    method.invoke(feign, arguments);

    assertThat(url(operation, arguments)).isEqualTo(sentByFeign.get(sentByFeign.size() - 1));
  }

  @Test
  void urlsAreThoseThatFeignMakes() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("UrlTemplateTest: -Dseed=" + seed);
    Random random = new Random(seed);
    isAsFeignMakesIt("plain");
    for (int round = 0; round < 2_000; round++) {
      isAsFeignMakesIt(
          "parts",
          text(random),
          text(random),
          random.nextBoolean() ? text(random) : null,
          random.nextBoolean() ? Arrays.asList(text(random), null, text(random)) : null,
          random.nextBoolean() ? random.nextInt() : null);
      isAsFeignMakesIt("oneSegment", text(random));
      isAsFeignMakesIt("file", "/" + text(random).replaceAll("[./\\\\]", "x"));
      Map<String, @Nullable Object> query = new LinkedHashMap<>();
      query.put("first", text(random).replace("/", ""));
      query.put("list", List.of("a,b", 7L, true));
      query.put("none", null);
      isAsFeignMakesIt("search", text(random), random.nextBoolean() ? 5 : null, query);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("t"); // Feign has no "=" for what is empty
    int length = random.nextInt(12);
    int[] alphabet = ALPHABET.codePoints().toArray();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({"50%25, 50%2525", "%2e%2e, %252e%252e", "%, %25", "a%2Fb, a%252Fb", "%41, %2541"})
  void whatLooksEncodedIsText(String value, String encoded) throws Exception {
    assertThat(url("oneSegment", value)).isEqualTo("/secrets/" + encoded);
    assertThat(url("parts", value, value, value, List.of(value), null))
        .isEqualTo("/a/%s/b/%s?x=%s&ids=%s".replace("%s", encoded));
    assertThat(url("search", "id", null, Map.of(value, value)))
        .isEqualTo("/search/id?" + encoded + "=" + encoded);
    isAsFeignMakesIt("oneSegment", value);
    isAsFeignMakesIt("parts", value, value, value, List.of(value), null);
  }

  @Test
  void emptyTextsAreSentAndEmptyListsAreNot() {
    assertThat(url("parts", "i", "o", "", List.of(), null)).isEqualTo("/a/i/b/o?x=");
    assertThat(url("search", "i", null, Map.of("q", "", "l", List.of()))).isEqualTo("/search/i?q=");
  }

  @Test
  void slashesInMapsStayEncoded() {
    assertThat(url("search", "a/b", null, Map.of("q", "a/b"))).isEqualTo("/search/a/b?q=a%2Fb");
  }

  @Test
  void mapsOfParametersAreForReads() {
    assertThatThrownBy(() -> new UrlContract().parseAndValidateMetadata(WriteWithMap.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("write");
  }

  interface WriteWithMap {
    @RequestLine("DELETE /things")
    void write(@QueryMap Map<String, Object> query);
  }

  @Test
  void arraysAreLists() {
    assertThat(url("search", "i", 3, Map.of("l", new String[] {"a", "b"})))
        .isEqualTo("/search/i?limit=3&l=a&l=b");
  }

  @Test
  void pathsHaveNoHoles() {
    assertThatThrownBy(() -> url("parts", null, "o", null, null, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("id");
  }
}
