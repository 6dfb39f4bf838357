package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.contract.V0Doors;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The twin calls every operation of V0, but for those that it has a reason not to call. */
class TwinOperationsTest {

  private static final String HERE = TwinOperationsTest.class.getPackageName();
  private static final JavaClasses TWIN = new ClassFileImporter().importPackages(HERE);

  private static final Map<V0Operation, String> LEFT_OUT =
      Map.of(
          V0Operation.SUBMIT_FEEDBACK,
          "A V0 server sends feedback on to a service that is not ours to write to.",
          V0Operation.SECURITY,
          "The client has no method for it, and V0 had nothing behind it without an analyzer.",
          V0Operation.SOCKET_IO,
          "The client has no method for it, and the adapter refuses it over HTTP.");

  @Test
  void whatNoScenarioCallsIsLeftOutForAReason() {
    JavaMethod start = TWIN.get(TwinProgram.class).getMethod("scenarios");
    Set<String> called = V0Doors.calledBy(start, owner -> owner.getPackageName().equals(HERE));

    assertThat(
            Arrays.stream(V0Operation.values())
                .filter(operation -> operation.door().filter(called::contains).isEmpty()))
        .containsExactlyInAnyOrderElementsOf(LEFT_OUT.keySet());
    assertThat(LEFT_OUT.values()).allMatch(reason -> reason.matches("[A-Z].{20,}\\."));
  }
}
