package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.counts;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** The journal of starts, and starts that wait their turn. */
final class RecordGuards {

  private static final String DRIVER_TEST = "v1.internal.start.StartDriverTest#";
  private static final String RECORD = "v1.internal.start.StartRecord";
  private static final String LIMIT = "v1.internal.start.RunningLimit";
  private static final String LIMIT_TEST = "v1.MaxRunningTest#";
  private static final String JOURNAL = "core.internal.journal.";
  private static final String JOURNAL_TEST = "core.internal.journal.FileStartJournalTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "a start is written down before it is sent",
              "The job is lost with its process.",
              RECORD,
              skips("begin", "StartJournal.write"),
              DRIVER_TEST + "startIsWrittenDownBeforeItIsSentAndStaysOpenWhileItsOutcomeIsUnknown"),
          guard(
              "a journal that cannot be written refuses the start",
              "The job is lost with its process.",
              RECORD,
              skips("begin", "StartJournal.write"),
              DRIVER_TEST + "startThatCannotBeWrittenDownIsNotSent[1]"),
          guard(
              "a start is on the disk before it is sent",
              "The job is lost with its machine.",
              JOURNAL + "JournalFiles",
              skips("append", "FileChannel.force"),
              JOURNAL_TEST + "startIsOnTheDiskWhenItIsWrittenDown"),
          guard(
              "a new file of the journal is on the disk",
              "The job is lost with its machine.",
              JOURNAL + "JournalFiles",
              skips("forceDirectory", "FileChannel.force"),
              JOURNAL_TEST + "startIsOnTheDiskWhenItIsWrittenDown"),
          guard(
              "files of the journal are the owner's only",
              "Other users of the machine read who starts what.",
              JOURNAL + "JournalFiles",
              answers("ownerOnly", "Set.contains", Value.FALSE),
              JOURNAL_TEST + "onlyTheOwnerMayRead"),
          guard(
              "a refused start is not asked for after a crash",
              "Every crash is followed by half a minute of vain looks a start.",
              RECORD,
              skips("outcome", "StartJournal.write"),
              DRIVER_TEST + "refusedStartIsWrittenDownAsNotStarted"),
          guard(
              "a line has a checksum",
              "A torn line is read as another start.",
              JOURNAL + "JournalLine",
              answers("parse", "String.equals", Value.TRUE),
              JOURNAL_TEST + "changedBytesAreNeverReadAsAnotherStart"),
          guard(
              "the later state wins",
              "A job that was taken is asked for again and again.",
              JOURNAL + "EntryFold",
              answers("later", "State.compareTo", Value.of(0)),
              JOURNAL_TEST + "whatOneJournalWroteAnotherReads"),
          guard(
              "an old file of the journal stays while it names an open start",
              "Nobody can ask for the job any more.",
              JOURNAL + "CleanUp",
              answers("going", "JournalFile.namesAnyOf", Value.FALSE),
              JOURNAL_TEST + "oldFileStaysWhileTheOutcomeOfOneOfItsStartsIsUnknown"),
          guard(
              "the outcome of a start stays as long as its beginning",
              "Every process looks in vain for a start that has ended.",
              JOURNAL + "CleanUp",
              answers("going", "Set.addAll", Value.FALSE),
              JOURNAL_TEST + "removedOutcomeOpensNoStartOfAFileThatStays"),
          guard(
              "files of the last month stay",
              "What a program has not asked for yet is gone.",
              JOURNAL + "CleanUp",
              answers("going", "Instant.isBefore", Value.TRUE),
              JOURNAL_TEST + "filesThatNobodyWroteToForAMonthGoWhenANewOneIsMade"),
          guard(
              "old files of the journal go",
              "The directory grows without end.",
              JOURNAL + "JournalFiles",
              returns("removeOld", Value.NOTHING),
              JOURNAL_TEST + "filesThatNobodyWroteToForAMonthGoWhenANewOneIsMade"),
          guard(
              "nothing is appended to a file that is about to go",
              "The line goes with the file.",
              JOURNAL + "JournalFiles",
              answers("isDone", "Instant.isBefore", Value.FALSE),
              JOURNAL_TEST + "nothingIsAppendedToAFileThatIsAboutToGo"),
          guard(
              "a line whose file was removed meanwhile is not written",
              "The job is lost with its process.",
              JOURNAL + "JournalFiles",
              answers("append", "JournalFiles.sizeOf", Value.of(Long.MAX_VALUE)),
              JOURNAL_TEST + "lineWhoseFileIsRemovedMeanwhileCountsAsNotWritten",
              JOURNAL_TEST + "startWhoseFileIsRemovedMeanwhileIsInAnother"),
          guard(
              "a line whose file was removed meanwhile is written to another",
              "A start is refused because an old file went.",
              JOURNAL + "FileStartJournal",
              counts("write", 5, 1),
              JOURNAL_TEST + "startWhoseFileIsRemovedMeanwhileIsInAnother"),
          guard(
              "a line that is written in part refuses the start",
              "The job is lost with its process.",
              JOURNAL + "JournalFiles",
              answers("append", "FileChannel.write", Value.of(Integer.MAX_VALUE)),
              JOURNAL_TEST + "startThatIsWrittenInPartOrNotForcedIsRefused[1]"),
          guard(
              "a handle is given before the outcome",
              "Whoever abandons an asynchronous start loses it.",
              "v1.internal.client.DefaultConversations",
              answers("startAsync", "StartDriver.newHandle", Value.NULL),
              "v1.ResolveTest#handleOfAnAsynchronousStartIsThereAtOnce"),
          guard(
              "starts wait while enough sandboxes run",
              "The account's limit pauses a job that works.",
              LIMIT,
              returns("running", Value.of(0L)),
              LIMIT_TEST + "startThatWaitedTooLongWasNotSent"),
          guard(
              "a start that was let through counts",
              "A burst of starts passes together.",
              LIMIT,
              returns("notListedYet", Value.of(0)),
              LIMIT_TEST + "burstOfStartsDoesNotPassTogether"),
          guard(
              "the wait for a turn keeps the interrupt flag",
              "Callers further up do not learn of it.",
              LIMIT,
              skips("await", "Thread.interrupt"),
              LIMIT_TEST + "interruptedWaitEndsAndNothingWasSent"));

  private RecordGuards() {}
}
