package io.github.openhands4j.simulator.v0;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.Function;

/** Lets WireMock answer every request with what a function says. */
final class Responder implements ResponseDefinitionTransformerV2 {

  /** The reply that stands for none: the connection ends. */
  static final V0Reply NONE = V0Reply.text(0, "");

  private final Function<V0Request, V0Reply> server;

  Responder(Function<V0Request, V0Reply> server) {
    this.server = server;
  }

  @Override
  public String getName() {
    return "openhands-v0-server";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    V0Reply reply = server.apply(RequestReader.read(event.getRequest()));
    if (reply.equals(NONE)) {
      return ResponseDefinitionBuilder.responseDefinition().withFault(Fault.EMPTY_RESPONSE).build();
    }
    ResponseDefinitionBuilder answer =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(reply.status())
            .withHeader("cache-control", "no-cache, no-store, must-revalidate, max-age=0")
            .withHeader("pragma", "no-cache")
            .withHeader("expires", "0");
    if (reply.binary()) {
      answer.withBase64Body(reply.body());
    } else {
      answer.withBody(reply.body());
    }
    if (!reply.contentType().isEmpty()) {
      answer.withHeader("content-type", reply.contentType());
    }
    reply.headers().forEach(answer::withHeader);
    return answer.build();
  }
}
