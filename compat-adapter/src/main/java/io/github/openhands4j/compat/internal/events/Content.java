package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts and images of messages and results, in all shapes that V1 ever wrote them in. */
final class Content {

  private Content() {}

  /** The texts of a list of content parts, joined by line ends; a bare text is itself. */
  static String text(Fields holder, String name) {
    if (holder.get(name) instanceof String bare) {
      return bare;
    }
    List<String> texts = new ArrayList<>();
    for (Object part : holder.list(name)) {
      String text = part instanceof String bare ? bare : Fields.of(part).text("text");
      if (text != null) {
        texts.add(text);
      }
    }
    return String.join("\n", texts);
  }

  /** The images of a list of content parts. */
  static List<String> images(Fields holder, String name) {
    List<String> images = new ArrayList<>();
    for (Fields part : holder.objects(name)) {
      for (Object url : part.list("image_urls")) {
        if (url instanceof String text) {
          images.add(text);
        }
      }
    }
    return images;
  }

  /**
   * The text of a result. Before release 1.0 it was in {@code output}, or else in {@code error}.
   */
  static String ofResult(Fields observation) {
    if (observation.get("content") != null) {
      return text(observation, "content");
    }
    String output = observation.textOrEmpty("output");
    return output.isEmpty() ? observation.textOrEmpty("error") : output;
  }

  /** Whether a result says that something went wrong. */
  static boolean isError(Fields observation) {
    return observation.is("is_error") || !observation.textOrEmpty("error").isEmpty();
  }

  /** The thoughts before an action; only the first action of an answer has them. */
  static String thought(V1Event action) {
    return text(action.fields(), "thought");
  }

  /** The first of two texts that is there, else an empty one. */
  static String either(@Nullable String first, String second) {
    return Objects.requireNonNullElse(first, second);
  }
}
