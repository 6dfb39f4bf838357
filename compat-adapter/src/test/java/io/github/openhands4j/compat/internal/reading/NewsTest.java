package io.github.openhands4j.compat.internal.reading;

import static io.github.openhands4j.compat.internal.numbers.V1Events.message;
import static io.github.openhands4j.compat.internal.numbers.V1Events.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.Numbering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NewsTest {

  private static final int SEEDS = 300;

  private static List<String> ids(List<V1Event> events) {
    return events.stream().map(V1Event::id).toList();
  }

  @Test
  void whatIsLaterThanAPageOfTheOtherServerWaitsForTheNextOne() {
    V1Event one = message(1, "1");
    V1Event two = message(2, "2");
    V1Event three = message(3, "3");
    V1Event four = message(4, "4");
    News news =
        new News(
            List.of(List.of(one, two), List.of(four)).iterator(),
            List.of(List.of(one, three, four)).iterator(),
            Long.MAX_VALUE);

    News.Part first = news.next();
    News.Part second = news.next();

    assertThat(first.all()).containsExactly(one, two);
    assertThat(first.stored()).containsExactly(one, two);
    assertThat(first.added()).isEmpty();
    assertThat(second.all()).containsExactly(three, four);
    assertThat(second.stored()).containsExactly(four);
    assertThat(second.added()).containsExactly(three);
    assertThat(List.of(first.storedUntil(), first.liveUntil()))
        .containsOnly(Numbering.microsOf(two));
    assertThat(List.of(second.storedUntil(), second.liveUntil()))
        .containsOnly(Numbering.microsOf(four));
    assertThat(news.hasNext()).isFalse();
    assertThatThrownBy(news::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aPageWithoutEventsIsNotTheEnd() {
    V1Event one = message(1, "1");
    News news =
        new News(
            List.<List<V1Event>>of(List.of(), List.of(one)).iterator(), noPages(), Long.MAX_VALUE);

    assertThat(news.next().all()).isEmpty();
    assertThat(news.next().all()).containsExactly(one);
    assertThat(news.hasNext()).isFalse();
  }

  @Test
  void anEventWithoutATimeStaysBehindTheOneBeforeAlsoOnTheNextPage() {
    V1Event five = message(5, "5");
    V1Event first = undated(6, "behind 5");
    V1Event seven = message(7, "7");
    News news =
        new News(
            List.of(List.of(five), List.of(first, seven)).iterator(),
            List.of(List.of(message(6, "of the agent server"))).iterator(),
            Long.MAX_VALUE);

    List<V1Event> all = new ArrayList<>();
    news.forEachRemaining(part -> all.addAll(part.all()));

    assertThat(all).containsExactly(five, first, seven);
  }

  @Test
  void aServerThatGivesNothingIsReadUpToNoTime() {
    News news = new News(List.of(List.of(message(1, "1"))).iterator(), noPages(), Long.MAX_VALUE);

    assertThat(news.next().liveUntil()).isEqualTo(Entry.NO_TIME);
  }

  private static Iterator<List<V1Event>> noPages() {
    return List.<List<V1Event>>of().iterator();
  }

  @Test
  void everyEventComesOnceInTheOrderOfTimesWithAPageOfEachAtHandAtMost() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random chance = new Random(seed);
      List<V1Event> stored = new ArrayList<>();
      List<V1Event> live = new ArrayList<>();
      Set<String> all = new HashSet<>();
      for (int n = chance.nextInt(60); n > 0; n--) {
        V1Event event = message(n, "x");
        all.add(event.id());
        int where = chance.nextInt(4);
        if (where != 0) {
          stored.add(event);
        }
        if (where != 1) {
          live.add(event);
        }
      }
      AtomicInteger requests = new AtomicInteger();
      News news =
          new News(
              pages(sorted(stored), chance, requests),
              pages(sorted(live), chance, requests),
              Long.MAX_VALUE);
      List<V1Event> told = new ArrayList<>();
      Set<String> toldAsStored = new HashSet<>();
      while (news.hasNext()) {
        int before = requests.get();
        News.Part part = news.next();
        assertThat(requests.get() - before).as("seed %d", seed).isLessThanOrEqualTo(2);
        told.addAll(part.all());
        toldAsStored.addAll(ids(part.stored()));
      }
      assertThat(told).as("seed %d", seed).extracting(V1Event::timestamp).isSorted();
      assertThat(ids(told)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(all);
      assertThat(toldAsStored).as("seed %d", seed).isEqualTo(new HashSet<>(ids(stored)));
    }
  }

  private static List<V1Event> sorted(List<V1Event> events) {
    return events.stream()
        .sorted(Comparator.comparing(event -> String.valueOf(event.timestamp())))
        .toList();
  }

  private static Iterator<List<V1Event>> pages(
      List<V1Event> events, Random chance, AtomicInteger requests) {
    List<List<V1Event>> pages = new ArrayList<>();
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + chance.nextInt(10));
      pages.add(events.subList(from, to));
      from = to;
    }
    Iterator<List<V1Event>> all = pages.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public List<V1Event> next() {
        requests.incrementAndGet();
        return all.next();
      }
    };
  }
}
