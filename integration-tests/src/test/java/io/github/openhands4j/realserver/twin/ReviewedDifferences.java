package io.github.openhands4j.realserver.twin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reviewed differences: the only ones there may be, and all of them must be there. */
public final class ReviewedDifferences {

  private static final Path FILE = Path.of("src/test/resources/v0-differences.json");

  private final List<ReviewedDifference> entries;

  private ReviewedDifferences(List<ReviewedDifference> entries) {
    this.entries = entries;
  }

  /** Those of the checked-in file. */
  public static ReviewedDifferences ofFile() throws IOException {
    return read(Files.readString(FILE));
  }

  static ReviewedDifferences read(String json) throws IOException {
    return new ReviewedDifferences(new ObjectMapper().readValue(json, new TypeReference<>() {}));
  }

  /** What is wrong with the entries themselves. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (ReviewedDifference entry : entries) {
      if (!entry.isReasoned()) {
        faults.add("no reason in a full sentence: " + entry.call());
      }
      for (String field : entry.uncompared()) {
        faults.add("any value of the adapter would do: " + field + "  (" + entry.call() + ")");
      }
    }
    return faults;
  }

  /** Everything that keeps the found differences from being exactly the reviewed ones. */
  List<String> objectionsTo(List<Difference> found) {
    List<String> objections = new ArrayList<>(faults());
    for (Difference difference : found) {
      if (entries.stream().noneMatch(entry -> entry.explains(difference))) {
        objections.add("not reviewed: " + difference);
      }
    }
    for (ReviewedDifference entry : entries) {
      for (String place : entry.vanishedFrom(found)) {
        objections.add("no longer so: " + place + "  (" + entry.call() + ")");
      }
    }
    return objections;
  }

  /** The table for readers. */
  public String table() {
    return "| Call | V0 | Adapter | Why |\n|---|---|---|---|\n"
        + entries.stream().map(ReviewedDifference::row).collect(Collectors.joining());
  }
}
