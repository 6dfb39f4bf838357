package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Client;
import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.TypedResponse;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ProbeApi;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import io.github.openhands4j.core.testing.StreamApi;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operations that only read, which Feign does not carry out. */
class ReadCallTest {

  interface Kinds {
    @RequestLine("GET /value")
    List<String> value();

    @RequestLine("GET /nothing")
    void nothing();

    @RequestLine("GET /response")
    Response response();

    @RequestLine("GET /typed")
    TypedResponse<String> typed();

    @RequestLine("GET /elsewhere")
    String elsewhere(URI base);

    @RequestLine("DELETE /value")
    String write();
  }

  private final Contract contract = new DefaultContract();

  @Test
  void onlyPlainReadsAreTaken() {
    assertThat(
            contract.parseAndValidateMetadata(Kinds.class).stream()
                .filter(ReadShape::canBe)
                .map(MethodMetadata::configKey))
        .containsExactly("Kinds#value()");
  }

  @Test
  void viewsReadAnInterfaceOnce() {
    try (ScriptedServer server = ScriptedServer.start();
        FeignClients clients = new FeignClients(Probe.options(server).build())) {
      FeignClients view =
          clients.with(Probe.options(server).build(), new CallView(Map.of("X-Org-Id", "o"), null));

      assertThat(view.shape(ProbeApi.class)).isSameAs(clients.shape(ProbeApi.class));
    }
  }

  @Test
  void decoderThatFailsInAWayOfItsOwnMakesTheAnswerUnreadable() throws Exception {
    Client client =
        (request, options) ->
            Response.builder().request(request).status(200).headers(Map.of()).build();
    ServerCalls server =
        new ServerCalls(
            "http://127.0.0.1:1/",
            client,
            (response, type) -> {
              throw new IllegalStateException("canary-of-the-answer");
            },
            (key, response) -> new IllegalStateException(),
            new Request.Options());
    ApiShape shape = ApiShape.of(Kinds.class);
    Method value = Kinds.class.getMethod("value");
    InvocationHandler handler =
        new DirectReads(shape.reads(), server, new OwnExceptions())
            .create(new ServerTarget<>(Kinds.class, server.url()), Map.of());
    Kinds proxy =
        (Kinds)
            Proxy.newProxyInstance(
                Kinds.class.getClassLoader(), new Class<?>[] {Kinds.class}, handler);

    assertThat(shape.reads()).extracting(read -> read.operation().method()).containsExactly(value);
    assertThatThrownBy(proxy::value)
        .isInstanceOfSatisfying(
            UnreadableAnswerException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_UNREADABLE))
        .hasMessageNotContaining("canary");
  }

  @Test
  void listenerHearsOfAStreamedOperationThatIsRefusedAndNotOfOneThatStreams() {
    List<RawAnswer> heard = new ArrayList<>();
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.answer(404, "application/json", "{\"detail\":\"no file\"}"))
                .then(Scripts.json("[]"));
        FeignClients clients = new FeignClients(Probe.options(server).build())) {
      StreamApi api =
          clients
              .with(Probe.options(server).build(), new CallView(Map.of(), heard::add))
              .target(StreamApi.class);

      assertThatThrownBy(() -> api.any()).isInstanceOf(NotFoundException.class);
      api.any().close();

      assertThat(heard).extracting(RawAnswer::status).containsExactly(404);
      assertThat(heard.get(0).text()).contains("no file");
    }
  }
}
