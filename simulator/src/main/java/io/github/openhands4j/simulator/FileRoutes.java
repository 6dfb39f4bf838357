package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The agent server's files: upload, download, archive. Which style of path depends on its age. */
final class FileRoutes {

  private static final String DELTA = "git-delta";

  private final AgentServerAge age;
  private final AgentSide side;

  /** For one world, as a server of this age has them. */
  FileRoutes(World world, AgentServerAge age) {
    this.age = age;
    this.side = new AgentSide(world);
  }

  /** The routes of this family. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(styles(age, "POST", "/api/file/upload", this::upload));
    routes.addAll(styles(age, "GET", "/api/file/download", this::download));
    if (age == AgentServerAge.CURRENT) {
      routes.add(Route.of("GET", "/api/file/archive", this::archive));
    }
    return List.copyOf(routes);
  }

  /** A route whose path comes by query, in its own path, or both, as the server's age has it. */
  static List<Route> styles(
      AgentServerAge age, String method, String path, BiFunction<Exchange, String, Reply> answer) {
    List<Route> routes = new ArrayList<>();
    if (age != AgentServerAge.PATH_STYLE) {
      routes.add(
          Route.of(
              method,
              path,
              call -> {
                QueryReader query = new QueryReader(call.target());
                String given = query.required("path");
                return query.found().none() ? answer.apply(call, given) : query.found().reply();
              }));
    }
    if (age != AgentServerAge.CURRENT) {
      routes.add(
          Route.of(
              method,
              path + "/{path:path}",
              call -> answer.apply(call, Target.decoded(call.pathValue("path")))));
    }
    return routes;
  }

  private Reply upload(Exchange call, String path) {
    Optional<byte[]> file =
        MultipartBody.file(
            call.request().getHeader("Content-Type"), call.request().getBody(), "file");
    if (file.isEmpty()) {
      Violations found = new Violations();
      found.missing(Loc.body().at("file"), NullNode.getInstance());
      return found.reply();
    }
    if (!path.startsWith("/")) {
      return notAbsolute();
    }
    side.sandbox(call).workspace().write(path, file.get());
    return Reply.success();
  }

  private Reply download(Exchange call, String path) {
    if (!path.startsWith("/")) {
      return notAbsolute();
    }
    SimulatedWorkspace workspace = side.sandbox(call).workspace();
    byte[] bytes = workspace.bytes(path);
    if (bytes == null) {
      return workspace.tree().isDirectory(path)
          ? Reply.detail(400, "Path is not a file")
          : Reply.detail(404, "File not found");
    }
    return Reply.bytes("application/octet-stream", bytes)
        .header("content-disposition", "attachment; filename=\"" + FileTree.name(path) + "\"");
  }

  private Reply archive(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String path = query.required("path");
    String format =
        Objects.requireNonNullElse(query.literal("format", List.of(DELTA, "tar.gz")), DELTA);
    if (!query.found().none()) {
      return query.found().reply();
    }
    if (!path.startsWith("/")) {
      return notAbsolute();
    }
    if (format.equals(DELTA)) {
      return Reply.detail(400, "The simulator makes no git-delta");
    }
    FileTree tree = side.sandbox(call).workspace().tree();
    String root = FileTree.resolve("/", path);
    if (!tree.isDirectory(root)) {
      return Reply.detail(404, "Directory not found");
    }
    List<String> excluded = call.target().all("exclude");
    TarGz archive = new TarGz(call.now());
    String top = FileTree.name(root);
    archive.directory(top);
    for (String each : tree.walk(root)) {
      if (each.equals(root)) {
        continue;
      }
      String name = FileTree.relative(root, each);
      if (List.of(name.split("/")).stream().noneMatch(excluded::contains)) {
        byte[] content = tree.read(each);
        String linked = tree.linkedTo(each);
        if (linked != null) {
          archive.link(top + "/" + name, top + "/" + FileTree.relative(root, linked));
        } else if (content == null) {
          archive.directory(top + "/" + name);
        } else {
          archive.file(top + "/" + name, content);
        }
      }
    }
    return Reply.bytes("application/gzip", archive.finish())
        .header(
            "content-disposition", "attachment; filename=\"" + FileTree.name(root) + ".tar.gz\"");
  }

  private static Reply notAbsolute() {
    return Reply.detail(400, "Path must be absolute");
  }
}
