package io.github.openhands4j.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.simulator.v0.V0Access;
import io.github.openhands4j.simulator.v0.V0Account;
import io.github.openhands4j.simulator.v0.V0Reply;
import io.github.openhands4j.simulator.v0.V0Run;
import io.github.openhands4j.simulator.v0.V0Server;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.internal.direct.DirectBackend;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The direct backend on the V0 simulator. */
final class DirectWorld implements DirectV0World {

  static final String KEY = "sk-test-not-a-key";
  private static final String CREATE = "/api/conversations";

  private final V0Server server = V0Server.start(V0Access.cloud(KEY));
  private final V0Clients clients =
      new V0Clients(
          server.baseUrl(),
          KEY,
          options ->
              new DirectBackend(
                  options,
                  new V0BackendInfo("direct", "test", "here"),
                  TimeSource.system(),
                  () -> 0));
  private final OpenHandsV0Client client = clients.withRightKey();

  DirectWorld() {
    server.denyRepository(deniedRepository());
  }

  V0Server server() {
    return server;
  }

  @Override
  public V0Clients clients() {
    return clients;
  }

  @Override
  public OpenHandsV0Client client() {
    return client;
  }

  @Override
  public String deniedRepository() {
    return "octo/denied";
  }

  @Override
  public void settle() {
    server.finishStarts();
  }

  @Override
  public void loseAnswerOfNextCreate() {
    server.dropNextAnswer("POST", CREATE);
  }

  @Override
  public void turnAwayNextCreate() {
    server.answerNext(
        "POST", CREATE, V0Reply.page(503, "<html>busy</html>").with("Retry-After", "0"));
  }

  @Override
  public int startsSeen() {
    return server.journal().starts();
  }

  @Override
  public void loseNextAnswer(String method, String path) {
    server.dropNextAnswer(method, path);
  }

  @Override
  public void refuseNextCreateByRateLimit() {
    server.answerNext("POST", CREATE, V0Reply.tooManyRequests());
  }

  @Override
  public int requestsSeen(String method, String path) {
    return server.journal().count(method, path);
  }

  @Override
  public int requestsSeen() {
    return server.journal().requests().size();
  }

  @Override
  public List<String> messagesOf(String id) {
    return server.messagesOf(id);
  }

  @Override
  public List<String> idsOnServer() {
    return server.conversationIds();
  }

  @Override
  public void finishRun(String id, String finalThought) {
    server.work(id, V0Run.finishes(finalThought));
  }

  @Override
  public void failRun(String id) {
    server.work(id, V0Run.fails("STATUS$ERROR_LLM_AUTHENTICATION"));
  }

  @Override
  public void runCommands(String id, int commands) {
    server.runCommands(id, commands);
  }

  @Override
  public void writeFile(String id, String path, byte[] content) {
    server.writeFile(id, path, content);
  }

  @Override
  public void changeFile(String id, String path, @Nullable String before, @Nullable String after) {
    server.changeFile(id, path, before, after);
  }

  @Override
  public Map<String, Integer> openPorts(String id) {
    server.openPort(id, "http://127.0.0.1:51001", 51001);
    server.openPort(id, "http://127.0.0.1:51002", 51002);
    return Map.of("http://127.0.0.1:51001", 51001, "http://127.0.0.1:51002", 51002);
  }

  @Override
  public String withMicroagents() {
    String id = running();
    ObjectNode knowledge = microagent("github", "knowledge");
    knowledge.withArray("triggers").add("git");
    server.loadMicroagent(id, knowledge);
    server.loadMicroagent(id, microagent("repo", "repo"));
    return id;
  }

  private static ObjectNode microagent(String name, String type) {
    ObjectNode microagent = JsonNodeFactory.instance.objectNode();
    microagent.put("name", name).put("type", type).put("content", "Text of " + name);
    microagent.putArray("triggers");
    microagent.putArray("inputs");
    microagent.putArray("tools");
    return microagent;
  }

  @Override
  public void forgetSettings() {
    server.account(V0Account.WITHOUT_SETTINGS);
  }

  @Override
  public String refusedToken() {
    server.refuseToken("fake-refused-token");
    return "fake-refused-token";
  }

  @Override
  public void close() {
    clients.close();
    server.close();
  }
}
