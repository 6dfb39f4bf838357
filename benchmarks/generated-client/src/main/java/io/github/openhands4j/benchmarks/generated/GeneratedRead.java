package io.github.openhands4j.benchmarks.generated;

import io.github.openhands4j.benchmarks.generated.api.AppConversationsApi;
import io.github.openhands4j.benchmarks.generated.invoker.ApiClient;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads one conversation with the generated client, as the generator configures it. */
public final class GeneratedRead implements Callable<Object> {

  private final AppConversationsApi api;
  private final List<String> ids;

  /**
   * Makes a client.
   *
   * @param server the server's base URL
   * @param id the conversation's id
   */
  public GeneratedRead(URI server, String id) {
    api = new ApiClient().setBasePath(server.toString()).buildClient(AppConversationsApi.class);
    ids = List.of(id);
  }

  @Override
  public Object call() {
    return api.batchGetConversations(ids);
  }
}
