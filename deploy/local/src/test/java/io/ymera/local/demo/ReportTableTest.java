package io.ymera.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReportTableTest {

    @Test
    void shows_tests_failures_totals_and_notes() throws Exception {
        String report = """
                {"framework":"pytest","verdict":"failed",
                 "flaky":[{"id":"tests/test_a.py::test_odd","first":"failed","passed_in_run":2}],
                 "incidents":[{"kind":"network","test":"tests/test_a.py::test_ok","detail":"looked up example.com"}],
                 "tests":[{"id":"tests/test_a.py::test_ok","outcome":"passed","duration_seconds":0.0123},
                          {"id":"tests/test_a.py::test_bad","outcome":"failed","duration_seconds":1.5,
                           "failure":"assert 1 == 2\\n  where 1 = f()"}],
                 "totals":{"tests":2,"passed":1,"failed":1,"errors":0,"skipped":0,"duration_seconds":1.512},
                 "notes":["no network"]}""";

        String text = ReportTable.of(new ObjectMapper().readTree(report));

        assertThat(text).isEqualToNormalizingNewlines("""
                  outcome     seconds  test
                  passed        0.012  tests/test_a.py::test_ok
                  failed        1.500  tests/test_a.py::test_bad

                failed: tests/test_a.py::test_bad
                    assert 1 == 2
                      where 1 = f()

                2 tests with pytest in 1.5 s: 1 passed, 1 failed
                verdict: failed
                flaky: tests/test_a.py::test_odd passed in run 2
                incident: network in tests/test_a.py::test_ok: looked up example.com
                note: no network
                """);
    }

    @Test
    void lets_no_control_character_of_the_project_reach_the_terminal() throws Exception {
        String report = """
                {"framework":"py\\u001b]0;x\\u0007test","tests":[{"id":"a\\rb\\u001b[2J","outcome":"failed",
                 "duration_seconds":0,"failure":"\\u001b[31mred\\u202e\\n\\u009bx"}],"totals":{"tests":1},"notes":["\\u0000"]}""";

        String text = ReportTable.of(new ObjectMapper().readTree(report));

        assertThat(text.lines())
                .noneMatch(line -> line.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202e));
    }

    @Test
    void a_report_without_anything_in_it_is_no_error() throws Exception {
        String text = ReportTable.of(new ObjectMapper().readTree("{}"));

        assertThat(text).contains("0 tests with an unknown framework");
    }
}
