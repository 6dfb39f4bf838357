package io.github.openhands4j.compat.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZippedTarTest {

  private final TarBytes tar = new TarBytes();
  private final List<String> opened = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> unzip(InputStream stream) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(stream)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private Map<String, byte[]> repacked() throws IOException {
    return unzip(new ZippedTar(new ByteArrayInputStream(zipped(tar.bytes())), this::again));
  }

  private InputStream again(String path) {
    opened.add(path);
    return new ByteArrayInputStream(text("content of " + path)) {
      @Override
      public void close() {
        closed.add(path);
      }
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void filesComeOutByteForByteWithPathsFromTheArchivedFolder() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    tar.folder("project/")
        .file("project/a.txt", text("hello"))
        .file("project/src/noise.bin", noise);
    tar.file("project/empty", new byte[0]);

    assertThat(repacked())
        .hasSize(3)
        .containsEntry("a.txt", text("hello"))
        .containsEntry("src/noise.bin", noise)
        .containsEntry("empty", new byte[0]);
  }

  @Test
  void archiveOfTheCurrentFolderHasTheSamePaths() throws IOException {
    tar.folder("./").file("./a/b", text("x"));

    assertThat(repacked()).containsOnlyKeys("a/b");
  }

  @Test
  void longAndForeignNamesSurviveInBothFormats() throws IOException {
    String deep = "project/" + "ordner-ü/".repeat(40) + "datei.txt";
    tar.pax(deep, text("pax")).gnu(deep + "2", text("gnu")).prefixed("project/p", "q", text("old"));

    assertThat(repacked())
        .containsEntry(deep.substring(8), text("pax"))
        .containsEntry(deep.substring(8) + "2", text("gnu"))
        .containsEntry("p/q", text("old"));
  }

  @Test
  void linksDevicesAndTheServersOwnManifestAreLeftOut() throws IOException {
    tar.link("project/link", "kept").file("project/kept", text("k"));
    tar.dated("project/archive_manifest.json", text("{}"), 0);

    assertThat(repacked()).containsOnlyKeys("kept");
  }

  @Test
  void otherNamesOfAFileHaveItsContentToo() throws IOException {
    String deep = "deep/".repeat(30) + "a.txt";
    tar.file("project/a.txt", text("content of a.txt")).pax("project/" + deep, text("d"));
    tar.hardLink("project/b.txt", "project/a.txt").hardLink("project/c.txt", "project/b.txt");
    tar.gnuHardLink("project/d.txt", "project/" + deep);
    tar.file("project/e.txt", text("after"));

    assertThat(repacked())
        .containsOnlyKeys("a.txt", deep, "b.txt", "c.txt", "d.txt", "e.txt")
        .containsEntry("b.txt", text("content of a.txt"))
        .containsEntry("c.txt", text("content of b.txt"))
        .containsEntry("d.txt", text("content of " + deep))
        .containsEntry("e.txt", text("after"));
    assertThat(opened).containsExactly("a.txt", "b.txt", deep).isEqualTo(closed);
  }

  @Test
  void linksNeverLeadOutOfTheArchive() throws IOException {
    tar.link("project/etc", "/etc").file("project/etc/passwd", text("mine"));
    tar.hardLink("project/x", "/etc/passwd").hardLink("project/y", "project/../../etc/passwd");

    assertThat(repacked()).containsOnlyKeys("etc/passwd");
    assertThat(opened).isEmpty();
  }

  @Test
  void linkToAFileThatIsNotInTheArchiveIsDamage() {
    tar.hardLink("project/a", "project/none");

    assertThatThrownBy(this::repacked).isInstanceOf(IOException.class);
    assertThat(opened).isEmpty();
  }

  @Test
  void fileOfTheUserWithTheManifestsNameStays() throws IOException {
    tar.dated("project/archive_manifest.json", text("mine"), 1_700_000_000L);

    assertThat(repacked()).containsEntry("archive_manifest.json", text("mine"));
  }

  @Test
  void nameThatLeadsOutOfTheArchiveIsLeftOut() throws IOException {
    tar.file("project/../../etc/passwd", text("x")).file("/etc/passwd", text("x"));
    tar.file("project/ok", text("x"));

    assertThat(repacked()).containsOnlyKeys("ok");
  }

  @Test
  void sameNameTwiceGivesTheFirstOne() throws IOException {
    tar.file("project/a", text("1")).file("project/a", text("2")).file("project/b", text("3"));

    assertThat(repacked()).containsEntry("a", text("1")).containsEntry("b", text("3"));
  }

  @Test
  void emptyWorkspaceIsAnEmptyZipFile() throws IOException {
    tar.folder("project/");

    assertThat(repacked()).isEmpty();
  }

  @Test
  void archiveThatEndsEarlyIsAnErrorAndNeverAShorterZipFile() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(3).nextBytes(noise);
    tar.file("project/a", noise).file("project/b", noise);
    byte[] whole = tar.bytes();
    for (int length : new int[] {100, 512, 700, 150_000, whole.length - 1024}) {
      InputStream cut = new ByteArrayInputStream(zipped(Arrays.copyOf(whole, length)));

      assertThatThrownBy(() -> unzip(new ZippedTar(cut, this::again)))
          .as("cut at %d", length)
          .isExactlyInstanceOf(IOException.class) // an EOFException would end the reader quietly
          .hasCauseInstanceOf(EOFException.class);
    }
  }

  @Test
  void damageIsAnError() throws IOException {
    byte[] bytes = tar.file("project/a", text("x")).bytes();
    bytes[3] = (byte) (bytes[3] ^ 1);

    assertThatThrownBy(
            () -> unzip(new ZippedTar(new ByteArrayInputStream(zipped(bytes)), this::again)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another sum");
    assertThatThrownBy(() -> new ZippedTar(new ByteArrayInputStream(text("<html>")), this::again))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void closingClosesTheSource() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream source =
        new ByteArrayInputStream(zipped(tar.file("project/a", text("x")).bytes())) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    InputStream zip = new ZippedTar(source, this::again);
    zip.close();

    assertThat(closed[0]).isTrue();
    assertThatThrownBy(zip::read).isInstanceOf(IOException.class);
  }

  @Test
  void closingHalfWayClosesWhatIsOpenAndMayBeRepeated() throws IOException {
    int[] closings = new int[1];
    byte[] noise = new byte[500_000];
    new Random(5).nextBytes(noise);
    tar.file("project/a", noise).hardLink("project/b", "project/a");
    InputStream source =
        new ByteArrayInputStream(zipped(tar.bytes())) {
          @Override
          public void close() {
            closings[0]++;
          }
        };
    ZippedTar.Files endless =
        path ->
            new InputStream() {
              @Override
              public int read() {
                return 'x';
              }

              @Override
              public void close() {
                closed.add(path);
              }
            };
    InputStream zip = new ZippedTar(source, endless);
    zip.skipNBytes(noise.length + 1_000); // into the second file, which has no end
    zip.close();
    zip.close();

    assertThat(closings[0]).isEqualTo(1);
    assertThat(closed).containsExactly("a");
    assertThatThrownBy(zip::read).isInstanceOf(IOException.class);
  }

  @Test
  void anyBytesEitherGiveAZipFileOrAnIoException() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] good =
        new TarBytes().pax("project/a", text("one")).file("project/b", text("two")).bytes();
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = good.clone();
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        unzip(new ZippedTar(new ByteArrayInputStream(zipped(bytes)), this::again));
      } catch (IOException damaged) {
        assertThat(damaged).as("seed %d", seed).isNotNull();
      }
    }
  }
}
