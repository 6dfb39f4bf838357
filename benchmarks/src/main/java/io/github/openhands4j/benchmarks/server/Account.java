package io.github.openhands4j.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An account whose starts never become ready. It answers starts, batch reads of start tasks and of
 * conversations, and the list of start tasks, newest first. Thread-safe.
 */
public final class Account implements Function<Received, Reply> {

  private static final Pattern ID = Pattern.compile("\"conversation_id\"\\s*:\\s*\"([0-9a-f-]+)\"");
  private static final int PAGE = 100;

  private final Deque<String> newest = new ArrayDeque<>();

  /** Creates an account without starts. */
  public Account() {}

  @Override
  public Reply apply(Received request) {
    String path = request.target().split("\\?", 2)[0];
    if (request.method().equals("POST")) {
      return new Reply.Json(start(request));
    }
    if (path.endsWith("/start-tasks/search")) {
      return new Reply.Json(page());
    }
    boolean tasks = path.endsWith("/start-tasks");
    return new Reply.Json(
        Arrays.stream(request.target().split("ids=", -1))
            .skip(1)
            .map(id -> id.split("&", 2)[0])
            .map(id -> tasks ? task(id, id) : conversation(id))
            .collect(Collectors.joining(",", "[", "]")));
  }

  /**
   * Takes a start.
   *
   * @param request the request
   * @return the start task as JSON
   */
  public String start(Received request) {
    String conversation = conversationId(request);
    String task =
        task(
            UUID.nameUUIDFromBytes(conversation.getBytes(StandardCharsets.US_ASCII)).toString(),
            conversation);
    synchronized (newest) {
      newest.addFirst(task);
      if (newest.size() > PAGE) {
        newest.removeLast();
      }
    }
    return task;
  }

  /**
   * The id that the client gave the conversation.
   *
   * @param request a start
   * @return the id as it was written
   */
  public static String conversationId(Received request) {
    Matcher id = ID.matcher(request.body());
    if (!id.find()) {
      throw new IllegalArgumentException("a start without an id");
    }
    return id.group(1);
  }

  private String page() {
    synchronized (newest) {
      return "{\"items\":[" + String.join(",", newest) + "],\"next_page_id\":\"MTAw\"}";
    }
  }

  private static String task(String id, String conversation) {
    return ("{'id':'%s','created_by_user_id':null,'status':'WORKING','detail':null,"
            + "'app_conversation_id':null,'sandbox_id':null,'agent_server_url':null,"
            + "'request':{'sandbox_id':null,'conversation_id':'%s','initial_message':"
            + "{'role':'user','content':[{'type':'text','text':'Fix the README'}],'run':true},"
            + "'system_message_suffix':null,'processors':[],'llm_model':null,"
            + "'selected_repository':'me/repo','selected_branch':null,'git_provider':null,"
            + "'suggested_task':null,'title':null,'trigger':null,'pr_number':[],"
            + "'parent_conversation_id':null,'agent_type':'default','public':null,"
            + "'plugins':null,'secrets':{}},'created_at':'2026-11-24T12:00:00.000000Z',"
            + "'updated_at':'2026-11-24T12:00:01.000000Z'}")
        .formatted(id, conversation)
        .replace('\'', '"');
  }

  private static String conversation(String id) {
    return ("{'id':'%s','created_by_user_id':null,'sandbox_id':'5cBcLmJ9wB3Vxg2Q7vXn1A',"
            + "'selected_repository':'me/repo','selected_branch':'main','git_provider':'github',"
            + "'title':'Fix the README','trigger':null,'pr_number':[],'llm_model':'a/model',"
            + "'agent_kind':'openhands','metrics':{'model_name':'a/model',"
            + "'accumulated_cost':0.0421,'max_budget_per_task':null,'accumulated_token_usage':"
            + "{'model':'a/model','prompt_tokens':18231,'completion_tokens':912,"
            + "'cache_read_tokens':0,'cache_write_tokens':0,'reasoning_tokens':0,"
            + "'context_window':200000,'per_turn_token':0,'response_id':''}},"
            + "'parent_conversation_id':null,'sub_conversation_ids':[],'public':null,"
            + "'tags':{},'created_at':'2026-11-24T12:00:00.000000Z',"
            + "'updated_at':'2026-11-24T12:00:01.000000Z','sandbox_status':'RUNNING',"
            + "'execution_status':'running','conversation_url':null,'session_api_key':null}")
        .formatted(id)
        .replace('\'', '"');
  }
}
