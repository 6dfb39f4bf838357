package io.github.openhands4j.simulator.v0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a workspace. Without a runtime there are none, which each route tells in a way of
 * its own.
 */
final class FileRoutes {

  private final Store store;

  FileRoutes(Store store) {
    this.store = store;
  }

  private V0Reply inWorkspace(String id, V0Reply orElse, Function<Workspace, V0Reply> answer) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    return found.get().isUp() ? answer.apply(found.get().workspace()) : orElse;
  }

  V0Reply list(String id, V0Request request) {
    return inWorkspace(
        id,
        V0Reply.crash(),
        workspace -> {
          String path = request.parameter("path").orElse("");
          Ignored ignored = Ignored.in(workspace);
          ArrayNode names = Json.MAPPER.createArrayNode();
          String prefix = path.isEmpty() || path.endsWith("/") ? path : path + "/";
          workspace.names(path).stream()
              .map(name -> prefix + name)
              .filter(entry -> !ignored.contains(entry))
              .forEach(names::add);
          return V0Reply.json(200, names);
        });
  }

  V0Reply select(String id, V0Request request) {
    Problems problems = new Problems();
    String file = new Query(request, problems).required("file");
    V0Reply wrong = problems.reply();
    return inWorkspace(
        id,
        problems.isEmpty() ? unopened("Runtime not initialized") : wrong,
        workspace -> problems.isEmpty() ? select(workspace, file) : wrong);
  }

  private static V0Reply select(Workspace workspace, String file) {
    String path = file.startsWith("/") ? file : Workspace.ROOT + "/" + file;
    Optional<byte[]> content = workspace.read(file);
    if (content.isEmpty()) {
      return workspace.isDirectory(file)
          ? unopened("Path is a directory: " + path + ". You can only read files")
          : unopened(
              "File not found: "
                  + path
                  + ". Your current working directory is "
                  + Workspace.ROOT
                  + ".");
    }
    for (byte b : content.get()) {
      if (b == 0) {
        return V0Reply.json(415, Json.object("error", "Unable to open binary file: " + path));
      }
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content.get())).toString();
      return V0Reply.json(200, Json.object("code", text));
    } catch (CharacterCodingException e) {
      return unopened("File could not be decoded as utf-8: " + path + ".");
    }
  }

  private static V0Reply unopened(String why) {
    return V0Reply.json(
        500, Json.object("error", "Error opening file: **ErrorObservation**\n" + why));
  }

  V0Reply zip(String id) {
    return inWorkspace(
        id,
        V0Reply.detail(500, "Failed to zip workspace"),
        workspace ->
            V0Reply.bytes(200, "application/zip", zipped(workspace.all()))
                .with("content-disposition", "attachment; filename=\"workspace.zip\""));
  }

  private static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Without a runtime the files are taken and lost. */
  V0Reply upload(String id, V0Request request) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    Problems problems = new Problems();
    List<Multipart.Part> files = files(request, problems);
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    ObjectNode answer = Json.object();
    ArrayNode stored = answer.putArray("uploaded_files");
    for (Multipart.Part file : files) {
      String path = Workspace.ROOT + "/" + file.fileName();
      if (found.get().isUp()) {
        found.get().workspace().write(path, file.content().getBytes(UTF_8));
      }
      stored.add(path);
    }
    answer.putArray("skipped_files");
    return V0Reply.json(200, answer);
  }

  private static List<Multipart.Part> files(V0Request request, Problems problems) {
    List<Multipart.Part> files =
        Multipart.of(request).stream().filter(part -> part.field().equals("files")).toList();
    if (files.isEmpty()) {
      problems.missing(List.of("body", "files"), Json.MAPPER.nullNode());
    }
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).fileName().isEmpty()) {
        problems.value(
            List.of("body", "files", i),
            "Expected UploadFile, received: <class 'str'>",
            Json.of(files.get(i).content()));
      }
    }
    return files;
  }
}
