package io.github.openhands4j.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code multipart/form-data}, one byte a character so that no byte is lost. */
final class MultipartBody {

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data;.*?boundary=\"?([^\";]+)\"?.*", Pattern.CASE_INSENSITIVE);

  private MultipartBody() {}

  /**
   * The content of the part with a name, if the body is well formed and has one that is a file.
   *
   * @param type the content type, with the boundary
   */
  static Optional<byte[]> file(@Nullable String type, byte[] body, String name) {
    Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
    if (!boundary.matches()) {
      return Optional.empty();
    }
    String mark = "\r\n--" + boundary.group(1);
    String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(mark); at >= 0; ) {
      int start = at + mark.length();
      int next = text.indexOf(mark, start);
      int head = text.indexOf("\r\n\r\n", start);
      if (next < 0 || head < 0 || head + 4 > next) {
        return Optional.empty();
      }
      if (isFile(text.substring(start, head), name)) {
        return Optional.of(text.substring(head + 4, next).getBytes(StandardCharsets.ISO_8859_1));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static boolean isFile(String headers, String name) {
    return Pattern.compile(
                "content-disposition:\\s*form-data;.*\\bname=\"?"
                    + Pattern.quote(name)
                    + "\"?(;|\\s|$)",
                Pattern.CASE_INSENSITIVE)
            .matcher(headers)
            .find()
        && headers.contains("filename");
  }
}
