package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.BranchPage;
import java.util.List;

/** Reads branches: up to release 0.54 a list of all of them, later a page. */
final class BranchAnswers {

  private static final String CALL = "branches";

  private BranchAnswers() {}

  /** One page; a list is the only one. */
  static BranchPage page(Shapes shapes, JsonNode answer) {
    if (!answer.isArray()) {
      list(shapes, shapes.field(CALL, answer, CALL));
      return shapes.object(CALL, answer, BranchPage.class, "has_next_page");
    }
    List<Branch> all = list(shapes, answer);
    return BranchPage.builder()
        .branches(all)
        .currentPage(1)
        .perPage(all.size())
        .totalCount(all.size())
        .build();
  }

  /** Branches without pages. */
  static List<Branch> list(Shapes shapes, JsonNode answer) {
    return shapes.list(CALL, answer, Branch.class, "name");
  }
}
