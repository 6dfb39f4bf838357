package io.github.openhands4j.compat.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.json.Rows;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.V1Api;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedReadsTest {

  /** The server's side of the requests, in order. */
  private final List<List<ConversationId>> requests =
      Collections.synchronizedList(new ArrayList<>());

  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch firstHangs = new CountDownLatch(1);
  private final CountDownLatch firstArrived = new CountDownLatch(1);

  /** What the second request does, on the thread of the caller who makes it. */
  private Runnable second = () -> {};

  private final SharedReads<ConversationId, AppConversation> reads = reads(Duration.ofSeconds(20));

  private SharedReads<ConversationId, AppConversation> reads(Duration limit) {
    return reads(limit, SharedReads.AT_ONCE);
  }

  private SharedReads<ConversationId, AppConversation> reads(
      Duration limit, SharedReads.Turn turn) {
    TimeSource time = TimeSource.system();
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().readTimeout(limit).build();
    V1Api api =
        V1Api.builder()
            .appConversations(door(AppConversationsApi.class))
            .startTasks(door(StartTasksApi.class))
            .sandboxes(door(SandboxesApi.class))
            .events(door(EventsApi.class))
            .build();
    return ConversationRows.shared(
        api, new Calls(options, time, () -> 0), turn, time, options.readTimeout());
  }

  private <T> T door(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer((List<?>) arguments[0])));
  }

  /** Answers in reverse order, with null for odd numbers. */
  private List<@Nullable AppConversation> answer(List<?> asked) throws InterruptedException {
    List<ConversationId> ids = asked.stream().map(ConversationId.class::cast).toList();
    requests.add(ids);
    if (requests.size() == 1) {
      firstArrived.countDown();
      assertThat(firstHangs.await(20, TimeUnit.SECONDS)).isTrue();
    } else if (requests.size() == 2) {
      second.run();
    }
    List<@Nullable AppConversation> rows = new ArrayList<>();
    for (ConversationId id : ids) {
      boolean known = id.uuid().getLeastSignificantBits() % 2 == 0;
      rows.add(0, known ? AppConversation.builder().id(id).build() : null);
    }
    return rows;
  }

  private static ConversationId id(long number) {
    return new ConversationId(new UUID(0xa000_0000_0000_4000L, number));
  }

  private FutureTask<Optional<AppConversation>> get(
      SharedReads<ConversationId, AppConversation> from, long number) {
    FutureTask<Optional<AppConversation>> task = new FutureTask<>(() -> from.get(id(number)));
    Thread thread = new Thread(task, "caller");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return task;
  }

  /** A first request that hangs, and callers that wait behind it. */
  private List<FutureTask<Optional<AppConversation>>> behindTheFirst(long... numbers)
      throws InterruptedException {
    List<FutureTask<Optional<AppConversation>>> callers = new ArrayList<>();
    callers.add(get(reads, 0));
    assertThat(firstArrived.await(20, TimeUnit.SECONDS)).isTrue();
    for (long number : numbers) {
      callers.add(get(reads, number));
    }
    untilAllWait(threads.subList(1, threads.size()));
    return callers;
  }

  private static void untilAllWait(List<Thread> callers) {
    for (Thread caller : callers) {
      while (caller.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private static void answered(FutureTask<Optional<AppConversation>> caller, long number)
      throws Exception {
    assertThat(caller.get().map(AppConversation::id))
        .isEqualTo(number % 2 == 0 ? Optional.of(id(number)) : Optional.empty());
  }

  @Test
  void loneCallerMakesARequestOfHisOwn() throws Exception {
    firstHangs.countDown();

    assertThat(reads.get(id(2)).map(AppConversation::id)).contains(id(2));
    assertThat(reads.get(id(3))).isEmpty();
    assertThat(requests).containsExactly(List.of(id(2)), List.of(id(3)));
  }

  @Test
  void whoeverAsksMeanwhileSharesTheNextRequest() throws Exception {
    var callers = behindTheFirst(1, 2, 3, 4, 4, 4);
    firstHangs.countDown();

    answered(callers.get(0), 0);
    long[] numbers = {0, 1, 2, 3, 4, 4, 4};
    for (int i = 1; i < callers.size(); i++) {
      answered(callers.get(i), numbers[i]);
    }
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1)).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
  }

  /** Reads whose turn comes when the latch opens; three callers wait for it, the first one's. */
  private List<FutureTask<Optional<AppConversation>>> beforeTheTurn(
      CountDownLatch turn, CountDownLatch asked) throws InterruptedException {
    firstHangs.countDown();
    SharedReads<ConversationId, AppConversation> held =
        reads(
            Duration.ofSeconds(20),
            deadline -> {
              asked.countDown();
              turn.await();
            });
    List<FutureTask<Optional<AppConversation>>> callers = new ArrayList<>();
    callers.add(get(held, 2));
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    callers.add(get(held, 4));
    callers.add(get(held, 6));
    untilAllWait(threads.subList(1, threads.size()));
    return callers;
  }

  @Test
  void whoeverAsksBeforeTheTurnGoesWithTheRequest() throws Exception {
    CountDownLatch turn = new CountDownLatch(1);
    var callers = beforeTheTurn(turn, new CountDownLatch(1));
    assertThat(requests).isEmpty();
    turn.countDown();

    for (int i = 0; i < callers.size(); i++) {
      answered(callers.get(i), 2L * i + 2);
    }
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0)).containsExactlyInAnyOrder(id(2), id(4), id(6));
  }

  @Test
  void interruptedCallerLeavesTheTurnToAnother() throws Exception {
    CountDownLatch turn = new CountDownLatch(1);
    var callers = beforeTheTurn(turn, new CountDownLatch(1));
    threads.get(0).interrupt();

    assertThatThrownBy(() -> callers.get(0).get())
        .hasCauseInstanceOf(CallInterruptedException.class);
    turn.countDown();
    answered(callers.get(1), 4);
    answered(callers.get(2), 6);
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0)).containsExactlyInAnyOrder(id(4), id(6));
  }

  /** As a server answers them: those of 2 in their form, others not. */
  private static List<@Nullable AppConversation> oddBut2(List<ConversationId> ids) {
    String rows =
        ids.stream()
            .map(asked -> asked.equals(id(2)) ? "{\"id\":\"" + asked.hex() + "\"}" : "7")
            .collect(Collectors.joining(",", "[", "]"));
    try {
      return Json.mapper(1_000).readValue(rows, new TypeReference<Rows<AppConversation>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void rowThatCannotBeReadFailsItsOwnCallerOnly() throws Exception {
    CountDownLatch turn = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    SharedReads<ConversationId, AppConversation> held =
        new SharedReads<>(
            "GET",
            (ids, deadline) -> oddBut2(ids),
            AppConversation::id,
            deadline -> {
              asked.countDown();
              turn.await();
            },
            TimeSource.system(),
            Duration.ofSeconds(20));
    FutureTask<Optional<AppConversation>> good = get(held, 2);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    FutureTask<Optional<AppConversation>> odd = get(held, 4);
    untilAllWait(threads.subList(1, threads.size()));
    turn.countDown();

    answered(good, 2);
    assertThatThrownBy(odd::get).hasCauseInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void oneRequestAsksForAtMostNinetyNine() throws Exception {
    long[] numbers = new long[150];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i + 1L;
    }
    var callers = behindTheFirst(numbers);
    firstHangs.countDown();
    for (int i = 0; i < callers.size(); i++) {
      answered(callers.get(i), i);
    }

    assertThat(requests).extracting(List::size).containsExactly(1, 99, 51);
  }

  @Test
  void interruptedCallerDoesNotFailTheOthersOfItsRequest() throws Exception {
    second =
        () -> {
          Thread.currentThread().interrupt();
          throw new CallInterruptedException("interrupted", true, null, null);
        };

    oneFailsTheOthersDoNot(CallInterruptedException.class);
  }

  @Test
  void callerWhoseTimeIsOverDoesNotFailTheOthersOfItsRequest() throws Exception {
    second =
        () -> {
          throw new DeadlineExceededException(
              "GET", Duration.ofSeconds(1), true, new TimeoutException());
        };

    oneFailsTheOthersDoNot(DeadlineExceededException.class);
  }

  private void oneFailsTheOthersDoNot(Class<? extends Throwable> failure) throws Exception {
    var callers = behindTheFirst(2, 4, 6);
    firstHangs.countDown();
    int failed = 0;
    for (int i = 1; i < callers.size(); i++) {
      try {
        answered(callers.get(i), 2L * i);
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(failure);
        failed++;
      }
    }
    assertThat(failed).isEqualTo(1);
    assertThat(requests).extracting(List::size).containsExactly(1, 3, 2);
  }

  @Test
  void callerWithoutATurnInHisTimeDoesNotFailTheOthersOfHisRequest() throws Exception {
    second =
        () -> {
          throw new RequestBudgetException("GET", Duration.ofSeconds(1), Duration.ofSeconds(9));
        };

    oneFailsTheOthersDoNot(RequestBudgetException.class);
  }

  @Test
  void callerWhoseTimeIsOverBeforeTheTurnSendsNothing() {
    SharedReads<ConversationId, AppConversation> late =
        reads(
            Duration.ofMillis(20),
            deadline -> {
              while (!deadline.isOver()) {
                Thread.onSpinWait();
              }
            });

    assertThatThrownBy(() -> late.get(id(2))).isInstanceOf(DeadlineExceededException.class);
    assertThat(requests).isEmpty();
  }

  @Test
  void refusalIsEverybodys() throws Exception {
    second =
        () -> {
          throw ApiException.of(new ErrorAnswer("GET", 404, Map.of(), "", null));
        };
    var callers = behindTheFirst(2, 4);
    firstHangs.countDown();

    answered(callers.get(0), 0);
    for (int i = 1; i < callers.size(); i++) {
      var caller = callers.get(i);
      assertThatThrownBy(caller::get).hasCauseInstanceOf(NotFoundException.class);
    }
    assertThat(requests).hasSize(2);
  }

  @Test
  void waitingCallerThatIsInterruptedLeavesAtOnce() throws Exception {
    var callers = behindTheFirst(2, 4);
    threads.get(1).interrupt();

    assertThatThrownBy(() -> callers.get(1).get())
        .hasCauseInstanceOf(CallInterruptedException.class);
    firstHangs.countDown();
    answered(callers.get(2), 4);
    assertThat(requests.get(1)).containsExactly(id(4));
  }

  @Test
  void waitingCallerIsNotHeldLongerThanItsTime() throws Exception {
    SharedReads<ConversationId, AppConversation> hasty = reads(Duration.ofMillis(200));
    FutureTask<?> first = get(hasty, 0);
    assertThat(firstArrived.await(20, TimeUnit.SECONDS)).isTrue();
    FutureTask<?> waiting = get(hasty, 2);

    assertThatThrownBy(waiting::get).hasCauseInstanceOf(DeadlineExceededException.class);
    assertThat(first).isNotDone();
    firstHangs.countDown();
  }
}
