package io.github.openhands4j.v1.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SandboxSpecInfo;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.SharedConversation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sandboxes, health, what is shared. */
final class SandboxCalls {

  private SandboxCalls() {}

  static Stream<V1Call> all() {
    return Stream.of(sandboxes(), health(), shared()).flatMap(List::stream);
  }

  private static List<V1Call> sandboxes() {
    return List.of(
        V1Call.of("Sandboxes.list", "GET /api/v1/sandboxes/search", "", s -> s.client().sandboxes().list().stream().map(SandboxInfo::id).toList().equals(List.of(s.sandbox())), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Sandboxes.get", "GET /api/v1/sandboxes?id={sandbox}", "", s -> s.client().sandboxes().get(s.sandbox()).isPresent(), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Sandboxes.getAll", "GET /api/v1/sandboxes?id={sandbox}&id=nobodys", "", s -> s.client().sandboxes().getAll(List.of(s.sandbox(), "nobodys")).size(), answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of("Sandboxes.create", "POST /api/v1/sandboxes", "", s -> s.client().sandboxes().create().status(), answer -> assertThat(answer).isEqualTo(SandboxStatus.STARTING)),
        V1Call.of("Sandboxes.create of a specification", "POST /api/v1/sandboxes?sandbox_spec_id=simulated/agent-server:1", "", s -> s.client().sandboxes().create("simulated/agent-server:1").sandboxSpecId(), answer -> assertThat(answer).isEqualTo("simulated/agent-server:1")),
        V1Call.run("Sandboxes.pause", "POST /api/v1/sandboxes/{sandbox}/pause", "", s -> s.client().sandboxes().pause(s.sandbox())),
        V1Call.run("Sandboxes.resume", "POST /api/v1/sandboxes/{sandbox}/resume", "", s -> s.client().sandboxes().resume(s.sandbox())),
        V1Call.of("Sandboxes.delete", "DELETE /api/v1/sandboxes/{sandbox}?sandbox_id={sandbox}", "", s -> s.client().sandboxes().delete(s.sandbox()), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Sandboxes.secretNames", "GET /api/v1/sandboxes/{sandbox}/settings/secrets", "", s -> s.client().sandboxes().secretNames(s.sandboxInfo()).stream().map(CustomSecret::name).toList(), answer -> assertThat(answer).isEqualTo(List.of("TOKEN"))),
        V1Call.of("Sandboxes.secret", "GET /api/v1/sandboxes/{sandbox}/settings/secrets/TOKEN", "", s -> s.client().sandboxes().secret(s.sandboxInfo(), "TOKEN").map(Secret::reveal), answer -> assertThat(answer).isEqualTo(Optional.of("fake-value"))),
        V1Call.of("SandboxSpecs.list", "GET /api/v1/sandbox-specs/search", "", s -> s.client().sandboxSpecs().list().stream().map(SandboxSpecInfo::workingDir).toList(), answer -> assertThat(answer).isEqualTo(List.of("/workspace/project"))),
        V1Call.of("SandboxSpecs.get", "GET /api/v1/sandbox-specs?id=simulated/agent-server:1", "", s -> s.client().sandboxSpecs().get("simulated/agent-server:1").map(SandboxSpecInfo::id), answer -> assertThat(answer).isEqualTo(Optional.of("simulated/agent-server:1"))));
  }

  private static List<V1Call> health() {
    return List.of(
        V1Call.of("Health.isAlive", "GET /alive", "", s -> s.client().health().isAlive(), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Health.isHealthy", "GET /health", "", s -> s.client().health().isHealthy(), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Health.isReady", "GET /ready", "", s -> s.client().health().isReady(), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Health.serverInfo", "GET /server_info", "", s -> s.client().health().serverInfo().resources().keySet().contains("memory"), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("Health.isCloud", "GET /saas", "", s -> s.client().health().isCloud(), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("WebClientConfigApi.get", "GET /api/v1/web-client/config", "", s -> s.client().api().webClient().get(null).containsKey("app_mode"), answer -> assertThat(answer).isEqualTo(true)));
  }

  private static List<V1Call> shared() {
    return List.of(
        V1Call.of("SharedConversations.get", "GET /api/shared-conversations?ids={conversation}", "", s -> s.shared().get(s.id()).map(SharedConversation::id).equals(Optional.of(s.id())), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("SharedConversations.getAll", "GET /api/shared-conversations?ids={conversation}", "", s -> s.shared().getAll(List.of(s.id())).size(), answer -> assertThat(answer).isEqualTo(1)),
        V1Call.of("SharedConversations.events", "GET /api/shared-events/search?conversation_id={conversation}", "", s -> s.shared().events(s.id()).stream().count(), answer -> assertThat((Long) answer).isPositive()),
        V1Call.of("SharedConversations.countEvents", "GET /api/shared-events/count?conversation_id={conversation}", "", s -> s.shared().countEvents(s.id()), answer -> assertThat((Long) answer).isPositive()),
        V1Call.of("SharedConversations.event", "GET /api/shared-events/{conversation}/{event}", "", s -> s.shared().event(s.id(), s.event()).isPresent(), answer -> assertThat(answer).isEqualTo(true)),
        V1Call.of("SharedConversations.getEvents", "GET /api/shared-events?conversation_id={conversation}&id={event}", "", s -> s.shared().getEvents(s.id(), List.of(s.event())).size(), answer -> assertThat(answer).isEqualTo(1)));
  }
}
