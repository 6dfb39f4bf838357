package io.github.openhands4j.core.internal.feign;

import io.github.openhands4j.core.FilePart;
import java.util.List;

/**
 * A form of files, as a body.
 *
 * @param field the name of the field that each of them is
 * @param files the files, possibly none
 */
public record FileForm(String field, List<FilePart> files) {

  /** Copies the list. */
  public FileForm {
    files = List.copyOf(files);
  }
}
