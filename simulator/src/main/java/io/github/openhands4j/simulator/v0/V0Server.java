package io.github.openhands4j.simulator.v0;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stateful stand-in for a server of release 0.62, which still has V0, on a random port of
 * 127.0.0.1.
 *
 * <pre>{@code
 * try (V0Server server = V0Server.start(V0Access.cloud("sk-test"))) {
 *   server.dropNextAnswer("POST", "/api/conversations");
 *   // point the client at server.baseUrl() and create something
 *   assertThat(server.journal().starts()).isEqualTo(1);
 * }
 * }</pre>
 *
 * <ul>
 *   <li>A new or woken conversation is STARTING until it was read once, then RUNNING until it is
 *       stopped.
 *   <li>Agents do what {@link #nextRun} and {@link #work} say; by themselves they begin and stay at
 *       work. A woken conversation writes no events of its own.
 *   <li>Running conversations are not limited in number, and the list has no oldest age.
 * </ul>
 *
 * Thread-safe. Closing it stops the server and frees the port.
 */
public final class V0Server implements AutoCloseable {

  private final Object lock = new Object();
  private final Store store = new Store();
  private final Disturbances disturbances = new Disturbances();
  private final V0Journal journal = new V0Journal();
  private final Router router;
  private final WireMockServer server;
  private @Nullable Boolean webAppOnly;

  private V0Server(V0Access access, boolean webApp) {
    router = new Router(store, access, webApp);
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .gzipDisabled(true)
                .disableRequestJournal()
                .extensions(new Responder(this::answer)));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
  }

  /**
   * Starts a server with its web app, which answers every path that has no route.
   *
   * @param access who may call
   * @return the running server
   */
  public static V0Server start(V0Access access) {
    return new V0Server(access, true);
  }

  /**
   * Starts a server that consists of the API alone.
   *
   * @param access who may call
   * @return the running server
   */
  public static V0Server startWithoutWebApp(V0Access access) {
    return new V0Server(access, false);
  }

  /**
   * Where it listens.
   *
   * @return scheme, host and port
   */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /**
   * What it saw.
   *
   * @return the living journal
   */
  public V0Journal journal() {
    return journal;
  }

  /**
   * The conversations there are.
   *
   * @return their ids, newest first
   */
  public List<String> conversationIds() {
    synchronized (lock) {
      return store.newestFirst().stream().map(Conversation::id).toList();
    }
  }

  /**
   * The messages that were added to a conversation, without its first one.
   *
   * @param conversationId the id
   * @return the texts in their order; none for an unknown id
   */
  public List<String> messagesOf(String conversationId) {
    synchronized (lock) {
      return store.find(conversationId).map(Conversation::messages).orElse(List.of());
    }
  }

  /**
   * What the agent of a conversation that is created later does about its first message.
   *
   * @param run its run; each is for one conversation, in the order of the calls
   */
  public void nextRun(V0Run run) {
    synchronized (lock) {
      store.nextRun(run);
    }
  }

  /**
   * Lets the agent of a conversation work now.
   *
   * @param conversationId the id
   * @param run what it does
   */
  public void work(String conversationId, V0Run run) {
    change(conversationId, conversation -> conversation.work().run(run));
  }

  /**
   * Lets the agent of a conversation run commands, each of which makes an action and what came of
   * it.
   *
   * @param conversationId the id
   * @param commands how many
   */
  public void runCommands(String conversationId, int commands) {
    change(
        conversationId,
        conversation -> {
          for (int i = 0; i < commands; i++) {
            conversation.work().command("echo " + i, String.valueOf(i));
          }
        });
  }

  /**
   * Lets a conversation have an event.
   *
   * @param conversationId the id
   * @param source {@code agent}, {@code user} or {@code environment}
   * @param typed its message, type and data; id and time are added
   */
  public void addEvent(String conversationId, String source, ObjectNode typed) {
    change(conversationId, conversation -> conversation.work().write(source, typed));
  }

  /**
   * Writes a file into a workspace.
   *
   * @param conversationId the id
   * @param path its path, absolute or from the root
   * @param content its bytes
   */
  public void writeFile(String conversationId, String path, byte[] content) {
    change(conversationId, conversation -> conversation.workspace().write(path, content));
  }

  /**
   * Reads a file of a workspace.
   *
   * @param conversationId the id
   * @param path its path, absolute or from the root
   * @return its bytes, if it is there
   */
  public Optional<byte[]> readFile(String conversationId, String path) {
    synchronized (lock) {
      return store.find(conversationId).flatMap(found -> found.workspace().read(path));
    }
  }

  /**
   * Lets a file of a workspace differ from the base of its repository.
   *
   * @param conversationId the id
   * @param path its path from the root
   * @param before its text in the base, or null for a new file
   * @param after its text now, or null for a deleted one
   */
  public void changeFile(
      String conversationId, String path, @Nullable String before, @Nullable String after) {
    change(
        conversationId,
        conversation -> conversation.git().change(path, new GitState.Change(before, after)));
  }

  /**
   * Lets a program of a runtime be reached from outside.
   *
   * @param conversationId the id
   * @param url its address
   * @param port its port
   */
  public void openPort(String conversationId, String url, int port) {
    change(conversationId, conversation -> conversation.runtime().openPort(url, port));
  }

  /**
   * Lets a conversation load a microagent.
   *
   * @param conversationId the id
   * @param microagent its object as V0 shows it
   */
  public void loadMicroagent(String conversationId, ObjectNode microagent) {
    change(conversationId, conversation -> conversation.runtime().load(microagent));
  }

  /**
   * Lets git providers refuse a token.
   *
   * @param token the token
   */
  public void refuseToken(String token) {
    synchronized (lock) {
      store.refuseToken(token);
    }
  }

  private void change(String conversationId, Consumer<Conversation> change) {
    synchronized (lock) {
      change.accept(store.find(conversationId).orElseThrow());
    }
  }

  /** Lets everything that is starting be RUNNING, as if it had been read once. */
  public void finishStarts() {
    synchronized (lock) {
      store.newestFirst().forEach(Conversation::looked);
    }
  }

  /**
   * Makes a repository unreachable, so that creates with it are refused.
   *
   * @param repository as {@code owner/name}
   */
  public void denyRepository(String repository) {
    synchronized (lock) {
      store.denyRepository(repository);
    }
  }

  /**
   * Changes what the account has.
   *
   * @param account what it lacks from now on
   */
  public void account(V0Account account) {
    synchronized (lock) {
      store.account(account);
    }
  }

  /**
   * Takes V0 away, as the release of April 2026 did.
   *
   * @param webApp whether the web app answers where routes were, or nothing does
   */
  public void removeV0(boolean webApp) {
    synchronized (lock) {
      webAppOnly = webApp;
    }
  }

  /**
   * Lets the server carry out the next such request and lose its answer.
   *
   * @param method the HTTP method
   * @param path a regular expression for the whole decoded path
   */
  public void dropNextAnswer(String method, String path) {
    disturb(method, path, true, null);
  }

  /**
   * Lets something before the server answer the next such request, which the server never sees.
   *
   * @param method the HTTP method
   * @param path a regular expression for the whole decoded path
   * @param reply the answer
   */
  public void answerNext(String method, String path, V0Reply reply) {
    disturb(method, path, false, reply);
  }

  /**
   * Lets the server carry out the next such request and puts another answer in the place of its
   * own.
   *
   * @param method the HTTP method
   * @param path a regular expression for the whole decoded path
   * @param reply the answer
   */
  public void replaceNextAnswer(String method, String path, V0Reply reply) {
    disturb(method, path, true, reply);
  }

  private void disturb(String method, String path, boolean taken, @Nullable V0Reply shown) {
    synchronized (lock) {
      disturbances.add(new Disturbances.Disturbance(method, Pattern.compile(path), taken, shown));
    }
  }

  private V0Reply answer(V0Request request) {
    synchronized (lock) {
      journal.add(request);
      return disturbances
          .takeFor(request)
          .map(
              disturbance -> {
                if (disturbance.taken()) {
                  real(request);
                }
                V0Reply shown = disturbance.shown();
                return shown == null ? Responder.NONE : shown;
              })
          .orElseGet(() -> real(request));
    }
  }

  private V0Reply real(V0Request request) {
    return webAppOnly == null ? router.answer(request) : Router.withoutV0(request, webAppOnly);
  }

  /** Stops the server. */
  @Override
  public void close() {
    server.stop();
  }
}
