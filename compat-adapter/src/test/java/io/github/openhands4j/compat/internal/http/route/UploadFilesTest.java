package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST …/upload-files}. */
class UploadFilesTest {

  private static final String UPLOAD = "/api/conversations/" + MemoryV0Client.ID + "/upload-files";

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] part(String disposition, byte[] content) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.write(
        ("--b\r\nContent-Disposition: " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    part.write(content);
    part.write(latin("\r\n"));
    return part.toByteArray();
  }

  private static byte[] form(byte[]... parts) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      form.write(part);
    }
    form.write(latin("--b--\r\n"));
    return form.toByteArray();
  }

  private static String send(RouterWorld world, byte[] body) throws IOException {
    Map<String, List<String>> headers =
        Map.of(
            "Authorization",
            List.of("Bearer " + RouterWorld.KEY),
            "Content-Type",
            List.of("multipart/form-data; boundary=\"b\""));
    try (V0Response answer =
        world
            .router()
            .answer(new V0Request("POST", UPLOAD, headers, new ByteArrayInputStream(body)))) {
      return answer.status()
          + " "
          + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void bytesOfEachFileAreKept() throws IOException {
    long seed = 20251124;
    System.out.println("seed " + seed);
    byte[] content = new byte[400];
    new Random(seed).nextBytes(content);
    byte[] tricky = latin("\r\n--\r\n-b\r\n--");
    try (RouterWorld world = new RouterWorld(MemoryV0Client::new)) {
      String answer =
          send(
              world,
              form(
                  part("form-data; name=\"files\"; filename=\"a\\\"ü.bin\"", content),
                  part("form-data; name=other", latin("x")),
                  part("form-data; name=\"files\"; filename=b", tricky),
                  part("form-data; name=\"files\"; filename=empty", new byte[0])));

      assertThat(answer)
          .isEqualTo(
              "200 {\"uploaded_files\":[\"/workspace/a\\\"ü.bin\",\"/workspace/b\","
                  + "\"/workspace/empty\"],\"skipped_files\":[]}");
      assertThat(world.client().workspace().content("a\"ü.bin")).isEqualTo(content);
      assertThat(world.client().workspace().content("b")).isEqualTo(tricky);
      assertThat(world.client().workspace().content("empty")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "filename*=utf-8''%C3%A9.txt",
        "filename*=UTF-8'fr'%c3%a9.txt",
        "filename*=\"utf-8''%C3%A9.txt\"",
        "filename*=iso-8859-1''%E9.txt",
        "filename=\"a.txt\"; filename*=utf-8''%C3%A9.txt",
        "filename*=utf-8''%C3%A9.txt; filename=\"a.txt\"",
        "filename*=utf-8''%E9.txt; filename=é.txt",
        "filename*=utf-8''%zz.txt; filename=é.txt",
        "filename*=utf-8''a%; filename=é.txt",
        "filename*=utf-7''a; filename=é.txt",
        "filename*=a.txt; filename=é.txt"
      })
  void nameOfAFileMayBeEncodedAndAMalformedOneIsNone(String parameters) throws IOException {
    try (RouterWorld world = new RouterWorld(MemoryV0Client::new)) {
      String answer = send(world, form(part("form-data; name=files; " + parameters, latin("x"))));

      assertThat(answer)
          .isEqualTo("200 {\"uploaded_files\":[\"/workspace/é.txt\"],\"skipped_files\":[]}");
      assertThat(world.client().workspace().content("é.txt")).isEqualTo(latin("x"));
    }
  }

  static Stream<Arguments> refused() throws IOException {
    byte[] whole = form(part("form-data; name=files; filename=a", latin("content")));
    String broken = "400 {\"detail\":\"There was an error parsing the body\"}";
    return Stream.of(
        arguments(new byte[0], broken),
        arguments(latin("--b"), broken),
        arguments(Arrays.copyOf(whole, whole.length - 12), broken),
        arguments(latin("x--b\r\n"), broken),
        arguments(
            form(part("form-data", latin("x"))),
            "400 {\"detail\":\"The Content-Disposition header field \\\"name\\\" must be"
                + " provided.\"}"),
        arguments(
            form(part("form-data; name=files", latin("text"))),
            "422 {\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"files\",0],"
                + "\"msg\":\"Value error, Expected UploadFile, received: <class 'str'>\","
                + "\"input\":\"text\",\"ctx\":{\"error\":{}}}]}"),
        arguments(
            form(part("form-data; name=files; filename*=utf-8''%", latin("text"))),
            "422 {\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"files\",0],"
                + "\"msg\":\"Value error, Expected UploadFile, received: <class 'str'>\","
                + "\"input\":\"text\",\"ctx\":{\"error\":{}}}]}"),
        arguments(
            form(part("form-data; name=file; filename=a", latin("x"))),
            "422 {\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"files\"],"
                + "\"msg\":\"Field required\",\"input\":null}]}"),
        arguments(
            form(part("form-data; name=files; filename=a", new byte[1_000])),
            "413 {\"detail\":\"The body is larger than 1000 bytes.\"}"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void formsThatAreCutOrHoldNoFileAreRefusedAsAWhole(byte[] form, String answer)
      throws IOException {
    try (RouterWorld world = new RouterWorld(MemoryV0Client::new)) {
      assertThat(send(world, form)).isEqualTo(answer);
      assertThat(world.clients()).isEmpty();
    }
  }
}
