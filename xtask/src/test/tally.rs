//! Counts what passed, failed and was skipped, from what the test runners print.

use std::ops::AddAssign;

use serde::Deserialize;

/// The counts of one part, or of all together.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// What was skipped, and why.
    pub skipped: Vec<String>,
}

impl Tally {
    pub fn failure() -> Self {
        Self { failed: 1, ..Self::default() }
    }

    pub fn skip(reason: String) -> Self {
        Self { skipped: vec![reason], ..Self::default() }
    }

    /// From what Rust's own test harness prints. A harness that ends without its result has failed.
    pub fn of_harness(output: &str, succeeded: bool) -> Self {
        let mut tally = Self::default();
        for line in output.lines() {
            if let Some(result) = line.strip_prefix("test result: ") {
                tally.passed += count(result, "passed");
                tally.failed += count(result, "failed");
            } else if let Some(reason) = line.strip_prefix("skipped: ") {
                tally.skipped.push(reason.to_owned());
            } else if line.starts_with("test ") && line.contains("... ignored") {
                tally.skipped.push(line.trim_start_matches("test ").to_owned());
            }
        }
        if !succeeded && tally.failed == 0 {
            tally.failed = 1;
        }
        tally
    }

    /// From Playwright's report in JSON. A test that passed only when tried again counts as failed.
    pub fn of_playwright(report: &str, succeeded: bool) -> Self {
        let stats = serde_json::from_str(report).map(|report: Report| report.stats).unwrap_or_default();
        let mut tally = Self { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: Vec::new() };
        if stats.skipped > 0 {
            tally.skipped.push(format!("{} browser tests: see their reasons in the report", stats.skipped));
        }
        if !succeeded && tally.failed == 0 {
            tally.failed = 1;
        }
        tally
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped.extend(other.skipped);
    }
}

#[derive(Deserialize)]
struct Report {
    stats: Stats,
}

#[derive(Default, Deserialize)]
struct Stats {
    expected: usize,
    unexpected: usize,
    flaky: usize,
    skipped: usize,
}

/// `ok. 5 passed; 0 failed; …` has 5 that passed.
fn count(result: &str, what: &str) -> usize {
    let words: Vec<&str> = result.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == what).and_then(|pair| pair[0].parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_harness_is_counted_over_all_its_results() {
        let output = "\
test a ... ok
test b ... ignored, too slow
skipped: c: RADSLAG_TEST_POSTGRES is not set
test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let tally = Tally::of_harness(output, false);
        assert_eq!((tally.passed, tally.failed), (8, 2));
        assert_eq!(tally.skipped, ["b ... ignored, too slow", "c: RADSLAG_TEST_POSTGRES is not set"]);
    }

    #[test]
    fn a_runner_that_dies_without_a_result_has_failed() {
        assert_eq!(Tally::of_harness("test a ... ", false), Tally::failure());
        assert_eq!(Tally::of_playwright("", false), Tally::failure());
    }

    #[test]
    fn a_flaky_browser_test_has_failed() {
        let report = r#"{"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}, "suites": []}"#;
        let tally = Tally::of_playwright(report, false);
        assert_eq!((tally.passed, tally.failed, tally.skipped.len()), (7, 2, 1));
    }
}
