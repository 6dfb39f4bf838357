package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.simulator.v0.V0Access;
import io.github.openhands4j.simulator.v0.V0Reply;
import io.github.openhands4j.simulator.v0.V0Server;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated V0 server whose starts end when the recording shows that they have ended. */
final class V0Replica implements Replica {

  private static final Pattern DENIED = Pattern.compile("\"Unable to access repo (.*)\"");

  private final V0Server server = V0Server.startWithoutWebApp(V0Access.sessionKey(RealServer.KEY));

  @Override
  public URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void prepare(RecordedExchange next, Ids ids) {
    if (next.status() == 429) {
      server.answerNext(next.method(), Pattern.quote(next.path()), V0Reply.tooManyRequests());
    }
    Matcher denied = DENIED.matcher(next.body());
    if (denied.matches()) {
      server.denyRepository(denied.group(1));
    }
    for (JsonNode object : Replica.objects(next)) {
      String status = object.path("status").asText() + object.path("conversation_status").asText();
      if (status.contains("RUNNING")) {
        server.finishStarts();
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
