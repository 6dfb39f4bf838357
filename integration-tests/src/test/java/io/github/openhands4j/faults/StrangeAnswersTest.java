package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.GET;
import static io.github.openhands4j.faults.Column.START;
import static io.github.openhands4j.faults.Column.V0;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.StubStarts;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.security.Requirement;
import io.github.openhands4j.security.SecurityRow;
import io.github.openhands4j.v1.Start;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successes that are none, or are written in another way. */
class StrangeAnswersTest {

  private static final FaultCheck CHECK = new FaultCheck();
  private static final FaultCheck SMALL =
      new FaultCheck(options -> options.maxAnswerBytes(1 << 16));
  private static final String ID = StubStarts.CONVERSATION;

  private static Behavior after(String more) {
    return exchange -> exchange.answer(200, exchange.properAnswer() + more);
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.TRAILING)
  void moreThanOneDocument(Column column) {
    for (String more : List.of("x", "{}", "[]", "null", ",", "]")) {
      if (column == GET) {
        CHECK.lasting(column, after(more));
      } else {
        found(column, after(more));
      }
    }
  }

  /** A start that was taken, whose answer cannot be read. */
  private static void found(Column column, Behavior answer) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(answer);
      FaultCheck.found(world, column, world.ask(column));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.WEB_PAGE)
  void webPage(Column column) {
    String page = "<!doctype html><html><body>Log in</body></html>";
    Behavior fault = Behaviors.answer(200, "text/html; charset=utf-8", page);
    if (column == GET) {
      assertThat(CHECK.lasting(column, fault).code()).isEqualTo(ErrorCode.ANSWER_IS_HTML);
      return;
    }
    found(column, fault.taken());
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(fault);
      FaultCheck.unknown(world, world.ask(column));
      assertThat(world.time().sleeps()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.WEB_PAGE)
  void jsonThatCallsItselfAPageIsRead(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world
          .server()
          .next(
              exchange ->
                  exchange.write(Framing.LENGTH.answer(200, "text/html", exchange.properAnswer())));

      assertThat(world.ask(column).kind()).isEqualTo(Kind.DONE);
      assertThat(world.server().mains()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.NOTHING)
  void answerWithoutContent(Column column) {
    for (String nothing : List.of("", " \r\n", "null", "{}")) {
      CHECK.lasting(column, Behaviors.json(nothing));
    }
    CHECK.lasting(column, exchange -> exchange.write("HTTP/1.1 204 Stub\r\n\r\n"));
    if (column != GET) {
      CHECK.lasting(column, Behaviors.json("[]"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[null]"})
  @Row(value = FaultRow.NOTHING, columns = GET)
  void emptyBatchIsAnIdThatIsNotKnown(String batch) {
    assertThat(read(batch)).isEmpty();
  }

  private static Optional<AppConversation> read(String batch) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().next(Behaviors.json(batch));
      return world.client().conversations().get(ConversationId.parse(ID));
    }
  }

  @Test
  @Row(value = FaultRow.OTHER_ROWS, columns = GET)
  @Row(value = FaultRow.ROWS_TWICE, columns = GET)
  void rowsAreToldApartByTheirIds() {
    String other = "{\"id\":\"" + "1f".repeat(16) + "\",\"created_at\":\"2026-01-01T00:00:00Z\"}";
    String mine = "{\"id\":\"" + ID + "\",\"created_at\":\"2026-01-01T00:00:00Z\"}";

    for (String batch :
        List.of(
            "[" + other + "," + mine + "]",
            "[" + mine + "," + other + ",null]",
            "[null,null," + mine + "]",
            "[" + mine + "," + mine + "]")) {
      assertThat(read(batch)).map(AppConversation::id).contains(ConversationId.parse(ID));
    }
    assertThat(read("[" + other + "]")).isEmpty();
  }

  /** As the answer to a start, and as what a look for it is shown. */
  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.OTHER_ROWS,
      columns = {START, V0})
  void taskOfAnotherStartIsNotBelieved(Column column) {
    String foreign =
        "{\"id\":\"%s\",\"status\":\"READY\",\"app_conversation_id\":\"%s\",\"request\":{\"conversation_id\":\"%s\"}}"
            .formatted("2e".repeat(16), "3f".repeat(16), "3f".repeat(16));
    CHECK.lasting(column, Behaviors.json(foreign));
  }

  /** Three pages of others are between the newest task and ours, in one order and in the other. */
  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.OTHER_ROWS,
      columns = {START, V0})
  void startIsToldApartFromThoseBeforeAndAfterIt(Column column) {
    for (int after : new int[] {0, 1, 7, 15}) {
      try (FaultWorld world = new FaultWorld()) {
        world.server().starts().takeOthers(11);
        world
            .server()
            .next(
                exchange -> {
                  exchange.take();
                  world.server().starts().takeOthers(after);
                  exchange.reset();
                });

        Ending ending = world.ask(column);

        assertThat(ending.kind()).isEqualTo(column == START ? Kind.FOUND : Kind.DONE);
        assertThat(FaultCheck.ids(world.server().starts()).get(11)).isEqualTo(ending.id());
        assertThat(world.server().posts()).isEqualTo(1);
        if (ending.value() instanceof Start start) {
          assertThat(start.duplicates()).isEmpty();
        }
      }
    }
  }

  /**
   * Where all tasks have one time, those at the border of a page may come on both pages or on none,
   * as the order of each search is another. A look that misses ours is followed by the next.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 5, 6, 9, 10, 14})
  @Row(value = FaultRow.SAME_TIMES, columns = GET)
  void taskAtTheBorderOfPagesOfOneTimeIsFoundOnce(int before) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().starts().haveOneTime();
      world.server().starts().takeOthers(before);
      world
          .server()
          .next(
              exchange -> {
                exchange.take();
                world.server().starts().takeOthers(14 - before);
                exchange.reset();
              });

      Ending ending = world.ask(START);

      assertThat(ending.kind()).isEqualTo(Kind.FOUND);
      assertThat(FaultCheck.ids(world.server().starts()).get(before)).isEqualTo(ending.id());
      assertThat(((Start) Objects.requireNonNull(ending.value())).duplicates()).isEmpty();
      assertThat(world.server().posts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.HUGE)
  @Requirement(SecurityRow.S16)
  void bodyWithoutEnd(Column column) {
    isTooLarge(SMALL.lasting(column, Behaviors.endless()));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.BOMB)
  @Requirement(SecurityRow.S16)
  void bodyThatUnpacksToAHugeOne(Column column) {
    isTooLarge(SMALL.lasting(column, Behaviors.bomb()));
  }

  /** It was the limit that ended it, in a start's failure as the cause of not knowing. */
  private static void isTooLarge(OpenHandsException failure) {
    assertThat(Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause))
        .filteredOn(OpenHandsException.class::isInstance)
        .extracting(cause -> ((OpenHandsException) cause).code())
        .contains(ErrorCode.ANSWER_TOO_LARGE);
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.EXCESS)
  @Requirement(SecurityRow.S16)
  void jsonBeyondAllReason(Column column) {
    for (String excess :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "[{\"id\":" + "9".repeat(100_000) + "}]",
            "[{\"" + "n".repeat(100_000) + "\":1}]",
            "[" + "[0],".repeat(100_000) + "0]")) {
      CHECK.lasting(column, Behaviors.json(excess));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.UNKNOWN_FIELD,
      columns = {START, V0})
  @Row(
      value = FaultRow.UNKNOWN_WORD,
      columns = {START, V0})
  void startWithFieldsAndWordsOfTomorrow(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world
          .server()
          .next(
              exchange ->
                  exchange.answer(
                      200,
                      exchange
                          .properAnswer()
                          .replace("\"WORKING\"", "\"DREAMING\",\"of\":{\"electric\":[1]}")));

      Ending ending = world.ask(column);

      assertThat(ending.kind()).isEqualTo(Kind.DONE);
      assertThat(FaultCheck.ids(world.server().starts())).containsExactly(ending.id());
    }
  }

  @Test
  @Row(value = FaultRow.UNKNOWN_FIELD, columns = GET)
  @Row(value = FaultRow.UNKNOWN_WORD, columns = GET)
  void fieldsAndWordsOfTomorrowAreKept() {
    AppConversation row =
        read("[{\"id\":\"" + ID + "\",\"execution_status\":\"dreaming\",\"of\":\"sheep\"}]")
            .orElseThrow();

    assertThat(row.executionStatus()).hasToString("dreaming");
    assertThat(row.additionalProperties()).containsEntry("of", "sheep");
  }

  static Stream<String> wrongShapes() {
    return Stream.of(
        "{\"id\":null,\"status\":\"WORKING\"}",
        "{\"status\":\"WORKING\"}",
        "{\"id\":\"nonsense\",\"status\":\"WORKING\"}",
        "{\"id\":{\"x\":1},\"status\":\"WORKING\"}",
        "{\"id\":\"" + ID + "\",\"status\":{}}",
        "{\"id\":\"" + ID + "\",\"request\":[]}",
        "{\"id\":\"" + ID + "\",\"request\":{\"conversation_id\":\"nonsense\"}}",
        "\"" + ID + "\"",
        "17");
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.WRONG_SHAPE)
  void fieldThatIsNeededIsMissingOrOfAnotherType(Column column) {
    if (column == GET) {
      for (String row :
          List.of("[{}]", "[{\"id\":null}]", "[{\"id\":17.5}]", "[[]]", "[\"x\"]", "{\"id\":1}")) {
        CHECK.lasting(column, Behaviors.json(row));
      }
    } else {
      wrongShapes().forEach(task -> CHECK.lasting(column, Behaviors.json(task)));
    }
  }

  @Test
  @Row(value = FaultRow.WRONG_SHAPE, columns = GET)
  void fieldThatIsNotNeededMayBeMissingOrNull() {
    assertThat(read("[{\"id\":\"" + ID + "\",\"title\":null}]")).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "V0"})
  @Row(
      value = FaultRow.SPELLINGS,
      columns = {START, V0})
  void idComesBackInAnotherSpelling(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world
          .server()
          .next(
              exchange -> {
                exchange.take();
                String id = world.server().starts().ids().get(0);
                String respelled =
                    id.contains("-")
                        ? id.replace("-", "").toUpperCase(Locale.ROOT)
                        : ConversationId.parse(id).dashed();
                exchange.answer(
                    200,
                    "{\"id\":\"%s\",\"status\":\"WORKING\",\"request\":{\"conversation_id\":\"%s\"}}"
                        .formatted(ID, respelled));
              });

      Ending ending = world.ask(column);

      assertThat(ending.kind()).isEqualTo(Kind.DONE);
      assertThat(FaultCheck.ids(world.server().starts())).containsExactly(ending.id());
      assertThat(world.server().requests()).hasSize(1);
    }
  }

  @Test
  @Row(value = FaultRow.SPELLINGS, columns = GET)
  void timesWithAndWithoutAZoneAreTheSame() {
    String dashed = ConversationId.parse(ID).dashed();
    List<AppConversation> rows =
        Stream.of("2026-01-02T03:04:05Z", "2026-01-02T03:04:05", "2026-01-02T05:04:05+02:00")
            .map(time -> "[{\"id\":\"" + dashed + "\",\"created_at\":\"" + time + "\"}]")
            .map(batch -> read(batch).orElseThrow())
            .toList();

    assertThat(rows).extracting(AppConversation::createdAt).containsOnly(rows.get(0).createdAt());
    assertThat(rows.get(0).createdAt()).hasToString("2026-01-02T03:04:05Z");
  }
}
