package io.github.openhands4j.faults;

import static io.github.openhands4j.faults.Column.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.faults.stub.Behavior;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.TaskAnswers;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stream of a start is cut at every byte: it is sent once and its start never lost. */
class CutStreamsTest {

  private static final StartRequest REQUEST = StartRequest.builder().message("Fix it").build();

  private final List<AppConversationStartTask> told = new ArrayList<>();
  private volatile int length = 1;

  /** Two states, cut to so many bytes, head and framing included. */
  private Behavior cut(Framing framing, int kept) {
    return exchange -> {
      String first = exchange.properAnswer();
      String second = first.replace("\"WORKING\"", "\"WAITING_FOR_SANDBOX\"");
      byte[] whole = framing.answer(200, "application/json", "[\n" + first + ",\n" + second + "]");
      length = whole.length;
      exchange.write(Arrays.copyOf(whole, Math.min(kept, whole.length)));
      exchange.end();
    };
  }

  @ParameterizedTest
  @EnumSource
  @Row(value = FaultRow.STREAM_CUT_EARLY, columns = START)
  @Row(value = FaultRow.STREAM_CUT, columns = START)
  void streamThatIsCutAnywhereLosesNoStartAndIsSentOnce(Framing framing) {
    int most = 0;
    try (FaultWorld world = new FaultWorld()) {
      for (int kept = 0; kept <= length; kept++) {
        told.clear();
        world.server().next(cut(framing, kept));

        Start start = world.client().conversations().startStreaming(REQUEST, told::add);

        String where = "cut to " + kept + " of " + length + " bytes";
        assertThat(world.server().posts()).as(where).isEqualTo(kept + 1);
        assertThat(FaultCheck.ids(world.server().starts()))
            .as(where)
            .last()
            .isEqualTo(start.handle().conversationId().hex());
        assertThat(start.startTask()).as(where).isPresent();
        assertThat(start.recovered()).as(where).isEqualTo(told.isEmpty());
        most = Math.max(most, told.size());
      }
      assertThat(length).isGreaterThan(700);
      assertThat(most).isEqualTo(2);
      assertThat(world.client().conversations().unresolved()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(value = FaultRow.STREAM_CUT, columns = START)
  void startWhoseStreamIsCutIsPolled(Framing framing) {
    try (FaultWorld world = FaultWorld.inRealTime()) {
      world.server().next(cut(framing, 700));
      Start start = world.client().conversations().startStreaming(REQUEST, told::add);
      ConversationId id = start.handle().conversationId();
      world.server().nextTasks(TaskAnswers.ready(id));

      assertThat(told).hasSize(1);
      assertThat(start.awaitReady(Duration.ofSeconds(20))).isEqualTo(id);
      assertThat(world.server().posts()).isEqualTo(1);
    }
  }
}
