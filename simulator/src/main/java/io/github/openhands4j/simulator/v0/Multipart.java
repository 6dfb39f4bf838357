package io.github.openhands4j.simulator.v0;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a form. Its bytes were taken for UTF-8 before, so that binary files come out damaged: the
 * server does the same.
 */
final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

  /** A file of the form. */
  record Part(String field, String fileName, String content) {}

  private Multipart() {}

  static List<Part> of(V0Request request) {
    Matcher boundary = BOUNDARY.matcher(request.header("content-type").orElse(""));
    List<Part> parts = new ArrayList<>();
    if (!boundary.find()) {
      return parts;
    }
    String body = "\r\n" + request.body();
    for (String part : body.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
      int headersEnd = part.indexOf("\r\n\r\n");
      if (headersEnd >= 0) {
        String headers = part.substring(0, headersEnd);
        find(NAME, headers)
            .ifPresent(
                field ->
                    parts.add(
                        new Part(
                            field,
                            find(FILE_NAME, headers).orElse("").replace("%22", "\""),
                            part.substring(headersEnd + 4))));
      }
    }
    return parts;
  }

  private static Optional<String> find(Pattern pattern, String headers) {
    Matcher matcher = pattern.matcher(headers);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
