package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every wait takes a listener, and there is a ready-made one. */
@Timeout(30)
class WaitsTellTheirProgressTest {

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final ConsoleProgress console =
      ConsoleProgress.to(new PrintStream(seen, true, StandardCharsets.UTF_8));

  @BeforeEach
  void moveByReads() {
    world.server.everyStart(
        Outcome.finished().startPace(Pace.stepsPerRead(2)).runPace(Pace.perRead(1)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Start started() {
    return client.conversations().start(V1World.request());
  }

  @Test
  void theConsoleShowsAWholeLifeOneLineAChange() {
    Start start = started();

    start.awaitFinished(V1World.LONG, console);

    String id = start.handle().conversationId().hex().substring(0, 8);
    List<String> lines = seen.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).allMatch(line -> line.matches("\\[0:\\d\\d] " + id + " .*"));
    assertThat(lines.stream().map(line -> line.substring(line.indexOf(id) + id.length() + 1)))
        .startsWith("the server has taken the start")
        .contains("preparing the repository", "starting the agent", "the agent is working")
        .endsWith("the agent is done")
        .doesNotHaveDuplicates();
  }

  @Test
  void waitsForReadyAreToldTheStartOnly() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();

    ConversationId blocking =
        started().awaitReady(V1World.LONG, progress -> told.add(progress.toString()));
    List<String> first = List.copyOf(told);
    told.clear();
    started()
        .awaitReadyAsync(V1World.LONG, progress -> told.add(progress.toString()))
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);

    assertThat(world.conversation(blocking).id()).isEqualTo(blocking.hex());
    assertThat(first).startsWith("start WORKING").endsWith("start READY").doesNotHaveDuplicates();
    assertThat(told).isEqualTo(first);
  }
}
