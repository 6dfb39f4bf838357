package io.github.openhands4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.programs.Batch;
import com.example.programs.Export;
import com.example.programs.FollowLive;
import com.example.programs.ResumeAndSend;
import com.example.programs.StartAndWait;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.simulator.AgentStep;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.SandboxStatus;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.simulator.StartStatus;
import io.github.openhands4j.simulator.junit.OpenHandsExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example programs do what they say. */
@ExtendWith(OpenHandsExtension.class)
class ProgramsIT {

  @TempDir private Path directory;

  private StartHandle started(OpenHandsSimulator server) throws Exception {
    RunProgram program = RunProgram.of(StartAndWait.class, server, directory, "Fix the README");
    assertThat(program.status()).as(program.errors()).isZero();
    return StartHandle.parse(program.output().lines().findFirst().orElseThrow());
  }

  @Test
  void startAndWaitStartsOnceAndTellsTheEnd(OpenHandsSimulator server) throws Exception {
    RunProgram program =
        RunProgram.of(StartAndWait.class, server, directory, "Fix the README", "me/repo");

    assertThat(server.journal().starts()).isEqualTo(1);
    SimulatedConversation conversation = server.conversations().get(0);
    assertThat(program.status()).isZero();
    assertThat(program.output())
        .matches(
            "start:1:"
                + conversation.id()
                + ":\\S+\\s+FINISHED \\S+/"
                + conversation.id()
                + "\\s+");
    assertThat(program.errors())
        .contains("the server has taken the start", "the agent is working", "the agent is done")
        .doesNotContain(OpenHandsExtension.KEY);
  }

  @Test
  void startAndWaitFailsIfTheAgentDoes(OpenHandsSimulator server) throws Exception {
    server.nextStart(Outcome.stuck());

    RunProgram program = RunProgram.of(StartAndWait.class, server, directory, "Fix the README");

    assertThat(program.status()).isEqualTo(1);
    assertThat(program.output()).contains("STUCK ");
  }

  @Test
  void resumeAndSendWakesASleepingSandboxAndSendsOnce(OpenHandsSimulator server) throws Exception {
    StartHandle handle = started(server);
    SimulatedConversation conversation = server.conversations().get(0);
    conversation.sandbox().orElseThrow().pause();

    RunProgram program =
        RunProgram.of(ResumeAndSend.class, server, directory, handle.toString(), "And the tests");

    assertThat(program.status()).as(program.errors()).isZero();
    assertThat(program.output()).startsWith("FINISHED ");
    assertThat(server.journal().count("POST", "/api/v1/sandboxes/.*/resume")).isEqualTo(1);
    assertThat(server.journal().count("POST", ".*/send-message")).isEqualTo(1);
    assertThat(server.journal().starts()).isEqualTo(1);
    assertThat(conversation.messages()).endsWith("And the tests");
  }

  @Test
  void batchStartsEachTaskOnceAndNeverTooMany(OpenHandsSimulator server) throws Exception {
    Path tasks = Files.write(directory.resolve("tasks.txt"), List.of("one", "", "two", "three"));

    RunProgram program = RunProgram.of(Batch.class, server, directory, tasks.toString(), "2");

    assertThat(program.status()).as(program.errors()).isZero();
    assertThat(program.output().lines().map(line -> line.replaceFirst(" http.*", "")))
        .containsExactlyInAnyOrder("one: FINISHED", "two: FINISHED", "three: FINISHED");
    assertThat(program.errors().lines().filter(line -> line.startsWith("taken: ")))
        .hasSize(3)
        .allMatch(line -> line.matches("taken: (one|two|three) start:1:.*"));
    assertThat(server.journal().starts()).isEqualTo(3);
    assertThat(server.sandboxes())
        .hasSize(3)
        .allMatch(sandbox -> sandbox.status() == SandboxStatus.PAUSED);
  }

  @Test
  void batchPausesTheSandboxesOfStartsThatFailed(OpenHandsSimulator server) throws Exception {
    Path tasks = Files.write(directory.resolve("tasks.txt"), List.of("one", "two"));
    server.nextStart(Outcome.startError(StartStatus.STARTING_CONVERSATION, "the model's key"));

    RunProgram program = RunProgram.of(Batch.class, server, directory, tasks.toString(), "2");

    assertThat(program.status()).as(program.errors()).isZero();
    assertThat(program.output().lines().map(line -> line.replaceFirst(" http.*", "")))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).startsWith("one: failed, ").contains("the model's key"),
            two -> assertThat(two).isEqualTo("two: FINISHED"));
    assertThat(server.journal().starts()).isEqualTo(2);
    assertThat(server.journal().count("DELETE", ".*")).isZero();
    assertThat(server.sandboxes())
        .hasSize(2)
        .allMatch(sandbox -> sandbox.status() == SandboxStatus.PAUSED);
  }

  @Test
  void batchStartsNothingWhereASandboxMayHoldAnotherJob(OpenHandsSimulator server)
      throws Exception {
    Path tasks = Files.write(directory.resolve("tasks.txt"), List.of("one"));
    server.disturbNext(
        "GET",
        "/api/v1/settings",
        Disturbance.notTaken()
            .answer(200, "application/json", "{\"sandbox_grouping_strategy\":\"ADD_TO_ANY\"}"));

    RunProgram program = RunProgram.of(Batch.class, server, directory, tasks.toString());

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.errors()).contains("share sandboxes");
    assertThat(server.journal().starts()).isZero();
  }

  @Test
  void batchTellsASandboxThatIsNotPausedBesideTheOutcome(OpenHandsSimulator server)
      throws Exception {
    Path tasks = Files.write(directory.resolve("tasks.txt"), List.of("one"));
    server.disturbNext("POST", "/api/v1/sandboxes/.*/pause", Disturbance.notTaken().answer(403));

    RunProgram program = RunProgram.of(Batch.class, server, directory, tasks.toString());

    assertThat(program.status()).as(program.errors()).isZero();
    assertThat(program.output())
        .startsWith("one: FINISHED http")
        .contains(" (its sandbox was not paused: POST ", "403");
    assertThat(server.journal().count("POST", "/api/v1/sandboxes/.*/pause")).isEqualTo(1);
  }

  @Test
  void followLiveShowsWhatTheAgentDoesUntilItsEnd(OpenHandsSimulator server) throws Exception {
    server.nextStart(
        Outcome.finished()
            .doing(AgentStep.terminal("ls", "README.md", 0), AgentStep.finish("done")));
    StartHandle handle = started(server);

    RunProgram program =
        RunProgram.of(FollowLive.class, server, directory, handle.conversationId().toString());

    assertThat(program.status()).as(program.errors()).isZero();
    assertThat(program.output()).contains("FINISHED ");
    assertThat(server.journal().starts()).isEqualTo(1);
  }

  @Test
  void exportSavesTheTrajectoryAndAllEvents(OpenHandsSimulator server) throws Exception {
    server.nextStart(
        Outcome.finished()
            .doing(AgentStep.terminal("ls", "README.md", 0), AgentStep.finish("done")));
    StartHandle handle = started(server);

    RunProgram program =
        RunProgram.of(
            Export.class,
            server,
            directory,
            handle.conversationId().toString(),
            directory.resolve("export").toString());

    assertThat(program.status()).as(program.errors()).isZero();
    List<String> events = Files.readAllLines(directory.resolve("export/events.txt"));
    Path trajectory = directory.resolve("export/trajectory.zip");
    assertThat(program.output()).startsWith("saved " + Files.size(trajectory) + " bytes");
    assertThat(events).anyMatch(line -> line.matches("\\S+  agent  ActionEvent"));
    try (ZipFile zip = new ZipFile(trajectory.toFile())) {
      assertThat(zip.size()).isEqualTo(events.size() + 1);
    }
  }
}
