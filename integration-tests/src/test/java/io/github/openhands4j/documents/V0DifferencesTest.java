package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.openhands4j.realserver.twin.ReviewedDifferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What differs from V0 stands in the README as it stands in the file that real servers prove. */
class V0DifferencesTest {

  private static final String ACCEPT = "openhands.v0-differences.accept";
  private static final Path README = Path.of("..", "README.md");
  private static final String BEGIN = "<!-- begin v0-differences -->\n";
  private static final String END = "<!-- end v0-differences -->";

  @Test
  void tableOfTheReadmeIsThatOfTheReviewedDifferences() throws IOException {
    String table = ReviewedDifferences.ofFile().table();
    if (Boolean.getBoolean(ACCEPT)) {
      Files.writeString(README, withTable(Files.readString(README), table));
    }

    String readme = Files.readString(README);

    if (!readme.equals(withTable(readme, table))) {
      fail(
          "The README's table of what differs from V0 is not what the reviewed differences give."
              + " Write it with -D"
              + ACCEPT
              + "=true, or put this between its marks:\n"
              + table);
    }
  }

  @Test
  void everyReviewedDifferenceHasItsReason() throws IOException {
    assertThat(ReviewedDifferences.ofFile().faults()).isEmpty();
  }

  private static String withTable(String readme, String table) {
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END);
    assertThat(begin).as("the README has marks around its table").isBetween(BEGIN.length(), end);
    return readme.substring(0, begin) + table + readme.substring(end);
  }
}
