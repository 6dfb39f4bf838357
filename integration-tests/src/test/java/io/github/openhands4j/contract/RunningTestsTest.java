package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTestsTest {

  private static final String POM =
      "<tests.left.out>%regex[.*/(realserver/.*|RealServer\\w*IT\\.class)]</tests.left.out>";

  private @TempDir Path folder;

  private void file(String name, String source) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.createDirectories(file.getParent());
    String home = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
    Files.writeString(file, "package " + home + ";\n" + source);
  }

  private RunningTests tests() throws IOException {
    return RunningTests.read(List.of(folder), POM);
  }

  @Test
  void plainAndParameterizedTestsRun() throws IOException {
    file(
        "a/OneTest",
        "class OneTest { @Test void one() {} @ParameterizedTest @ValueSource(ints = 1)"
            + " public void each(int i) {} @org.junit.jupiter.api.Test void named() {} }");

    assertThat(tests().runners("a.OneTest", "one")).containsExactly("a.OneTest");
    assertThat(tests().isRun("a.OneTest", "each")).isTrue();
    assertThat(tests().isRun("a.OneTest", "named")).isTrue();
  }

  @Test
  void whatIsNoTestDoesNotRun() throws IOException {
    file(
        "a/OneTest",
        "class OneTest { void helper() {} @BeforeEach void begin() {} @Test private void hidden()"
            + " {} @Test static void ofNobody() {} }");

    RunningTests tests = tests();
    assertThat(List.of("helper", "begin", "hidden", "ofNobody", "missing"))
        .noneMatch(method -> tests.isRun("a.OneTest", method));
  }

  @Test
  void whatIsSwitchedOffDoesNotRun() throws IOException {
    file(
        "a/OneTest",
        "class OneTest { @Test @Disabled void off() {} @Disabled(\"why\") @Test void offToo() {}"
            + " @Test @EnabledOnOs(OS.AIX) void elsewhere() {} @Test void on() {} }");
    file("a/OffTest", "@Disabled class OffTest { @Test void one() {} }");

    assertThat(tests().isRun("a.OneTest", "off")).isFalse();
    assertThat(tests().isRun("a.OneTest", "offToo")).isFalse();
    assertThat(tests().isRun("a.OneTest", "elsewhere")).isFalse();
    assertThat(tests().isRun("a.OneTest", "on")).isTrue();
    assertThat(tests().isRun("a.OffTest", "one")).isFalse();
  }

  @Test
  void inheritedTestsRunInTheirHeirsOnly() throws IOException {
    file("a/Suite", "abstract class Suite { @Test void one() {} @Test void two() {} }");
    assertThat(tests().isRun("a.Suite", "one")).isFalse();

    file("a/Middle", "public abstract class Middle extends Suite {}");
    file(
        "b/LastTest",
        "import a.Middle; class LastTest extends Middle { @Test @Disabled void two() {} }");

    assertThat(tests().runners("a.Suite", "one")).containsExactly("b.LastTest");
    assertThat(tests().runners("b.LastTest", "one")).containsExactly("b.LastTest");
    assertThat(tests().isRun("a.Suite", "two")).isFalse();
  }

  @Test
  void testThatAnHeirOverridesWithoutSayingSoIsNone() throws IOException {
    file("a/Suite", "abstract class Suite { @Test void one() {} }");
    file("a/SilentTest", "class SilentTest extends Suite { @Override void one() {} }");

    assertThat(tests().isRun("a.Suite", "one")).isFalse();
  }

  @Test
  void classesThatNoBuildPicksDoNotRun() throws IOException {
    file("a/Odd", "class Odd { @Test void one() {} }");
    file("a/realserver/FarIT", "class FarIT { @Test void one() {} }");
    file("a/RealServerDemoIT", "class RealServerDemoIT { @Test void one() {} }");
    file("a/NearIT", "class NearIT { @Test void one() {} }");
    file("a/realserver/PureTest", "class PureTest { @Test void one() {} }");

    assertThat(tests().isRun("a.Odd", "one")).isFalse();
    assertThat(tests().isRun("a.realserver.FarIT", "one")).isFalse();
    assertThat(tests().isRun("a.RealServerDemoIT", "one")).isFalse();
    assertThat(tests().isRun("a.NearIT", "one")).isTrue();
    assertThat(tests().isRun("a.realserver.PureTest", "one")).isTrue();
  }

  @Test
  void innerClassesRunIfTheyAreNestedInOneThatRuns() throws IOException {
    String inner =
        " { @Nested class In { @Test void one() {} } class Other { @Test void one() {} } }";
    file("a/OutTest", "class OutTest" + inner);
    file("a/OffTest", "@Disabled class OffTest" + inner);

    assertThat(tests().isRun("a.OutTest.In", "one")).isTrue();
    assertThat(tests().isRun("a.OutTest.Other", "one")).isFalse();
    assertThat(tests().isRun("a.OffTest.In", "one")).isFalse();
  }

  @Test
  void marksOfRunningTestsAreTold() throws IOException {
    file("a/Suite", "abstract class Suite { @Test @Trap(1) void first() {} }");
    file(
        "a/OneTest",
        "class OneTest extends Suite { @Test @Trap(value = 2) void second() {}"
            + " @Test @Disabled @Trap(3) void third() {} @Test void plain() {} }");

    assertThat(tests().marked("a.OneTest", "Trap"))
        .containsExactly(Map.entry("first", "1"), Map.entry("second", "2"));
    assertThat(tests().marked("a.Suite", "Trap")).isEmpty();
    assertThat(tests().marked("a.Nobody", "Trap")).isEmpty();
  }

  @Test
  void pomThatSaysNothingIsAMistake() {
    assertThatThrownBy(() -> RunningTests.read(List.of(folder), "<project/>"))
        .hasMessageContaining("leaves out");
    assertThatThrownBy(() -> RunningTests.read(List.of(folder), "<profiles>" + POM + "</profiles>"))
        .hasMessageContaining("leaves out");
  }

  /** The project's own sources are read as they are, of whatever module. */
  @Test
  void testsOfThisProjectAreFound() {
    RunningTests own = RunningTests.of("integration-tests", "compat-adapter");

    assertThat(own.isRun(getClass().getName(), "testsOfThisProjectAreFound")).isTrue();
    assertThat(
            own.isRun(
                "io.github.openhands4j.compat.internal.numbers.NumberingTest",
                "numbersAreDenseAndInTheOrderFirstSeen"))
        .isTrue();
    assertThat(
            own.isRun(
                "io.github.openhands4j.realserver.twin.TwinIT",
                "programNoticesTheReviewedDifferencesAndNoOthers"))
        .isFalse();
  }
}
