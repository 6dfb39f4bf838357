package io.github.openhands4j.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A digest over the class files of a jar: the same digest, the same bytes. */
final class ClassDigest {

  private ClassDigest() {}

  static String of(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<? extends ZipEntry> classes =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : classes) {
        digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = zip.getInputStream(entry)) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new DemoException(jar + " cannot be read: " + e.getMessage(), e);
    }
  }
}
