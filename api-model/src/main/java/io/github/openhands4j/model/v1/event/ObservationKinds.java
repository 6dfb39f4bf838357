package io.github.openhands4j.model.v1.event;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How each kind of observation is read; older names are among them. */
final class ObservationKinds {

  static final Map<String, Function<Fields, Observation>> ALL = all();

  private ObservationKinds() {}

  private static Map<String, Function<Fields, Observation>> all() {
    Map<String, Function<Fields, Observation>> kinds = new HashMap<>();
    kinds.put("TerminalObservation", TerminalObservation::read);
    kinds.put("ExecuteBashObservation", TerminalObservation::read);
    kinds.put("FileEditorObservation", FileEditorObservation::read);
    kinds.put("PlanningFileEditorObservation", PlanningFileEditorObservation::read);
    kinds.put("TaskTrackerObservation", TaskTrackerObservation::read);
    kinds.put("BrowserObservation", BrowserObservation::read);
    kinds.put("MCPToolObservation", McpToolObservation::read);
    kinds.put("FinishObservation", PlainObservation::read);
    kinds.put("ThinkObservation", PlainObservation::read);
    kinds.put("ClientToolObservation", PlainObservation::read);
    kinds.put("ApplyPatchObservation", ApplyPatchObservation::read);
    kinds.put("GlobObservation", GlobObservation::read);
    kinds.put("GrepObservation", GrepObservation::read);
    kinds.put("ReadFileObservation", ReadFileObservation::read);
    kinds.put("WriteFileObservation", WriteFileObservation::read);
    kinds.put("EditObservation", EditObservation::read);
    kinds.put("ListDirectoryObservation", ListDirectoryObservation::read);
    kinds.put("TaskObservation", TaskObservation::read);
    kinds.put("DelegateObservation", DelegateObservation::read);
    kinds.put("WorkflowObservation", WorkflowObservation::read);
    kinds.put("SwitchLLMObservation", SwitchLlmObservation::read);
    kinds.put("InvokeSkillObservation", InvokeSkillObservation::read);
    kinds.put("VisionInspectObservation", VisionInspectObservation::read);
    kinds.put("ConsultTomObservation", ConsultTomObservation::read);
    kinds.put("SleeptimeComputeObservation", SleeptimeComputeObservation::read);
    return Map.copyOf(kinds);
  }
}
