package io.github.openhands4j.compat.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingTest {

  private static String output(String gitIgnore, String... entries) {
    return String.join("\0", entries) + (entries.length == 0 ? "" : "\0") + gitIgnore;
  }

  @Test
  void foldersComeFirstBothSortedWithoutRegardToCase() {
    assertThat(Listing.of(output("", "fb.txt", "fA.txt", "dzoo", "dBar", "fc"), null))
        .containsExactly("Bar/", "zoo/", "A.txt", "b.txt", "c");
  }

  @Test
  void linksThatLeadNowhereAreLeftOut() {
    assertThat(Listing.of(output("", "Nbroken", "Lloop", "?odd", "fgood"), null))
        .containsExactly("good");
  }

  @Test
  void whatV0HidIsHiddenAtTheRootOnly() {
    String all = output("", "d.git", "dnode_modules", "d__pycache__", "f.DS_Store", "d.vscode");

    assertThat(Listing.of(all, null)).isEmpty();
    assertThat(Listing.of(all, "src"))
        .containsExactly(
            "src/.git/", "src/.vscode/", "src/__pycache__/", "src/node_modules/", "src/.DS_Store");
  }

  @Test
  void pathStandsInFrontAsItWasTyped() {
    assertThat(Listing.of(output("", "fa"), "src/")).containsExactly("src/a");
    assertThat(Listing.of(output("", "fa"), "/workspace")).containsExactly("/workspace/a");
  }

  @Test
  void ignoreFileOfTheWorkspaceHoldsForPathsFromTheWorkspace() {
    String ignore = "*.log\nbuild/\n/src/gen\n!keep.log\n";

    assertThat(Listing.of(output(ignore, "fa.log", "fkeep.log", "dbuild", "fbuild.txt"), null))
        .containsExactly("build.txt", "keep.log");
    assertThat(Listing.of(output(ignore, "dgen", "fb.log", "fmain.c"), "src"))
        .containsExactly("src/main.c");
  }

  @Test
  void emptyAndMissingFoldersAreEmpty() {
    assertThat(Listing.of("", null)).isEmpty();
    assertThat(Listing.of("*.log\n", "gone")).isEmpty();
  }

  @Test
  void oddNamesSurvive() {
    assertThat(Listing.of(output("", "fa\nb", "f-rf", "f' x", "fñ"), null))
        .containsExactlyInAnyOrder("a\nb", "-rf", "' x", "ñ");
  }

  @Test
  void commandQuotesWhatAShellWouldRead() {
    assertThat(ListingCommand.of("/workspace/project", "/workspace/project/it's $HOME"))
        .isEqualTo(
            "find '/workspace/project/it'\\''s $HOME/' -mindepth 1 -maxdepth 1 -printf '%Y%f\\0'"
                + " 2>/dev/null; cat '/workspace/project/.gitignore' 2>/dev/null");
  }
}
