package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.internal.http.schema.Place;
import io.github.openhands4j.compat.internal.http.schema.Problems;
import io.github.openhands4j.v0.FileUpload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form of several parts ({@code multipart/form-data}), read strictly: what a part holds is kept
 * byte for byte, and a form that is cut or has no end is refused as a whole.
 */
final class UploadForm {

  private static final int MOST_PARTS = 1_000;
  private static final int LONGEST_HEADERS = 8_192;
  private static final int LONGEST_BOUNDARY = 200;
  private static final String LINE_END = "\r\n";
  private static final Place FILES = Place.BODY.at("files");
  private static final Pattern DISPOSITION =
      Pattern.compile(
          "^content-disposition:\\s*form-data\\s*(;.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /**
   * A part of a form: the field's name, the file's name if it is a file, and where its bytes are.
   */
  static final class Part {

    private final String name;
    private final @Nullable String fileName;
    private final byte[] form;
    private final int from;
    private final int end;

    private Part(String name, @Nullable String fileName, byte[] form, int from, int end) {
      this.name = name;
      this.fileName = fileName;
      this.form = form;
      this.from = from;
      this.end = end;
    }

    private byte[] content() {
      return Arrays.copyOfRange(form, from, end);
    }
  }

  private final byte[] form;
  private final byte[] delimiter;
  private int at;

  private UploadForm(byte[] form, String boundary) {
    this.form = form;
    this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The files of a form, or problems. */
  static List<FileUpload> read(@Nullable Object parts, Problems problems) {
    List<FileUpload> files = new ArrayList<>();
    int count = 0;
    if (parts instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Part part && part.name.equals("files")) {
          read(part, FILES.at(count++), files, problems);
        }
      }
    }
    if (count == 0) {
      problems.missing(FILES, null);
    }
    return files;
  }

  private static void read(Part part, Place place, List<FileUpload> files, Problems problems) {
    if (part.fileName == null) {
      problems.ruled(
          place,
          "Expected UploadFile, received: <class 'str'>",
          new String(part.content(), StandardCharsets.UTF_8));
    } else if (part.fileName.isBlank()) {
      problems.ruled(place, "Expected a file with a name", part.fileName);
    } else {
      files.add(FileUpload.of(part.fileName, part.content()));
    }
  }

  /** The parts of a form; refuses what is not one. */
  static List<Part> parse(String contentType, byte[] form) {
    String boundary = HeaderParameters.find(contentType, "boundary").orElse("");
    if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw new Refusal(Answers.detail(400, "Missing boundary in multipart."));
    }
    return new UploadForm(form, boundary).parts();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    at = find(delimiter, 0);
    boolean first = at == 0 || (at > 1 && isLineEnd(at - 2));
    if (!first) {
      throw RequestBody.unreadable();
    }
    at += delimiter.length;
    while (!startsWith("--")) {
      if (parts.size() == MOST_PARTS) {
        throw new Refusal(
            Answers.detail(400, "Too many files. Maximum number of files is " + MOST_PARTS + "."));
      }
      parts.add(part());
    }
    return parts;
  }

  private Part part() {
    while (startsWith(" ") || startsWith("\t")) {
      at++;
    }
    if (!startsWith(LINE_END)) {
      throw RequestBody.unreadable();
    }
    int headersEnd = find((LINE_END + LINE_END).getBytes(StandardCharsets.ISO_8859_1), at);
    if (headersEnd < 0 || headersEnd - at > LONGEST_HEADERS) {
      throw RequestBody.unreadable();
    }
    String headers = new String(form, at, headersEnd - at, StandardCharsets.UTF_8);
    int from = headersEnd + 2 * LINE_END.length();
    int end = contentEnd(from);
    at = end + LINE_END.length() + delimiter.length;
    return part(headers, from, end);
  }

  private Part part(String headers, int from, int end) {
    Matcher disposition = DISPOSITION.matcher(headers);
    String parameters = disposition.find() ? disposition.group(1) : "";
    String name =
        HeaderParameters.find(parameters, "name")
            .orElseThrow(
                () ->
                    new Refusal(
                        Answers.detail(
                            400,
                            "The Content-Disposition header field \"name\" must be"
                                + " provided.")));
    return new Part(name, fileName(parameters), form, from, end);
  }

  /** The extended form comes first, wherever it stands, as in V0. */
  private static @Nullable String fileName(String parameters) {
    return HeaderParameters.find(parameters, "filename*")
        .flatMap(ExtendedValue::decode)
        .or(() -> HeaderParameters.find(parameters, "filename"))
        .orElse(null);
  }

  private int contentEnd(int from) {
    byte[] end = new byte[LINE_END.length() + delimiter.length];
    end[0] = '\r';
    end[1] = '\n';
    System.arraycopy(delimiter, 0, end, LINE_END.length(), delimiter.length);
    int found = find(end, from);
    if (found < 0) {
      throw RequestBody.unreadable();
    }
    return found;
  }

  private boolean isLineEnd(int index) {
    return form[index] == '\r' && form[index + 1] == '\n';
  }

  private boolean startsWith(String text) {
    return matches(text.getBytes(StandardCharsets.ISO_8859_1), at);
  }

  private int find(byte[] sought, int from) {
    for (int i = from; i <= form.length - sought.length; i++) {
      if (matches(sought, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] sought, int index) {
    if (index + sought.length > form.length) {
      return false;
    }
    for (int i = 0; i < sought.length; i++) {
      if (form[index + i] != sought[i]) {
        return false;
      }
    }
    return true;
  }
}
