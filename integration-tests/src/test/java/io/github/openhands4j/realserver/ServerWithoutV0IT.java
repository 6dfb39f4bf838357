package io.github.openhands4j.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0GoneException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The direct backend on real servers that lost V0. */
@ExtendWith(RealServers.class)
@Timeout(600)
class ServerWithoutV0IT {

  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void serverWithoutWebAppIsToldApartByTheCallsOfConversations(
      @On(ServerKind.V1) RealServer server) {
    assertToldByEveryCall(server);
  }

  @Test
  void serverWithWebAppIsToldApartByTheCallsOfConversations(
      @On(ServerKind.V1_WITH_WEB_APP) RealServer server) {
    assertToldByEveryCall(server);
  }

  private static void assertToldByEveryCall(RealServer server) {
    List<String> before = new V1Conversations(server).ids();
    try (RecordingProxy proxy = new RecordingProxy(server.baseUrl());
        V0Clients clients = RealDirectWorld.clientsAt(proxy)) {
      OpenHandsV0Client client = clients.withRightKey();
      List<ThrowingCallable> calls =
          List.of(
              () ->
                  client.createConversation(
                      CreateConversationRequest.builder().initialUserMsg("Fix it").build()),
              () -> client.getConversation(ID),
              () -> client.listConversations(ConversationListQuery.firstPage()),
              () -> client.updateConversation(ID, "t"),
              () -> client.deleteConversation(ID),
              () -> client.startConversation(ID, List.of()),
              () -> client.stopConversation(ID),
              () -> client.addMessage(ID, "m"));

      assertThat(calls)
          .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(V0GoneException.class));
      assertThat(proxy.count("POST", RealDirectWorld.CREATE)).isEqualTo(1);
      assertThat(new V1Conversations(server).ids()).containsExactlyInAnyOrderElementsOf(before);
    }
  }
}
