package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a caller when others come with keys that are none. */
class MadeUpKeysTest {

  private static final Pattern CREATED_AT = Pattern.compile("\"created_at\":\"([^\"]+)\"");

  private final V1Door door = new V1Door(1);

  @AfterEach
  void close() {
    door.close();
  }

  /** Also by routes that are answered without asking the server. */
  private void madeUpKeysCome() {
    for (int i = 0; i < 5; i++) {
      String key = "sk-test-made-up-" + i;
      assertThat(door.sendAs(key, "GET", "/0123456789abcdef0123456789abcdef", ""))
          .startsWith("401 ");
      assertThat(door.sendAs(key, "POST", "", "{}")).startsWith("401 ");
      assertThat(door.sendAs(key, "GET", "/no-id", "")).isEqualTo("200 null");
      assertThat(door.sendAs(key, "GET", "?limit=0", "")).startsWith("200 ");
    }
  }

  private String createdAt(String id) {
    Matcher time = CREATED_AT.matcher(door.send("GET", "/" + id, ""));
    assertThat(time.find()).isTrue();
    return time.group(1);
  }

  @Test
  void theyPushOutNobodyWhoHasConversations() {
    String id = door.running();
    String before = createdAt(id);

    madeUpKeysCome();
    door.server().conversations().get(0).giveAutomaticTitle("Written anew");

    assertThat(createdAt(id)).isEqualTo(before);
  }
}
