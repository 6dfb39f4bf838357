package io.github.openhands4j.v1.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v1.event.Event;
import org.junit.jupiter.api.Test;

/** What is kept of what a socket says. */
class SocketFeedTest {

  private final SocketFeed feed =
      new SocketFeed(Json.mapper(100_000), new RealBell(), null, 10_000);

  private void says(String kind, String id, int size) {
    feed.arrived(
        String.format(
            "{\"kind\":\"%s\",\"id\":\"%s\",\"source\":\"agent\",\"content\":\"%s\"}",
            kind, id, "x".repeat(size)));
  }

  @Test
  void piecesAreTakenUpToTheFirstEventThatIsListed() {
    says("ConversationStateUpdateEvent", "state", 0);
    says("StreamingDeltaEvent", "a", 0);
    says("StreamingDeltaEvent", "b", 0);
    says("PauseEvent", "c", 0);
    says("StreamingDeltaEvent", "d", 0);

    assertThat(feed.takePieces()).extracting(Event::id).containsExactly("a", "b");
    assertThat(feed.takePieces()).isEmpty();
    assertThat(feed.takeAll()).extracting(Event::id).containsExactly("c", "d");
  }

  @Test
  void whatCanBeReadAgainIsDroppedFirstThenTheOldest() {
    says("ConversationStateUpdateEvent", "state", 0);
    says("PauseEvent", "a", 4_000);
    says("StreamingDeltaEvent", "b", 4_000);
    says("StreamingDeltaEvent", "c", 4_000);
    says("StreamingDeltaEvent", "d", 4_000);

    assertThat(feed.takeAll()).extracting(Event::id).containsExactly("c", "d");
    says("StreamingDeltaEvent", "e", 4_000);
    says("StreamingDeltaEvent", "f", 4_000);
    assertThat(feed.takeAll()).extracting(Event::id).containsExactly("e", "f");
  }

  @Test
  void onlyWhatAReadMayListIsNews() {
    assertThat(feed.takeNews()).isEqualTo(SocketFeed.News.NONE);
    says("ConversationStateUpdateEvent", "state", 0);
    assertThat(feed.takeNews()).isEqualTo(SocketFeed.News.EVENTS);
    says("StreamingDeltaEvent", "a", 0);
    assertThat(feed.takeNews()).isEqualTo(SocketFeed.News.PIECES);
    says("PauseEvent", "b", 0);
    says("StreamingDeltaEvent", "c", 0);
    assertThat(feed.takeNews()).isEqualTo(SocketFeed.News.EVENTS);
    feed.arrived("no event");
    assertThat(feed.takeNews()).isEqualTo(SocketFeed.News.EVENTS);
    assertThat(feed.takeNews()).isEqualTo(SocketFeed.News.NONE);
  }
}
