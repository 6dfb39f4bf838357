package io.github.openhands4j.benchmarks.guards;

import feign.Client;
import feign.Request;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Answers every request at once with the same row, in the place of a network. */
final class MemoryClient implements Client {

  static final String ID = "0123456789abcdef0123456789abcdef";

  private static final byte[] BODY =
      ("[{\"id\":\""
              + ID
              + "\",\"created_by_user_id\":null,\"status\":\"WORKING\",\"detail\":null,"
              + "\"app_conversation_id\":null,\"sandbox_id\":null,\"agent_server_url\":null,"
              + "\"request\":{\"conversation_id\":\"fedcba98-7654-3210-fedc-ba9876543210\","
              + "\"initial_message\":{\"role\":\"user\",\"content\":[{\"type\":\"text\","
              + "\"text\":\"Fix the README\"}],\"run\":true},\"selected_repository\":\"me/repo\","
              + "\"selected_branch\":null,\"git_provider\":null,\"title\":null,"
              + "\"pr_number\":[],\"parent_conversation_id\":null,\"agent_type\":\"default\"},"
              + "\"created_at\":\"2026-11-24T12:00:00.000000Z\","
              + "\"updated_at\":\"2026-11-24T12:00:01.000000Z\"}]")
          .getBytes(StandardCharsets.UTF_8);

  private static final Map<String, Collection<String>> HEADERS =
      Map.of("content-type", List.of("application/json"));

  @Override
  public Response execute(Request request, Request.Options options) {
    return Response.builder()
        .request(request)
        .status(200)
        .reason("OK")
        .headers(HEADERS)
        .body(BODY)
        .build();
  }
}
