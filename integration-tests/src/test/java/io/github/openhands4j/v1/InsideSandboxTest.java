package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AgentConversationInfo;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the agent server of a sandbox tells: its conversations, their events, its folders. */
@Timeout(60)
class InsideSandboxTest {

  private static final String SEARCH = "/api/conversations/search";

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client(new ManualTime());
  private final Conversation conversation =
      client.conversation(world.running(client)).orElseThrow();
  private final AgentServer agent = conversation.agent();

  @AfterEach
  void close() {
    world.close();
  }

  private List<String> sent(String path) {
    return V1World.queries(world.server.agentServer().journal(), path);
  }

  @Test
  void archiveLeavesOutEachNameOfTheList() throws IOException {
    SimulatedWorkspace files =
        world.conversation(conversation.id()).sandbox().orElseThrow().workspace();
    files.put(SimulatedWorkspace.ROOT + "/kept.txt", "kept");
    files.put(SimulatedWorkspace.ROOT + "/target/out.bin", "left out");
    files.put(SimulatedWorkspace.ROOT + "/node modules/a.js", "left out");

    byte[] tar;
    try (StreamedAnswer answer =
        agent.archive(SimulatedWorkspace.ROOT, List.of("target", "node modules"))) {
      tar = new GZIPInputStream(answer.body()).readAllBytes();
    }

    assertThat(new String(tar, StandardCharsets.ISO_8859_1))
        .contains("kept.txt")
        .doesNotContain("out.bin")
        .doesNotContain("a.js");
    assertThat(sent("/api/file/archive")).hasSize(1);
    assertThat(sent("/api/file/archive").get(0).split("&", -1))
        .containsExactlyInAnyOrder(
            "path=" + SimulatedWorkspace.ROOT,
            "format=tar.gz",
            "exclude=target",
            "exclude=node modules");
  }

  @Test
  void archiveOfAFolderThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> agent.archive("/workspace/nosuch", List.of()))
        .isInstanceOf(NotFoundException.class);
    assertThat(sent("/api/file/archive").get(0)).doesNotContain("exclude");
  }

  @Test
  void conversationsAreThoseOfTheSandboxInTheServersOrderPageByPage() {
    assertThat(agent.conversations())
        .extracting(AgentConversationInfo::id)
        .containsExactly(conversation.id());
    assertThat(sent(SEARCH)).containsExactly("limit=100");

    ConversationId newest = ConversationId.random();
    ConversationId older = ConversationId.random();
    page(row(newest), "\"7\"");
    page("", "\"8\"");
    page(row(newest) + "," + row(older) + ",7", "null");
    Paged<AgentConversationInfo> paged = agent.conversations();

    assertThat(sent(SEARCH)).as("nothing is asked before a row is wanted").hasSize(1);
    assertThat(paged).extracting(AgentConversationInfo::id).containsExactly(newest, older);
    assertThat(sent(SEARCH)).hasSize(4);
    assertThat(sent(SEARCH).get(2).split("&", -1)).containsOnly("limit=100", "page_id=7");
    assertThat(sent(SEARCH).get(3).split("&", -1)).containsOnly("limit=100", "page_id=8");
  }

  private static String row(ConversationId id) {
    return "{\"id\":\"" + id.dashed() + "\",\"execution_status\":\"idle\"}";
  }

  private void page(String rows, String next) {
    world
        .server
        .agentServer()
        .disturbNext(
            "GET",
            SEARCH,
            Disturbance.notTaken()
                .answer(
                    200,
                    "application/json",
                    "{\"items\":[" + rows + "],\"next_page_id\":" + next + "}"));
  }

  @Test
  void eventsAreCountedByTheAgentServer() {
    AgentConversation inside = agent.conversation(conversation.id());
    long before = inside.countEvents();
    world.server.events(conversation.id().hex()).addToAgentServerOnly("{\"kind\":\"PauseEvent\"}");

    assertThat(inside.countEvents()).isEqualTo(before + 1).isEqualTo(inside.events().count());
    assertThat(sent("/api/conversations/[^/]+/events/count")).containsExactly("", "");
  }
}
