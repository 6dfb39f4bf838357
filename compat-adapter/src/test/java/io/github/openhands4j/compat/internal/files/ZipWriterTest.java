package io.github.openhands4j.compat.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class ZipWriterTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ZipWriter zip = new ZipWriter(out);

  @Test
  void whatIsAbandonedWritesNothingAndHoldsNoMemoryOutsideTheHeap() throws IOException {
    zip.putNextEntry(new ZipEntry("a"));
    int written = out.size();

    zip.abandon();
    zip.abandon();

    assertThat(out.size()).isEqualTo(written);
    assertThatThrownBy(() -> zip.write(new byte[] {1}))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Deflater has been closed");
  }

  @Test
  void whatIsWholeCanBeAbandonedToo() throws IOException {
    zip.putNextEntry(new ZipEntry("a"));
    zip.close();
    int written = out.size();

    zip.abandon();

    assertThat(out.size()).isEqualTo(written);
  }
}
