package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

/** Places of documents that are made from something else, between two marks. */
final class Marks {

  private Marks() {}

  /** A document with something else between the marks of a name. */
  static String between(String text, String name, String made) {
    String first = "<!-- begin " + name + " -->\n";
    int begin = text.indexOf(first) + first.length();
    int end = text.indexOf("<!-- end " + name + " -->");
    assertThat(begin).as("the marks of the table").isBetween(first.length(), end);
    return text.substring(0, begin) + made + text.substring(end);
  }
}
