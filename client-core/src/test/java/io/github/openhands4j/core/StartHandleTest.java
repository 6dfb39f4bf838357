package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.model.ConversationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handle survives being written down. */
class StartHandleTest {

  private static final StartHandle HANDLE =
      new StartHandle(
          ConversationId.parse("1f2e3d4c5b6a49788796a5b4c3d2e1f0"),
          URI.create("https://app.all-hands.dev:443"),
          Instant.ofEpochMilli(1_795_000_000_123L),
          "0123456789abcdef");

  @Test
  void handleIsReadFromItsText() {
    assertThat(StartHandle.parse(HANDLE.toString())).isEqualTo(HANDLE);
  }

  @Test
  void handleKeepsItsOrganization() {
    StartHandle handle =
        new StartHandle(
            HANDLE.conversationId(),
            HANDLE.origin(),
            HANDLE.startedAt(),
            HANDLE.digest(),
            "Org_1-a");

    assertThat(handle)
        .hasToString(
            "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1795000000123:0123456789abcdef"
                + ":org=Org_1-a:https://app.all-hands.dev:443");
    assertThat(StartHandle.parse(handle.toString())).isEqualTo(handle);
  }

  @Test
  void handleWithoutAnOrganizationReadsAndWritesAsEver() {
    String text =
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1795000000123:0123456789abcdef"
            + ":https://app.all-hands.dev:443";

    assertThat(StartHandle.parse(text)).isEqualTo(HANDLE).hasToString(text);
    assertThat(HANDLE.organization()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/team-a",
        "/a//b/c",
        "/%20a%2Fb%C3%A9",
        "/\u00e9\u4e2d",
        "/:org=other:https://y:1",
        "/a:1:0123456789abcdef;v=1,2@(x)'$&+!*~",
      })
  void handleKeepsThePathOfItsServer(String path) {
    for (String organization : Arrays.asList(null, "Org_1-a")) {
      StartHandle handle =
          new StartHandle(
              HANDLE.conversationId(),
              URI.create(HANDLE.origin() + path),
              HANDLE.startedAt(),
              HANDLE.digest(),
              organization);

      assertThat(StartHandle.parse(handle.toString()))
          .isEqualTo(handle)
          .isNotEqualTo(HANDLE)
          .hasToString(handle.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "start:2:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:file:///etc",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x/",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x/path/",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x/a path",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x/path?a=b",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x/path#a",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x/%zz",
        "start:1:1f2e:1:0123456789abcdef:https://x",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:org=:https://x",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:org=a b:https://x",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:of=a:https://x",
        "start:1:1f2e3d4c5b6a49788796a5b4c3d2e1f0:1:0123456789abcdef:https://x\nX: y",
      })
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> StartHandle.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handleAndItsExceptionsAreSerialized() throws Exception {
    assertThat(copy(HANDLE)).isEqualTo(HANDLE);
    StartFailedException failed = new StartFailedException(HANDLE, "why", "sandbox");
    assertThat(copy(failed).handle()).isEqualTo(HANDLE);
    assertThat(copy(new StartVanishedException(HANDLE, "start READY")).handle()).isEqualTo(HANDLE);
    assertThat(copy(new ClientClosedException(HANDLE, true)).handle()).contains(HANDLE);
    assertThat(
            copy(new MessageOutcomeUnknownException(HANDLE.conversationId(), failed))
                .conversationId())
        .isEqualTo(HANDLE.conversationId());
  }

  @SuppressWarnings("unchecked") // it is read as what it was written
  private static <T> T copy(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
