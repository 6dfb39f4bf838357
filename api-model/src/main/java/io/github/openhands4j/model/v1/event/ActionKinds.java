package io.github.openhands4j.model.v1.event;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How each kind of action is read; older names are among them. */
final class ActionKinds {

  static final Map<String, Function<Fields, Action>> ALL = all();

  private ActionKinds() {}

  private static Map<String, Function<Fields, Action>> all() {
    Map<String, Function<Fields, Action>> kinds = new HashMap<>();
    kinds.put("TerminalAction", TerminalAction::read);
    kinds.put("ExecuteBashAction", TerminalAction::read);
    kinds.put("FileEditorAction", FileEditorAction::read);
    kinds.put("PlanningFileEditorAction", PlanningFileEditorAction::read);
    kinds.put("TaskTrackerAction", TaskTrackerAction::read);
    kinds.put("ThinkAction", ThinkAction::read);
    kinds.put("FinishAction", FinishAction::read);
    kinds.put("BrowserNavigateAction", BrowserNavigateAction::read);
    kinds.put("BrowserClickAction", BrowserClickAction::read);
    kinds.put("BrowserTypeAction", BrowserTypeAction::read);
    kinds.put("BrowserGetStateAction", BrowserGetStateAction::read);
    kinds.put("BrowserGetContentAction", BrowserGetContentAction::read);
    kinds.put("BrowserScrollAction", BrowserScrollAction::read);
    kinds.put("BrowserSwitchTabAction", BrowserTabAction::read);
    kinds.put("BrowserCloseTabAction", BrowserTabAction::read);
    kinds.put("BrowserSetStorageAction", BrowserSetStorageAction::read);
    kinds.put("BrowserGoBackAction", BrowserAction::read);
    kinds.put("BrowserListTabsAction", BrowserAction::read);
    kinds.put("BrowserGetStorageAction", BrowserAction::read);
    kinds.put("BrowserStartRecordingAction", BrowserAction::read);
    kinds.put("BrowserStopRecordingAction", BrowserAction::read);
    kinds.put("BrowserAction", BrowserAction::read);
    kinds.put("MCPToolAction", McpToolAction::read);
    kinds.put("ApplyPatchAction", ApplyPatchAction::read);
    kinds.put("GlobAction", GlobAction::read);
    kinds.put("GrepAction", GrepAction::read);
    kinds.put("ReadFileAction", ReadFileAction::read);
    kinds.put("WriteFileAction", WriteFileAction::read);
    kinds.put("EditAction", EditAction::read);
    kinds.put("ListDirectoryAction", ListDirectoryAction::read);
    kinds.put("TaskAction", TaskAction::read);
    kinds.put("DelegateAction", DelegateAction::read);
    kinds.put("WorkflowAction", WorkflowAction::read);
    kinds.put("InvokeSkillAction", InvokeSkillAction::read);
    kinds.put("SwitchLLMAction", SwitchLlmAction::read);
    kinds.put("VisionInspectAction", VisionInspectAction::read);
    kinds.put("ConsultTomAction", ConsultTomAction::read);
    kinds.put("SleeptimeComputeAction", SleeptimeComputeAction::read);
    return Map.copyOf(kinds);
  }
}
