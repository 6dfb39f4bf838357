package io.github.openhands4j.compat.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected texts are what Python 3 printed. */
class PythonTextTest {

  @Test
  void textsAreQuotedAsPythonQuotes() {
    assertThat(PythonText.repr("plain")).isEqualTo("'plain'");
    assertThat(PythonText.repr("it's")).isEqualTo("\"it's\"");
    assertThat(PythonText.repr("say \"hi\"")).isEqualTo("'say \"hi\"'");
    assertThat(PythonText.repr("it's \"both\"")).isEqualTo("'it\\'s \"both\"'");
    assertThat(PythonText.repr("a\\b\n\r\t")).isEqualTo("'a\\\\b\\n\\r\\t'");
    assertThat(PythonText.repr("\u0000\u001b\u007f\u00a0\u200b\u2028"))
        .isEqualTo("'\\x00\\x1b\\x7f\\xa0\\u200b\\u2028'");
    assertThat(PythonText.repr("é漢😀")).isEqualTo("'é漢😀'");
    assertThat(PythonText.repr("\ud800")).isEqualTo("'\\ud800'");
    assertThat(PythonText.repr("\udb40\udc01")).isEqualTo("'\\U000e0001'");
  }

  @Test
  void numbersAreWrittenAsPythonWritesThem() {
    assertThat(PythonText.repr(1)).isEqualTo("1");
    assertThat(PythonText.repr(new BigInteger("123456789012345678901234567890")))
        .isEqualTo("123456789012345678901234567890");
    assertThat(PythonText.repr(1.0)).isEqualTo("1.0");
    assertThat(PythonText.repr(0.1)).isEqualTo("0.1");
    assertThat(PythonText.repr(-0.0)).isEqualTo("-0.0");
    assertThat(PythonText.repr(1e15)).isEqualTo("1000000000000000.0");
    assertThat(PythonText.repr(1e16)).isEqualTo("1e+16");
    assertThat(PythonText.repr(1.5e300)).isEqualTo("1.5e+300");
    assertThat(PythonText.repr(0.0001)).isEqualTo("0.0001");
    assertThat(PythonText.repr(0.00001)).isEqualTo("1e-05");
  }

  @Test
  void wordsMapsAndListsAreNested() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("b", Arrays.asList(true, false, null));
    map.put("a", Map.of());
    assertThat(PythonText.repr(map)).isEqualTo("{'b': [True, False, None], 'a': {}}");
    assertThat(PythonText.repr(List.of())).isEqualTo("[]");
  }
}
