package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.StubStarts;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that mean harm. */
@Timeout(60)
class HostileAnswersTest {

  private static final long SEED = 20_261_124;
  private static final int MUTATIONS = 400;
  private static final String FORGED = "x\\r\\n2026 WARN forged \\u001b[31m\\u202e\\u2028";
  private static final ObjectMapper MAPPER = Json.mapper(1 << 20);

  @ParameterizedTest
  @EnumSource
  @Requirement(SecurityRow.S16)
  void headersWithoutEndEndTheCall(Column column) {
    Behavior headers =
        exchange -> {
          exchange.write("HTTP/1.1 200 Stub\r\n");
          String some = ("X-A: " + "a".repeat(1000) + "\r\n").repeat(64);
          for (int sent = 0; sent < 4_000; sent++) {
            exchange.write(some);
          }
        };
    try (FaultWorld world =
        new FaultWorld(options -> options.resolveTimeout(Duration.ofSeconds(3)))) {
      world.server().always(headers);

      assertThat(world.ask(column).kind()).isIn(Ending.Kind.FAILED, Ending.Kind.UNKNOWN);
      assertThat(world.server().posts()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  @Requirement(SecurityRow.S17)
  void classNamesInJsonAreData() {
    String evil = "\"javax.naming.InitialContext\"";
    for (String row :
        List.of(
            "{\"@class\":" + evil + ",\"id\":\"" + StubStarts.CONVERSATION + "\"}",
            "{\"id\":\""
                + StubStarts.CONVERSATION
                + "\",\"type\":"
                + evil
                + ",\"@type\":"
                + evil
                + "}",
            "{\"id\":\"" + StubStarts.CONVERSATION + "\",\"tags\":[" + evil + ",{}]}")) {
      try (FaultWorld world = new FaultWorld()) {
        world.server().next(Behaviors.json("[" + row + "]"));
        Ending ending = world.ask(Column.GET);

        if (ending.kind() == Ending.Kind.DONE) {
          assertThat(ending.id()).isEqualTo(StubStarts.CONVERSATION);
        }
      }
    }
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.json("[[" + evil + ",{\"id\":\"x\"}]]"));
      assertThat(world.ask(Column.GET).kind()).isEqualTo(Ending.Kind.FAILED);
      world.server().next(Behaviors.json("[{\"ID\":\"" + StubStarts.CONVERSATION + "\"}]"));
      assertThat(world.ask(Column.GET).kind())
          .as("names are told apart by case")
          .isEqualTo(Ending.Kind.FAILED);
    }
  }

  /** Only this library's exceptions come out, whatever was done to the answer. */
  @ParameterizedTest
  @EnumSource(names = {"GET", "START"})
  @Requirement(SecurityRow.S18)
  void brokenAnswersOfAllKindsEndInOurOwnExceptions(Column column) {
    Random random = new Random(SEED);
    try (FaultWorld world =
        new FaultWorld(options -> options.resolveTimeout(Duration.ofSeconds(3)))) {
      for (int number = 0; number < MUTATIONS; number++) {
        int posts = world.server().posts();
        world
            .server()
            .next(exchange -> exchange.answer(200, mutated(exchange.properAnswer(), random)));

        Ending ending = world.ask(column);

        assertThat(ending.kind())
            .as("mutation %s of seed %s", number, SEED)
            .isNotIn(Ending.Kind.NOT_SENT, Ending.Kind.REFUSED);
        assertThat(world.server().posts() - posts).isEqualTo(column == Column.GET ? 0 : 1);
      }
    }
  }

  private static String mutated(String json, Random random) {
    List<String> tokens =
        List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-",
            "1e999",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\ufeff",
            "9".repeat(400),
            "[[[[[[",
            "\"id\":",
            "{}",
            " ");
    StringBuilder text = new StringBuilder(json);
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, tokens.get(random.nextInt(tokens.size())));
        default -> text.insert(from, text.substring(from, to));
      }
    }
    return text.toString();
  }

  @Test
  @Requirement(SecurityRow.S18)
  void whatIsReadIsWrittenAndReadAgainAsTheSame() throws Exception {
    Random random = new Random(SEED);
    int read = isTheSameAgain(StubStarts.conversation(), "unchanged") ? 1 : 0;
    assertThat(read).isEqualTo(1);
    for (int number = 0; number < 20 * MUTATIONS; number++) {
      String where = "mutation " + number + " of seed " + SEED;
      read += isTheSameAgain(mutated(StubStarts.conversation(), random), where) ? 1 : 0;
    }
    assertThat(read).as("rows that could be read, seed %s", SEED).isGreaterThan(MUTATIONS);
  }

  /** Whether it could be read; if so, it must come back as it is. */
  private static boolean isTheSameAgain(String json, String where) throws JsonProcessingException {
    AppConversation read;
    try {
      read = MAPPER.readValue(json, AppConversation.class);
    } catch (JsonProcessingException unreadable) {
      return false;
    }
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(read), AppConversation.class))
        .as(where)
        .isEqualTo(read);
    return true;
  }

  @Test
  @Requirement(SecurityRow.S19)
  void pageTokenGoesBackAsOneParameterWhateverItHolds() {
    for (String token : List.of("../../admin?x=1&y=2#z", "a b+c%20d", "a\r\nX-Evil: 1", "\u2028")) {
      try (FaultWorld world = new FaultWorld()) {
        Throwable thrown =
            catchThrowable(
                () ->
                    world
                        .client()
                        .conversations()
                        .search(ConversationQuery.builder().pageId(token).build()));

        assertThat(world.server().requests())
            .allSatisfy(
                request -> {
                  assertThat(request.path()).isEqualTo("/api/v1/app-conversations/search");
                  assertThat(request.target()).doesNotContain("&", "#", " ");
                  assertThat(request.header("X-Evil")).isEmpty();
                });
        assertThat(thrown == null || thrown instanceof RuntimeException).isTrue();
      }
    }
  }

  @Test
  @Requirement(SecurityRow.S19)
  void hostileDatesAndWaitsAreAnswersLikeOthers() {
    for (String value :
        List.of("-1", "1e2147483648", "Infinity", "NaN", "9".repeat(5000), "%s%n", "\u0660")) {
      try (FaultWorld world = new FaultWorld()) {
        world.server().next(Behaviors.status(503, "Retry-After: " + value, "Date: " + value));

        assertThat(world.ask(Column.GET).kind()).isIn(Ending.Kind.DONE, Ending.Kind.FAILED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422, 429, 500})
  @Requirement(SecurityRow.S20)
  void wordsOfAnErrorForgeNoLine(int status) {
    for (Column column : Column.values()) {
      try (Eavesdropper ears = new Eavesdropper();
          FaultWorld world = new FaultWorld()) {
        world
            .server()
            .always(
                Behaviors.answer(status, "application/json", "{\"detail\":\"" + FORGED + "\"}"));

        Ending ending = world.ask(column);

        isOneLine(ending.thrown());
        assertThat(ears.heard()).doesNotContain("forged");
      }
    }
  }

  private static void isOneLine(@Nullable Throwable thrown) {
    for (Throwable it = thrown; it != null; it = it.getCause()) {
      assertThat(String.valueOf(it.getMessage()))
          .doesNotContain("\r", "\n", "\u001b", "\u202e", "\u2028");
    }
  }

  @Test
  @Requirement({SecurityRow.S19, SecurityRow.S20})
  void statesOfAStartForgeNoLine() {
    for (String state : List.of("ERROR\",\"detail\":\"" + FORGED, FORGED)) {
      try (FaultWorld world = FaultWorld.inRealTime()) {
        Start start =
            world.client().conversations().start(StartRequest.builder().message("Go").build());
        Behavior forging =
            exchange ->
                exchange.answer(
                    200,
                    exchange
                        .properAnswer()
                        .replace("\"detail\":null,", "")
                        .replace("\"WORKING\"", "\"" + state + "\""));
        world.server().nextTasks(forging, forging, forging, forging);

        Throwable thrown = catchThrowable(() -> start.awaitReady(Duration.ofMillis(700)));

        assertThat(thrown).isNotNull();
        isOneLine(thrown);
      }
    }
  }

  @Test
  @Requirement(SecurityRow.S19)
  void rowsThatWereNotAskedForAreNotBelieved() {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.json("[{\"id\":\"" + "ab".repeat(16) + "\"}]"));

      assertThat(world.client().conversations().get(ConversationId.parse(StubStarts.CONVERSATION)))
          .isEmpty();
    }
  }
}
