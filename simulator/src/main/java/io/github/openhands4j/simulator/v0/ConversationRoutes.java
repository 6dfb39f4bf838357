package io.github.openhands4j.simulator.v0;

import java.util.List;

/** The routes below {@code /api/conversations}, in the server's order. */
final class ConversationRoutes {

  private static final String ALL = "/api/conversations";
  private static final String ONE = ALL + "/([^/]+)";

  private ConversationRoutes() {}

  static List<Route> of(Store store, V0Access access) {
    CreateRoute create = new CreateRoute(store, access);
    ListRoute list = new ListRoute(store);
    RecordRoutes records = new RecordRoutes(store);
    RunRoutes runs = new RunRoutes(store);
    EventRoutes events = new EventRoutes(store);
    FileRoutes files = new FileRoutes(store);
    GitRoutes git = new GitRoutes(store);
    RuntimeRoutes runtimes = new RuntimeRoutes(store);
    // The first route with a path names the method a 405 allows.
    return List.of(
        Route.withBody("POST", ALL, (none, r) -> create.answer(r)),
        Route.of("GET", ALL, (none, r) -> list.answer(r)),
        Route.of("GET", ONE, (id, r) -> records.get(id)).checked(),
        Route.of("DELETE", ONE, (id, r) -> records.delete(id)).checked(),
        Route.withBody("PATCH", ONE, records::rename).checked(),
        Route.withBody("POST", ONE + "/start", runs::start).checked(),
        Route.of("POST", ONE + "/stop", (id, r) -> runs.stop(id)).checked(),
        Route.withBody("POST", ONE + "/message", runs::message),
        Route.withBody("GET", ONE + "/events", events::list),
        Route.of("POST", ONE + "/events", events::add),
        Route.of("GET", ONE + "/trajectory", (id, r) -> events.trajectory(id)),
        Route.of("GET", ONE + "/list-files", files::list),
        Route.of("GET", ONE + "/select-file", files::select),
        Route.of("GET", ONE + "/zip-directory", (id, r) -> files.zip(id)),
        Route.of("POST", ONE + "/upload-files", files::upload),
        Route.of("GET", ONE + "/git/changes", (id, r) -> git.changes(id)),
        Route.of("GET", ONE + "/git/diff", git::diff),
        Route.of("GET", ONE + "/config", (id, r) -> runtimes.config(id)),
        Route.of("GET", ONE + "/vscode-url", (id, r) -> runtimes.editor(id)),
        Route.of("GET", ONE + "/web-hosts", (id, r) -> runtimes.hosts(id)),
        Route.of("GET", ONE + "/microagents", (id, r) -> runtimes.microagents(id)),
        Route.of("GET", ONE + "/remember-prompt", runtimes::remember).checked(),
        Route.of("POST", ONE + "/submit-feedback", runtimes::feedback),
        Route.withBody("POST", ONE + "/exp-config", (id, r) -> RuntimeRoutes.experiment(r))
            .checked());
  }
}
