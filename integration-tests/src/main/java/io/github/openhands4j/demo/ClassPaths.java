package io.github.openhands4j.demo;

import io.github.openhands4j.v0.spi.V0BackendProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Class paths that are wrong on purpose, made in a temporary folder.
 *
 * @param programs the right ones
 * @param folder the temporary folder, deleted at the end
 */
record ClassPaths(Programs programs, Path folder) implements AutoCloseable {

  private static final String SERVICES = "META-INF/services/" + V0BackendProvider.class.getName();

  static ClassPaths create(Programs programs) {
    try {
      return new ClassPaths(programs, Files.createTempDirectory("openhands4j-demo"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> withSecondBackend() {
    try {
      Path file = folder.resolve("second").resolve(SERVICES);
      Files.createDirectories(file.getParent());
      Files.writeString(file, SecondBackend.class.getName() + "\n");
      List<Path> paths = new ArrayList<>(programs.swappedClassPath());
      paths.add(folder.resolve("second"));
      paths.add(programs.demoClasses());
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> withoutServicesFile() {
    return programs.swappedClassPath().stream()
        .map(
            jar ->
                jar.getFileName().toString().startsWith("openhands4j-compat-adapter-")
                    ? withoutServices(jar)
                    : jar)
        .toList();
  }

  private Path withoutServices(Path jar) {
    Path copy = folder.resolve(jar.getFileName());
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().equals(SERVICES)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
          }
          to.closeEntry();
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
