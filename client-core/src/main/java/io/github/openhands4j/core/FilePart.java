package io.github.openhands4j.core;

import java.util.Objects;

/** A file to be sent as the field {@code file} of a form, byte for byte. Immutable. */
public final class FilePart {

  private final String name;
  private final byte[] content;

  private FilePart(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * A file.
   *
   * @param name the file's name, without a folder; any characters
   * @param content the bytes; copied
   * @return the part
   */
  public static FilePart of(String name, byte[] content) {
    return new FilePart(Objects.requireNonNull(name, "name"), content.clone());
  }

  /**
   * The file's name.
   *
   * @return the name as given
   */
  public String name() {
    return name;
  }

  /**
   * The file's bytes.
   *
   * @return a copy
   */
  public byte[] content() {
    return content.clone();
  }

  @Override
  public String toString() {
    return "FilePart[bytes=" + content.length + "]";
  }
}
