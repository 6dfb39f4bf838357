package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers every request of the WireMock server: limiter, disturbance, route, journal. */
final class Responder implements ResponseDefinitionTransformerV2 {

  private final World world;
  private final Door door;
  private final Journal journal;
  private final Disturbances disturbances;
  private final @Nullable Limiter limit;
  private final Map<String, String> headers;

  /** For one server; {@code headers} stand on every answer. */
  Responder(
      World world,
      Door door,
      Journal journal,
      Disturbances disturbances,
      @Nullable Limiter limit,
      Map<String, String> headers) {
    this.world = world;
    this.door = door;
    this.journal = journal;
    this.disturbances = disturbances;
    this.limit = limit;
    this.headers = Map.copyOf(headers);
  }

  /** The name under which WireMock lists this extension. */
  @Override
  public String getName() {
    return "openhands-simulator";
  }

  /** Decides about one request. */
  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    Target target = Target.parse(request.getUrl());
    return world.look(() -> respond(request, target, world.now()));
  }

  private ResponseDefinition respond(Request request, Target target, Instant now) {
    disturbances.due(now).forEach(Runnable::run);
    String method = request.getMethod().getName();
    Optional<Disturbance> disturbance = disturbances.of(method, target.path());
    Fault fault = null;
    Duration delay = Duration.ZERO;
    Reply shown;
    if (disturbance.isEmpty()) {
      Limiter.Verdict verdict = judge(method, target, now);
      shown = handle(verdict, request, target, now);
      delay = verdict.delay();
    } else {
      Disturbance what = disturbance.get();
      shown = what.shape(disturbed(what, request, target, now));
      fault = what.fault();
      delay = what.delay();
    }
    Set<String> names =
        request.getAllHeaderKeys().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    journal.add(method, target, names, fault == null ? shown.status() : 0, now);
    if (disturbance.filter(Disturbance::isLater).isEmpty()) {
      disturbances.answered().forEach(Runnable::run);
    }
    return definition(shown, fault, delay, now);
  }

  private @Nullable Reply disturbed(Disturbance what, Request request, Target target, Instant now) {
    if (what.isLater()) {
      disturbances.postpone(() -> handle(request, target, world.now()), what, now);
      return null;
    }
    Reply reply = null;
    for (int i = 0; i < what.times(); i++) {
      reply = handle(request, target, now);
    }
    return reply;
  }

  private Limiter.Verdict judge(String method, Target target, Instant now) {
    return limit == null ? Limiter.Verdict.TAKEN : limit.judge(method, target.path(), now);
  }

  private Reply handle(Request request, Target target, Instant now) {
    return handle(judge(request.getMethod().getName(), target, now), request, target, now);
  }

  private Reply handle(Limiter.Verdict verdict, Request request, Target target, Instant now) {
    Reply refusal = verdict.refusal();
    if (refusal != null) {
      return refusal;
    }
    return door.answer(request, target, now);
  }

  private ResponseDefinition definition(
      Reply reply, @Nullable Fault fault, Duration delay, Instant now) {
    ResponseDefinitionBuilder builder =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(reply.status())
            .withHeader("server", "uvicorn")
            .withBody(reply.body());
    headers.forEach(builder::withHeader);
    if (!reply.contentType().isEmpty()) {
      builder.withHeader("content-type", reply.contentType());
    }
    if (world.options().dateHeader()) {
      builder.withHeader("date", Timestamps.http(now));
    }
    reply.headers().forEach(builder::withHeader);
    if (!delay.isZero()) {
      builder.withFixedDelay(Math.toIntExact(delay.toMillis()));
    }
    return fault == null ? builder.build() : builder.withFault(fault).build();
  }
}
