package io.github.openhands4j.simulation;

import feign.Request;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.model.v1.Success;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The model server by the raw door, as far as the simulations go. */
final class ModelApi {

  private ModelApi() {}

  static V1Api of(ModelReads reads) {
    return api(
        new Conversations(reads),
        new Tasks(reads),
        none(SandboxesApi.class),
        none(EventsApi.class));
  }

  /** A server of one conversation, as far as messages go. */
  static V1Api ofChat(Function<Request.Options, Object> send, ModelChat chat) {
    return api(
        door(
            AppConversationsApi.class,
            Map.of("sendMessage", arguments -> send.apply(options(arguments)))),
        none(StartTasksApi.class),
        none(SandboxesApi.class),
        door(
            EventsApi.class,
            Map.of("search", arguments -> chat.search(query(arguments[1]), options(arguments)))));
  }

  /** A server of starts, as one client after the other makes them. */
  static V1Api ofStarts(ModelStarts starts) {
    return api(
        door(
            AppConversationsApi.class,
            Map.of(
                "start",
                arguments ->
                    starts.start((AppConversationStartRequest) arguments[0], options(arguments)),
                "batchGet",
                arguments -> starts.conversations((List<?>) arguments[0], options(arguments)))),
        door(
            StartTasksApi.class,
            Map.of("search", arguments -> starts.search(query(arguments[0]), options(arguments)))),
        door(
            SandboxesApi.class,
            Map.of("search", arguments -> starts.sandboxes(options(arguments)))),
        none(EventsApi.class));
  }

  private static V1Api api(
      AppConversationsApi conversations,
      StartTasksApi tasks,
      SandboxesApi sandboxes,
      EventsApi events) {
    return V1Api.builder().appConversations(conversations).startTasks(tasks).sandboxes(sandboxes).events(events).build();
  }

  private static Request.Options options(Object[] arguments) {
    return (Request.Options) arguments[arguments.length - 1];
  }

  private static Map<String, Object> query(Object argument) {
    Map<String, Object> query = new HashMap<>();
    ((Map<?, ?>) argument).forEach((name, value) -> query.put((String) name, value));
    return query;
  }

  /** A door of which some methods are open. */
  static <T> T door(Class<T> api, Map<String, Function<Object[], Object>> open) {
    return api.cast(
        Proxy.newProxyInstance(
            ModelApi.class.getClassLoader(),
            new Class<?>[] {api},
            (proxy, method, arguments) -> {
              Function<Object[], Object> work = open.get(method.getName());
              if (work == null) {
                throw unused();
              }
              return work.apply(arguments == null ? new Object[0] : arguments);
            }));
  }

  private static <T> T none(Class<T> api) {
    return door(api, Map.of());
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("nobody calls this in a simulation");
  }

  private record Tasks(ModelReads reads) implements StartTasksApi {

    @Override
    public List<@Nullable AppConversationStartTask> batchGet(
        List<StartTaskId> ids, Request.@Nullable Options options) {
      return reads.tasks(ids);
    }

    @Override
    public Page<AppConversationStartTask> search(
        Map<String, Object> query, Request.@Nullable Options options) {
      return reads.search(query);
    }

    @Override
    public Long count(Map<String, Object> query, Request.@Nullable Options options) {
      throw unused();
    }
  }

  private record Conversations(ModelReads reads) implements AppConversationsApi {

    @Override
    public List<@Nullable AppConversation> batchGet(
        List<ConversationId> ids, Request.@Nullable Options options) {
      return reads.conversations(ids);
    }

    @Override
    public Page<AppConversation> search(
        Map<String, Object> query, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public Long count(Map<String, Object> query, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public AppConversationStartTask start(
        AppConversationStartRequest request, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public AppConversation update(
        ConversationId id,
        AppConversationUpdateRequest request,
        Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public Success delete(ConversationId id, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public AppSendMessageResponse sendMessage(
        ConversationId id, AppSendMessageRequest request, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public Success switchProfile(
        ConversationId id, Map<String, String> body, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public Success switchAcpModel(
        ConversationId id, Map<String, String> body, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public Map<String, @Nullable Object> skills(
        ConversationId id, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public Map<String, @Nullable Object> hooks(
        ConversationId id, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public String file(ConversationId id, String path, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public List<GitChange> gitChanges(
        ConversationId id, String path, @Nullable String ref, Request.@Nullable Options options) {
      throw unused();
    }

    @Override
    public GitDiff gitDiff(
        ConversationId id, String path, @Nullable String ref, Request.@Nullable Options options) {
      throw unused();
    }
  }
}
