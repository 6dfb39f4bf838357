package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a sandbox as the server does. */
final class SandboxJson {

  private SandboxJson() {}

  /** The sandbox; key and URLs only while it runs. */
  static ObjectNode of(SimulatedSandbox sandbox) {
    boolean running = sandbox.rawStatus() == SandboxStatus.RUNNING;
    ObjectNode json = Json.object();
    json.put("id", sandbox.id());
    json.putNull("created_by_user_id");
    json.put("sandbox_spec_id", SandboxSpecRoutes.ONLY);
    json.put("status", sandbox.rawStatus().name());
    json.put("session_api_key", running ? sandbox.rawSessionKey() : null);
    if (running) {
      String url = sandbox.agentServerUrl();
      ArrayNode urls = json.putArray("exposed_urls");
      expose(urls, "AGENT_SERVER", url, 60000);
      expose(urls, "VSCODE", url + "/vscode/?tkn=" + sandbox.rawSessionKey(), 60001);
      expose(urls, "WORKER_1", url + "/worker-1", 12000);
      expose(urls, "WORKER_2", url + "/worker-2", 12001);
    } else {
      json.putNull("exposed_urls");
    }
    json.put("created_at", Timestamps.zoned(sandbox.createdAt()));
    return json;
  }

  private static void expose(ArrayNode urls, String name, String url, int port) {
    urls.addObject().put("name", name).put("url", url).put("port", port);
  }
}
