package io.github.openhands4j.simulator.v0;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the route of a request, or answers as the server does around its routes. */
final class Router {

  private static final String COLLECTION = "/api/conversations";
  private static final Pattern ITEM =
      Pattern.compile(COLLECTION + "/([^/]+)(?:/([^/]+))?", Pattern.DOTALL);
  private static final V0Reply WEB_APP =
      V0Reply.page(200, "<!DOCTYPE html><html><head><title>OpenHands</title></head></html>");

  private final V0Access access;
  private final CreateRoute create;
  private final ListRoute list;
  private final RecordRoutes records;
  private final RunRoutes runs;

  Router(Store store, V0Access access) {
    this.access = access;
    this.create = new CreateRoute(store, access);
    this.list = new ListRoute(store);
    this.records = new RecordRoutes(store);
    this.runs = new RunRoutes(store);
  }

  V0Reply answer(V0Request request) {
    return route(request)
        .map(handler -> access.refusal(request).orElseGet(() -> handler.apply(request)))
        .orElseGet(() -> withoutV0(request, true));
  }

  /** What a server answers on a path that it has no route for, with or without its web app. */
  static V0Reply withoutV0(V0Request request, boolean webApp) {
    if (!webApp) {
      return V0Reply.detail(404, "Not Found");
    }
    return request.method().equals("GET") ? WEB_APP : V0Reply.detail(405, "Method Not Allowed");
  }

  private Optional<Function<V0Request, V0Reply>> route(V0Request request) {
    if (request.path().equals(COLLECTION)) {
      return switch (request.method()) {
        case "GET" -> Optional.of(list::answer);
        case "POST" -> Optional.of(create::answer);
        default -> Optional.empty();
      };
    }
    Matcher item = ITEM.matcher(request.path());
    if (!item.matches()) {
      return Optional.empty();
    }
    String id = item.group(1);
    String call = request.method() + (item.group(2) == null ? "" : " " + item.group(2));
    return switch (call) {
      case "GET" -> checked(id, r -> records.get(id));
      case "PATCH" -> checked(id, r -> records.rename(id, r));
      case "DELETE" -> checked(id, r -> records.delete(id));
      case "POST start" -> checked(id, r -> runs.start(id, r));
      case "POST stop" -> checked(id, r -> runs.stop(id));
      case "POST message" -> Optional.of(r -> runs.message(id, r));
      default -> Optional.empty();
    };
  }

  private static Optional<Function<V0Request, V0Reply>> checked(
      String id, Function<V0Request, V0Reply> handler) {
    return Optional.of(r -> IdRules.refusal(id).orElseGet(() -> handler.apply(r)));
  }
}
