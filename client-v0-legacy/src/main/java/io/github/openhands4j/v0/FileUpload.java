package io.github.openhands4j.v0;

import java.util.Objects;

/**
 * A file to be stored in the workspace of a conversation. Immutable.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public final class FileUpload {

  private final String name;
  private final byte[] content;

  private FileUpload(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * A file.
   *
   * @param name its name in the workspace, not blank
   * @param content its bytes, copied
   * @return the file
   */
  public static FileUpload of(String name, byte[] content) {
    if (Objects.requireNonNull(name, "name").isBlank()) {
      throw new IllegalArgumentException("The name of a file must not be blank.");
    }
    return new FileUpload(name, content.clone());
  }

  /**
   * Its name in the workspace.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Its bytes.
   *
   * @return a copy
   */
  public byte[] content() {
    return content.clone();
  }

  /**
   * Names the harmless parts only.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "FileUpload[name=" + name + ", bytes=" + content.length + "]";
  }
}
