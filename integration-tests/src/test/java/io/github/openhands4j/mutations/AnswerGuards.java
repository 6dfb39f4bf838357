package io.github.openhands4j.mutations;

import static io.github.openhands4j.mutations.Guard.guard;
import static io.github.openhands4j.mutations.Mutation.answers;
import static io.github.openhands4j.mutations.Mutation.returns;
import static io.github.openhands4j.mutations.Mutation.skips;

import java.util.List;

/** What comes back: how much of it, in which form, and what of it may be shown. */
final class AnswerGuards {

  private static final String UNREADABLE = "core.internal.feign.UnreadableAnswersTest#";

  static final List<Guard> ALL =
      List.of(
          guard(
              "answers are read up to a limit",
              "A hostile answer fills the memory.",
              "core.internal.http.Exchange",
              answers("read", "BufferedSource.request", Value.FALSE),
              "core.internal.feign.AnswerLimitsTest#oversizedErrorIsNamedWithItsStatus"),
          guard(
              "web pages are told from answers",
              "A login page passes for broken JSON, and a start behind it is looked for in vain.",
              "core.internal.feign.JsonDecoder",
              returns("isJson", Value.TRUE),
              UNREADABLE + "webPageWithStatus200IsNamedAsSuch[1]"),
          guard(
              "nothing may follow the document",
              "Half of a mixed-up answer is believed.",
              "core.internal.json.Json",
              skips("mapper", "Builder.enable"),
              UNREADABLE + "bodyThatIsNoJsonDocumentIsNamed[3]"),
          guard(
              "nesting is bounded",
              "A deep document exhausts the stack.",
              "core.internal.json.Json",
              skips("mapper", "Builder.maxNestingDepth"),
              UNREADABLE + "nestingIsReadUpToTwoHundredLevels"),
          guard(
              "null is no answer",
              "It surfaces much later, as a crash of the caller.",
              "core.internal.feign.OwnExceptions",
              answers("answered", "AnnotatedType.isAnnotationPresent", Value.TRUE),
              "v1.RawDoorTest#answerNullIsUnreadableNotNull"),
          guard(
              "failures of reading do not quote the answer",
              "Prompts and keys get into logs.",
              "core.internal.json.JsonFailure",
              returns("of", Value.FIRST),
              UNREADABLE + "jsonOfAnotherShapeIsNamed[2]"),
          guard(
              "words of the server are one plain line",
              "They forge lines of a log.",
              "core.internal.ServerText",
              returns("oneLine", Value.FIRST),
              "core.internal.json.ServerMessagesTest#controlCharactersAreTakenOut"),
          guard(
              "request ids are shown plainly",
              "They forge lines of a log.",
              "core.ApiException",
              returns("clean", Value.FIRST),
              "core.ApiExceptionTest#requestIdIsShownWithoutWhatCouldForgeALog"),
          guard(
              "cookies are not kept",
              "A session of the server is in an exception that is logged.",
              "core.internal.feign.ApiErrorDecoder",
              skips("headers", "Map.remove"),
              "core.internal.feign.SecretsStayInsideTest#cookieOfAnErrorAnswerIsNotKept"));

  private AnswerGuards() {}
}
