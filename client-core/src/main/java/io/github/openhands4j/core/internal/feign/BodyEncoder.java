package io.github.openhands4j.core.internal.feign;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestTemplate;
import feign.codec.Encoder;
import feign.jackson.JacksonEncoder;
import io.github.openhands4j.core.FilePart;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Writes bodies: files as a form with one field, anything else as JSON. */
final class BodyEncoder implements Encoder {

  private final Encoder json;

  BodyEncoder(ObjectMapper mapper) {
    this.json = new JacksonEncoder(mapper);
  }

  @Override
  public void encode(Object body, Type type, RequestTemplate template) {
    if (body instanceof FilePart file) {
      encode(new FileForm("file", List.of(file)), template);
    } else if (body instanceof FileForm form) {
      encode(form, template);
    } else {
      json.encode(body, type, template);
    }
  }

  private static void encode(FileForm form, RequestTemplate template) {
    String boundary = "openhands4j-" + UUID.randomUUID();
    template.removeHeader("Content-Type");
    template.header("Content-Type", "multipart/form-data; boundary=" + boundary);
    template.body(bytes(form, boundary), null);
  }

  static byte[] bytes(FileForm files, String boundary) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (FilePart file : files.files()) {
      form.writeBytes(
          utf8(
              "--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\""
                  + files.field()
                  + "\"; filename=\""
                  + quoted(file.name())
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
      form.writeBytes(file.content());
      form.writeBytes(utf8("\r\n"));
    }
    form.writeBytes(utf8("--" + boundary + "--\r\n"));
    return form.toByteArray();
  }

  /** As browsers write names: a quote or a line end would end the header. */
  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("%22");
                case '\r' -> quoted.append("%0D");
                case '\n' -> quoted.append("%0A");
                default -> quoted.append((char) c);
              }
            });
    return quoted.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
