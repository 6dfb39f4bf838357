package io.github.openhands4j.realserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a real server has stored of its one account, which all tests share: it can be brought back
 * to what it was. The server reads it anew with each request.
 */
public final class StoredAccount {

  private final Path settings;
  private final Map<Path, byte[]> before = new LinkedHashMap<>();

  /**
   * Remembers what is stored now.
   *
   * @param server whose account
   */
  public StoredAccount(RealServer server) {
    Path store = server.folder().resolve("store");
    settings = store.resolve("settings.json");
    try {
      for (Path file : List.of(settings, store.resolve("secrets.json"))) {
        before.put(file, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects the account to the stand-in for GitHub, with the token that it can clone with. */
  static void connect(ServerAccess access, String path) {
    access.post(path, "{\"provider_tokens\":{\"github\":{\"token\":\"fake-git-token\"}}}");
  }

  void forgetSettings() {
    try {
      Files.delete(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings back what was remembered. */
  public void restore() {
    before.forEach(
        (file, content) -> {
          try {
            Files.write(file, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
