package io.github.openhands4j.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.v0.spi.V0BackendProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Old applications are not recompiled: a change of what they are bound to has to be meant. */
class V0InterfaceTest {

  private static final String ACCEPT = "openhands.v0-interface.accept";
  private static final Path FILE = Path.of("src/test/resources/v0-interface.txt");

  @Test
  void publicSignaturesAreThoseOfTheCheckedInFile() throws Exception {
    List<String> now = new ArrayList<>();
    now.addAll(PublicSignatures.ofPackageOf(OpenHandsV0Client.class));
    now.addAll(PublicSignatures.ofPackageOf(V0BackendProvider.class));
    now.addAll(PublicSignatures.ofPackageOf(ConversationInfo.class));
    now.addAll(PublicSignatures.ofPackageOf(Event.class));
    if (Boolean.getBoolean(ACCEPT)) {
      Files.write(FILE, now, UTF_8);
    }
    List<String> before = Files.readAllLines(FILE, UTF_8);

    if (!now.equals(before)) {
      fail(
          "The V0 interface changed, and compiled callers may break:\n"
              + difference(before, now)
              + "If that is meant, accept it with -D"
              + ACCEPT
              + "=true and check in "
              + FILE
              + ".");
    }
  }

  @Test
  void theFileHoldsTheTypesOfAllPackages() throws Exception {
    assertThat(Files.readString(FILE, UTF_8))
        .contains(
            "interface io.github.openhands4j.v0.OpenHandsV0Client",
            "interface io.github.openhands4j.v0.spi.V0BackendProvider",
            "class io.github.openhands4j.model.v0.CreateConversationRequest",
            "class io.github.openhands4j.model.v0.event.Event",
            "class io.github.openhands4j.model.v0.CreateConversationRequestBuilder");
  }

  /** Lines that are only on one side, each below the last line of a type before it. */
  private static String difference(List<String> before, List<String> now) {
    StringBuilder text = new StringBuilder();
    appendMissing(text, "- ", before, now);
    appendMissing(text, "+ ", now, before);
    return text.isEmpty() ? "  (the order of lines only)\n" : text.toString();
  }

  private static void appendMissing(
      StringBuilder text, String sign, List<String> from, List<String> in) {
    String type = "";
    String shown = "";
    for (String line : from) {
      type = line.startsWith(" ") ? type : line;
      if (!in.contains(line)) {
        if (!type.equals(shown) && !line.equals(type)) {
          text.append("  ").append(type).append('\n');
        }
        shown = type;
        text.append(sign).append(line).append('\n');
      }
    }
  }
}
