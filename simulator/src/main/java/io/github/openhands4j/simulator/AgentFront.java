package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Request;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the agent servers of all sandboxes: finds the sandbox by the key or by the
 * path, answers for sandboxes that do not run, as a gateway does, and takes the prefix off paths.
 */
final class AgentFront implements Door {

  /** What an address with a path starts with. */
  static final String PREFIX = "/runtime/";

  private static final Pattern PREFIXED = Pattern.compile(PREFIX + "([^/]+?)(?:-\\d+)?(/.*)?");

  private static final String GONE =
      "<html><head><title>503 Service Temporarily Unavailable</title></head>"
          + "<body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>\n";

  private final World world;
  private final Router router;

  /** In front of one set of routes. */
  AgentFront(World world, Router router) {
    this.world = world;
    this.router = router;
  }

  /** Answers a request. */
  @Override
  public Reply answer(Request request, Target target, Instant now) {
    Matcher prefixed = PREFIXED.matcher(target.path());
    boolean hasPrefix = prefixed.matches();
    String key = request.getHeader(SandboxGate.HEADER);
    String owner = key == null ? null : world.keyOwner(key);
    String sandboxId = owner == null && hasPrefix ? prefixed.group(1) : owner;
    if (sandboxId != null && !runs(sandboxId)) {
      return Reply.text(503, "text/html", GONE);
    }
    return router.answer(request, hasPrefix ? target.at(pathOf(prefixed.group(2))) : target, now);
  }

  /** A path as the routes know it. */
  static String withoutPrefix(String path) {
    Matcher prefixed = PREFIXED.matcher(path);
    return prefixed.matches() ? pathOf(prefixed.group(2)) : path;
  }

  private static String pathOf(@Nullable String rest) {
    return rest == null ? "/" : rest;
  }

  private boolean runs(String sandboxId) {
    return world
        .sandbox(sandboxId)
        .filter(sandbox -> sandbox.rawStatus() == SandboxStatus.RUNNING)
        .isPresent();
  }
}
