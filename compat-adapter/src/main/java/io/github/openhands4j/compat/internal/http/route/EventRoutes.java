package io.github.openhands4j.compat.internal.http.route;

import static io.github.openhands4j.compat.internal.http.schema.Field.nullable;
import static io.github.openhands4j.compat.internal.http.schema.Field.optional;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.schema.Numbers;
import io.github.openhands4j.compat.internal.http.schema.RequestModels;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events, messages and the trajectory. */
final class EventRoutes {

  private static final String ONE = "/api/conversations/{id}";
  private static final Map<String, Boolean> DONE = Map.of("success", true);

  private EventRoutes() {}

  static List<Route> all() {
    return List.of(
        Route.of("GET", ONE + "/events", ErrorShape.DETAIL, EventRoutes::list)
            .query(
                optional("start_id", Numbers.integer()),
                nullable("end_id", Numbers.integer()),
                optional("reverse", Numbers.flag()),
                optional("limit", Numbers.integer()))
            .body(BodyRule.optionalJson(RequestModels.EVENT_FILTER)),
        Route.of("POST", ONE + "/events", ErrorShape.DETAIL, EventRoutes::add)
            .body(BodyRule.ANY_OBJECT),
        Route.of("POST", ONE + "/message", ErrorShape.SUCCESS, EventRoutes::message)
            .body(BodyRule.json(RequestModels.MESSAGE)),
        Route.of(
            "GET",
            ONE + "/trajectory",
            ErrorShape.errorBeside("trajectory"),
            EventRoutes::trajectory));
  }

  private static V0Response list(Call call, OpenHandsV0Client client) {
    EventQuery query =
        EventQuery.builder()
            .startId(call.longNumber("start_id"))
            .endId(call.longNumber("end_id"))
            .reverse(call.flag("reverse"))
            .limit(call.number("limit"))
            .filter(filter(call.object()))
            .build();
    return Answers.json(200, client.events().listEvents(call.id(), query));
  }

  private static @Nullable EventFilter filter(Map<String, @Nullable Object> body) {
    return body.isEmpty() ? null : Answers.typed(body, EventFilter.class);
  }

  private static V0Response add(Call call, OpenHandsV0Client client) {
    client.events().addEvent(call.id(), call.object());
    return Answers.json(200, DONE);
  }

  private static V0Response message(Call call, OpenHandsV0Client client) {
    client.addMessage(call.id(), call.bodyText("message"));
    return Answers.json(200, DONE);
  }

  private static V0Response trajectory(Call call, OpenHandsV0Client client) {
    return Answers.stream(
        "application/json", Map.of(), TrajectoryStream.open(client.events().trajectory(call.id())));
  }
}
