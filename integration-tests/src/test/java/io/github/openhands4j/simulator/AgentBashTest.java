package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shell commands of the agent server and their events. */
class AgentBashTest {

  private static final String SEARCH =
      "/api/bash/bash_events/search?kind__eq=BashOutput&sort_order=TIMESTAMP&limit=100";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManualClock clock = new ManualClock();
  private AgentWorld world;
  private SimulatedWorkspace workspace;

  @BeforeEach
  void start() throws IOException {
    world = new AgentWorld(OpenHandsSimulator.builder().clock(clock), Outcome.runningForever());
    workspace = world.sandbox().workspace();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private JsonNode start(String command) throws IOException {
    String body = JSON.writeValueAsString(JSON.createObjectNode().put("command", command));
    return world.post("/api/bash/start_bash_command", body).json();
  }

  private JsonNode outputs(JsonNode command, String more) throws IOException {
    String query = "&command_id__eq=" + command.get("id").asText() + more;
    return world.get(SEARCH + query).json().get("items");
  }

  private String said(String command) throws IOException {
    JsonNode output = outputs(start(command), "").get(0);
    return output.get("exit_code").asText() + ":" + output.get("stdout").asText("");
  }

  @Test
  void commandAndOutputAreEvents() throws IOException {
    JsonNode command = start("echo hello");

    assertThat(command.get("kind").asText()).isEqualTo("BashCommand");
    assertThat(command.get("timeout").asInt()).isEqualTo(300);
    assertThat(command.get("cwd").isNull()).isTrue();
    JsonNode output = outputs(command, "").get(0);
    assertThat(output.get("stdout").asText()).isEqualTo("hello\n");
    assertThat(output.get("stderr").isNull()).isTrue();
    assertThat(output.get("exit_code").asInt()).isZero();
    assertThat(output.get("order").asInt()).isZero();
    assertThat(workspace.commands()).containsExactly("echo hello");
    assertThat(world.post("/api/bash/start_bash_command", "{}").status()).isEqualTo(422);
  }

  @Test
  void partsComeOneAfterTheOtherAndOnlyTheLastHasTheExitCode() throws IOException {
    workspace.answer("make .*", CommandAnswer.exit(2, "one ", "two").stderr("oh").gradually());
    JsonNode command = start("make all");

    JsonNode first = outputs(command, "&order__gt=-1");
    assertThat(first).hasSize(1);
    assertThat(first.get(0).get("exit_code").isNull()).isTrue();
    JsonNode second = outputs(command, "&order__gt=0");
    assertThat(second).hasSize(1);
    assertThat(second.get(0).get("stdout").asText()).isEqualTo("two");
    assertThat(second.get(0).get("stderr").asText()).isEqualTo("oh");
    assertThat(second.get(0).get("exit_code").asInt()).isEqualTo(2);
    assertThat(outputs(command, "")).hasSize(2);
  }

  @Test
  void longOutputIsCut() throws IOException {
    workspace.answer("cat big", CommandAnswer.exit(0, "x".repeat((1 << 20) + 5)));

    JsonNode outputs = outputs(start("cat big"), "");

    assertThat(outputs).hasSize(2);
    assertThat(outputs.get(1).get("stdout").asText()).isEqualTo("xxxxx");
  }

  @Test
  void endlessCommandEndsByItsTimeLimit() throws IOException {
    workspace.answer("sleep .*", CommandAnswer.endless("zzz"));
    JsonNode command = start("sleep 999");
    assertThat(outputs(command, "").get(0).get("exit_code").isNull()).isTrue();

    clock.plusSeconds(300);

    assertThat(outputs(command, "").get(1).get("exit_code").asInt()).isEqualTo(-1);
    assertThat(outputs(command, "")).hasSize(2);
  }

  @Test
  void badDirectoryIsExitCodeMinusOne() throws IOException {
    JsonNode command =
        world
            .post("/api/bash/start_bash_command", "{\"command\":\"pwd\",\"cwd\":\"/nowhere\"}")
            .json();

    assertThat(outputs(command, "").get(0).get("exit_code").asInt()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "frobnicate --now@127:",
        "echo $(date)@127:",
        "pwd@0:/workspace/project;",
        "cd src && pwd@0:/workspace/project/src;",
        "cd nowhere 2>/dev/null || echo no@0:no;",
        "ls -1@0:app;src;",
        "ls -1Ap /workspace/project@0:.hidden;app/;src/;",
        "ls nowhere@2:",
        "cat src/a.txt@0:first",
        "git ls-files -co --exclude-standard@128:",
        "git -C app ls-files -co --exclude-standard@0:README.md;x/y.md;",
        "cd app && git ls-files@0:README.md;x/y.md;",
        "find . -maxdepth 1 -mindepth 1 -printf '%y %f\\n'@0:f .hidden;d app;d src;",
        "find src -type f@0:src/a.txt;src/b c.txt;",
        "find . -name x -prune -o -type f -print@0:./.hidden;./app/README.md;./src/a.txt;./src/b c.txt;",
        "find . -type f ! -path '*/app/*'@0:./.hidden;./src/a.txt;./src/b c.txt;",
        "find . -regex x@1:",
        "find nowhere@1:",
        "ls src | sort@0:a.txt;b c.txt;",
        "true; false@1:",
      })
  void smallShellListsFiles(String command, String expected) throws IOException {
    workspace.put("src/b c.txt", "second");
    workspace.put("src/a.txt", "first");
    workspace.put(".hidden", "");
    workspace.put("app/README.md", "");
    workspace.put("app/x/y.md", "");
    workspace.makeRepository("app");

    assertThat(said(command)).isEqualTo(expected.replace(';', '\n'));
  }
}
