package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.simulator.v0.V0Access;
import io.github.openhands4j.simulator.v0.V0Account;
import io.github.openhands4j.simulator.v0.V0Reply;
import io.github.openhands4j.simulator.v0.V0Run;
import io.github.openhands4j.simulator.v0.V0Server;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simulated V0 server whose starts end when the recording shows that they have ended, and whose
 * agents do what the messages say.
 */
final class V0Replica implements Replica {

  private static final Pattern DENIED = Pattern.compile("\"Unable to access repo (.*)\"");
  private static final Pattern MESSAGE =
      Pattern.compile("/api/conversations/(\\p{XDigit}{32})/(message|events)");
  private static final Pattern DIRECTIVE = Pattern.compile("(?s)(?:WAIT: 1\n)?([A-Z]+): (.*)");

  private final V0Server server = V0Server.startWithoutWebApp(V0Access.sessionKey(RealServer.KEY));

  /** What agents do once the request that was prepared last has been said. */
  private Runnable work = () -> {};

  V0Replica() {
    server.refuseToken("fake-refused-token");
  }

  @Override
  public URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void prepare(RecordedExchange next, Ids ids) {
    work.run();
    work = () -> {};
    if (next.status() == 429) {
      server.answerNext(next.method(), Pattern.quote(next.path()), V0Reply.tooManyRequests());
    }
    if (next.path().equals("/api/settings") && next.status() == 404) {
      server.account(V0Account.WITHOUT_SETTINGS);
    }
    Matcher denied = DENIED.matcher(next.body());
    if (denied.matches()) {
      server.denyRepository(denied.group(1));
    }
    if (next.method().equals("POST") && next.status() == 200) {
      instruct(next, ids);
    }
    for (JsonNode object : Replica.objects(next)) {
      String status = object.path("status").asText() + object.path("conversation_status").asText();
      if (status.contains("RUNNING")) {
        server.finishStarts();
      }
    }
  }

  private void instruct(RecordedExchange next, Ids ids) {
    if (next.path().equals("/api/conversations")) {
      server.nextRun(
          run(Answers.parsed(next.requestBody()).path("initial_user_msg").asText())
              .orElseGet(V0Run::runsOn));
    }
    Matcher message = MESSAGE.matcher(next.path());
    if (message.matches()) {
      JsonNode body = Answers.parsed(next.requestBody());
      String text = body.path("message").asText() + body.at("/args/content").asText();
      ids.of(message.group(1))
          .ifPresent(id -> run(text).ifPresent(run -> work = () -> server.work(id, run)));
    }
  }

  /** What the real server's model does about a message. */
  private static Optional<V0Run> run(String message) {
    Matcher directive = DIRECTIVE.matcher(message);
    if (!directive.matches()) {
      return Optional.empty();
    }
    String argument = directive.group(2);
    return switch (directive.group(1)) {
      case "RUN", "FINISH" -> Optional.of(V0Run.finishes(argument));
      case "SAY" -> Optional.of(V0Run.answers(argument));
      case "FAIL" -> Optional.of(V0Run.fails("STATUS$ERROR_LLM_AUTHENTICATION"));
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
