package io.github.openhands4j.benchmarks.events;

import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The events of a long conversation: commands with their output and costs, edits, messages. */
final class SampleEvents {

  private static final int KINDS = 6;
  private static final long HIGH = 0x1111111111114111L;
  private static final long LOW = 0x8111000000000000L;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 8, 20, 9, 0, 0);
  private static final String OUTPUT = "line of some output, as commands print them\\n".repeat(20);

  private SampleEvents() {}

  /** How many of the first events have a V0 number; costs have none. */
  static int numbered(int count) {
    return count - (count + KINDS / 2) / KINDS;
  }

  /** The event with a number, as JSON. */
  static String json(int n) {
    String event =
        switch (n % KINDS) {
          case 0 -> command(n);
          case 1 -> output(n);
          case 2 -> stats();
          case 3 -> edit(n);
          case 4 -> edited(n);
          default -> message(n);
        };
    return ("{'id':'" + id(n) + "','timestamp':'" + time(n) + "','parent_id':null," + event + "}")
        .replace('\'', '"');
  }

  /** The page of events from one number to before another. */
  static String page(int from, int to, @Nullable Integer next) {
    return IntStream.range(from, to)
        .mapToObj(SampleEvents::json)
        .collect(
            Collectors.joining(
                ",",
                "{\"items\":[",
                "],\"next_page_id\":" + (next == null ? "null" : "\"" + next + "\"") + "}"));
  }

  /** The row of their conversation, whose sandbox sleeps, as the one of a list. */
  static String row(String id) {
    return ("[{'id':'"
            + id
            + "','sandbox_status':'PAUSED','execution_status':null,'llm_model':'m',"
            + "'created_at':'2026-08-20T09:00:00Z','updated_at':'2026-08-20T09:00:00Z'}]")
        .replace('\'', '"');
  }

  static String time(int n) {
    return BEGIN.plusSeconds(n).plusNanos(1_000).toString();
  }

  static String id(int n) {
    return new UUID(HIGH, LOW + n).toString();
  }

  static int number(String id) {
    return (int) (UUID.fromString(id).getLeastSignificantBits() - LOW);
  }

  private static String call(int n, String tool) {
    return "'tool_name':'" + tool + "','tool_call_id':'toolu_" + n + "',";
  }

  private static String action(int n, String tool, String action) {
    return "'kind':'ActionEvent','source':'agent',"
        + "'thought':[{'type':'text','text':'Look around first.','cache_prompt':false}],"
        + "'reasoning_content':null,'thinking_blocks':[],"
        + call(n, tool)
        + "'tool_call':{'id':'toolu','name':'"
        + tool
        + "','arguments':'{}','origin':'completion'},'llm_response_id':'chatcmpl-"
        + n
        + "','security_risk':'LOW','summary':null,'action':"
        + action;
  }

  private static String observation(int n, String tool, String observation) {
    return "'kind':'ObservationEvent','source':'environment',"
        + call(n - 1, tool)
        + "'action_id':'"
        + id(n - 1)
        + "','observation':"
        + observation;
  }

  private static String command(int n) {
    return action(
        n,
        "terminal",
        "{'kind':'TerminalAction','command':'mvn -q test','is_input':false,'timeout':null,"
            + "'reset':false}");
  }

  private static String output(int n) {
    return observation(
        n,
        "terminal",
        "{'kind':'TerminalObservation','content':[{'type':'text','text':'"
            + OUTPUT
            + "','cache_prompt':false}],'is_error':false,'command':'mvn -q test','exit_code':0,"
            + "'timeout':false,'metadata':{'exit_code':0,'pid':411,'username':'openhands',"
            + "'hostname':'sbx','working_dir':'/workspace','py_interpreter_path':null,"
            + "'prefix':'','suffix':''},'full_output_save_dir':null}");
  }

  private static String edit(int n) {
    return action(
        n,
        "file_editor",
        "{'kind':'FileEditorAction','command':'str_replace','path':'/workspace/A.java',"
            + "'file_text':null,'old_str':'int x','new_str':'long x','insert_line':null,"
            + "'view_range':null}");
  }

  private static String edited(int n) {
    return observation(
        n,
        "file_editor",
        "{'kind':'FileEditorObservation','content':[{'type':'text','text':'edited'}],"
            + "'is_error':false,'command':'str_replace','path':'/workspace/A.java',"
            + "'prev_exist':true,'old_content':'"
            + OUTPUT
            + "int x','new_content':'"
            + OUTPUT
            + "long x'}");
  }

  private static String stats() {
    return "'kind':'ConversationStateUpdateEvent','source':'environment','key':'stats','value':"
        + "{'usage_to_metrics':{'agent':{'model_name':'m','accumulated_cost':0.12,"
        + "'max_budget_per_task':null,'accumulated_token_usage':{'prompt_tokens':1200,"
        + "'completion_tokens':90}}}}";
  }

  private static String message(int n) {
    return "'kind':'MessageEvent','source':'agent','llm_message':{'role':'assistant','content':"
        + "[{'type':'text','text':'Which module should I start with? "
        + n
        + "'}],'thinking_blocks':[]},'llm_response_id':null,'activated_skills':[],"
        + "'extended_content':[]";
  }
}
