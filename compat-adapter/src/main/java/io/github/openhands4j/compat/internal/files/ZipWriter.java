package io.github.openhands4j.compat.internal.files;

import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** Writes a zip file, and can be left before its end. Not thread-safe. */
final class ZipWriter extends ZipOutputStream {

  ZipWriter(OutputStream out) {
    super(out);
  }

  /** Gives back the memory outside the heap and writes nothing; what was begun stays unfinished. */
  void abandon() {
    def.end();
  }
}
