package io.github.openhands4j.realserver.likeness;

import static io.github.openhands4j.realserver.likeness.V0Scenario.ALL;
import static io.github.openhands4j.realserver.likeness.V0Scenario.NOBODY;
import static io.github.openhands4j.realserver.likeness.V0Scenario.awaitAgent;
import static io.github.openhands4j.realserver.likeness.V0Scenario.newConversation;

import io.github.openhands4j.realserver.On;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RealServers;
import io.github.openhands4j.realserver.ServerKind;
import io.github.openhands4j.realserver.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The simulator of the V0 server answers as the real one does about a conversation's workspace and
 * runtime: files, git, addresses, microagents.
 */
@ExtendWith(RealServers.class)
@Timeout(600)
class V0WorkspaceLikenessIT {

  private static final String FORM = "multipart/form-data; boundary=form";

  @Test
  void filesAreUploadedAndRead(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String one = newConversation(caller, "{}");
          awaitAgent(caller, one, "awaiting_user_input");
          uploads(caller, one);
          reads(caller, one);
          caller.delete(one);
        });
  }

  @Test
  void stoppedConversationHasNoRuntime(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          String one = newConversation(caller, "{}");
          awaitAgent(caller, one, "awaiting_user_input");
          // a runtime that was not looked at before would be made anew after the stop
          caller.get(one + "/list-files");
          caller.post(one + "/stop", "");
          caller.until(one, V0Scenario.is("/status", "STOPPED"));
          reads(caller, one);
          uploads(caller, one);
          caller.delete(one);
        });
  }

  @Test
  void unknownAndDeletedConversationsHaveNoWorkspace(@On(ServerKind.V0) RealServer server)
      throws Exception {
    assertAlike(
        server,
        caller -> {
          String deleted = newConversation(caller, "{}");
          awaitAgent(caller, deleted, "awaiting_user_input");
          caller.delete(deleted);
          for (String one : List.of(deleted, ALL + "/" + NOBODY, ALL + "/abc", ALL + "/a..b")) {
            reads(caller, one);
            upload(caller, one, file("files", "a.txt", "a"));
          }
        });
  }

  @Test
  void keysAndMethodsOfTheWorkspace(@On(ServerKind.V0) RealServer server) throws Exception {
    assertAlike(
        server,
        caller -> {
          for (String path :
              List.of(
                  "/events",
                  "/trajectory",
                  "/list-files",
                  "/select-file",
                  "/zip-directory",
                  "/upload-files",
                  "/git/changes",
                  "/git/diff",
                  "/config",
                  "/vscode-url",
                  "/web-hosts",
                  "/microagents",
                  "/remember-prompt",
                  "/submit-feedback")) {
            String target = ALL + "/" + NOBODY + path;
            caller.say("GET", target, "");
            caller.say("POST", target, "{", "Content-Type", "application/json");
            caller.keyed("PUT", target, "{}");
            caller.keyed("HEAD", target, "");
            caller.get(target + "/");
          }
        });
  }

  private static void reads(RawCaller caller, String one) throws Exception {
    for (String path :
        List.of(
            "/list-files",
            "/list-files?path=",
            "/list-files?path=likeness",
            "/list-files?path=no/such/folder",
            "/select-file",
            "/select-file?file=likeness.txt",
            "/select-file?file=unicode.txt",
            "/select-file?file=binary.bin",
            "/select-file?file=none.txt",
            "/select-file?file=.",
            "/zip-directory",
            "/git/changes",
            "/git/diff",
            "/git/diff?path=none.txt",
            "/config",
            "/vscode-url",
            "/web-hosts",
            "/microagents",
            "/remember-prompt",
            "/remember-prompt?event_id=x",
            "/trajectory")) {
      caller.get(one + path);
    }
  }

  private static void uploads(RawCaller caller, String one) throws Exception {
    upload(caller, one, file("files", "likeness.txt", "hello\n"));
    upload(
        caller,
        one,
        file("files", "unicode.txt", "\u00C4rger"),
        file("files", "binary.bin", "a\u0000b"));
    upload(caller, one, file("other", "a.txt", "a"));
    upload(caller, one, file("files", "likeness.txt", "b"), file("other", "a.txt", "a"));
    upload(caller, one, "Content-Disposition: form-data; name=\"files\"\r\n\r\ntext");
    upload(caller, one);
    caller.post(one + "/upload-files", "{}");
    caller.post(one + "/upload-files", "");
    caller.post(one + "/upload-files", "{");
  }

  private static void assertAlike(RealServer server, Recording.Talk talk) throws Exception {
    try {
      V0Scenario.assertAlike(server, talk);
    } finally {
      Workspace.ofAll(server).empty();
    }
  }

  private static String file(String field, String name, String content) {
    return "Content-Disposition: form-data; name=\""
        + field
        + "\"; filename=\""
        + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        + content;
  }

  private static void upload(RawCaller caller, String one, String... parts) throws Exception {
    StringBuilder form = new StringBuilder();
    for (String part : parts) {
      form.append("--form\r\n").append(part).append("\r\n");
    }
    caller.say(
        "POST",
        one + "/upload-files",
        form.append("--form--\r\n").toString(),
        "X-Session-API-Key",
        RealServer.KEY,
        "Content-Type",
        FORM);
  }
}
