package io.github.openhands4j.compat.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.v0.OpenHandsV0Client;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table is whole, and says nothing of what is not there. */
class V0OperationTest {

  /** Methods of the client that are no operation of the API. */
  private static final Set<String> NO_OPERATION = Set.of("backendInfo", "close");

  @Test
  void everyMethodOfTheClientHasOneRowAndEveryDoorIsAMethod() {
    List<String> doors =
        Arrays.stream(V0Operation.values())
            .map(V0Operation::door)
            .flatMap(Optional::stream)
            .toList();

    assertThat(doors).containsExactlyInAnyOrderElementsOf(methods()).doesNotHaveDuplicates();
  }

  @Test
  void onlyTheseHaveNoMethodOfTheClient() {
    assertThat(V0Operation.values())
        .filteredOn(operation -> operation.door().isEmpty())
        .containsExactly(V0Operation.SECURITY, V0Operation.SOCKET_IO);
  }

  @Test
  void everyLineIsAnotherOne() {
    assertThat(Arrays.stream(V0Operation.values()).map(each -> each.method() + " " + each.path()))
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("(GET|POST|PUT|PATCH|DELETE|ANY) /[a-z_./{}-]+"));
  }

  @Test
  void everyRowTellsItsCounterpartOrWhyThereIsNone() {
    assertThat(V0Operation.values())
        .allSatisfy(
            row -> {
              boolean refused = row.fidelity() == Fidelity.UNSUPPORTED;
              assertThat(row.counterpart().isEmpty()).as("%s", row).isEqualTo(refused);
              if (row.fidelity() != Fidelity.EMULATED) {
                assertThat(row.lost().isEmpty())
                    .as("%s", row)
                    .isEqualTo(row.fidelity() == Fidelity.EXACT);
              }
            });
  }

  @Test
  void operationIsFoundByItsMethod() {
    assertThat(V0Operation.ofDoor("files().listFiles")).contains(V0Operation.LIST_FILES);
    assertThat(V0Operation.ofDoor("close")).isEmpty();
  }

  private static List<String> methods() {
    List<String> methods = new ArrayList<>();
    for (Method method : operationsOf(OpenHandsV0Client.class)) {
      Class<?> group = method.getReturnType();
      if (group.isInterface() && group.getPackage().equals(OpenHandsV0Client.class.getPackage())) {
        operationsOf(group).forEach(each -> methods.add(method.getName() + "()." + each.getName()));
      } else if (!NO_OPERATION.contains(method.getName())) {
        methods.add(method.getName());
      }
    }
    return methods;
  }

  private static List<Method> operationsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .toList();
  }
}
