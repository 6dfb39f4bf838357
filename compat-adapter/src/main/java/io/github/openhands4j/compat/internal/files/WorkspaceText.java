package io.github.openhands4j.compat.internal.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file, as V0 showed it; pure. */
final class WorkspaceText {

  private WorkspaceText() {}

  /**
   * The text.
   *
   * @param bytes the whole file
   * @return its text with line ends as Python reads them; empty if it is binary: not UTF-8, or with
   *     a NUL
   */
  static Optional<String> of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
