//! A count as text that a person can follow with pencil and paper.

use domain::votes::{
    count::{Count, Event, Round},
    export::Outcome,
    method::Method,
    name::Name,
};
use words::votes::VoteWords;

/// Up to so many options all pairs are told.
const MOST_IN_PAIRS: usize = 12;

/// Who won comes first.
pub fn of(outcome: &Outcome, words: &VoteWords) -> Vec<String> {
    let mut lines = verdict(&outcome.count, words);
    for (count, parts) in super::counts(outcome) {
        lines.push(String::new());
        lines.extend(parts.map(words.by_organisations));
        lines.extend(rounds(count, words));
    }
    if outcome.hands > 0 {
        lines.push((words.hands)(outcome.hands));
    }
    if let Some(decided) = &outcome.decision {
        lines.push(String::new());
        lines.extend((words.decided)(decided));
    }
    lines
}

fn verdict(count: &Count, words: &VoteWords) -> Vec<String> {
    let line = |word: &str, names: &[&Name]| {
        let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        format!("{word}: {}", names.join(", ")).trim_end().to_owned()
    };
    let sure: Vec<&Name> = count.winners.iter().filter(|winner| !count.tied.contains(winner)).collect();
    let is_one = count.seats == Some(1) && !matches!(count.method, Method::ScottishStv | Method::MeekStv);
    let mut lines = Vec::new();
    if count.method == Method::Estimate {
        let tally = count.rounds.iter().flat_map(|round| &round.tally);
        let estimates: Vec<String> = tally.map(|(option, median)| format!("{option} {median}")).collect();
        lines.push(format!("{}: {}", words.estimate, estimates.join(", ")));
        return lines;
    }
    if !count.tied.is_empty() {
        lines.push(line(words.tie, &count.tied.iter().collect::<Vec<_>>()));
    }
    if !sure.is_empty() || count.tied.is_empty() {
        lines.push(line(if is_one { words.winner } else { words.elected }, &sure));
    }
    if sure.is_empty() && count.tied.is_empty() {
        lines.push(words.nobody.to_owned());
    }
    lines
}

fn rounds(count: &Count, words: &VoteWords) -> Vec<String> {
    let mut lines = Vec::new();
    let unused = if count.method == Method::EqualShares { words.unspent } else { words.exhausted };
    let mut steps = count.trace.iter().peekable();
    for round in &count.rounds {
        lines.push((words.round)(round.round));
        while let Some(step) = steps.next_if(|step| step.round <= round.round) {
            // Pairs are told one by one; of many options the JSON form has them all.
            if count.options.len() <= MOST_IN_PAIRS || !matches!(step.event, Event::Pair { .. } | Event::Path { .. }) {
                lines.push(format!("  {}", words.step(step)));
            }
        }
        lines.extend(table(round, unused, words.cut));
    }
    lines.extend(steps.map(|step| format!("  {}", words.step(step))));
    lines
}

/// Options and their votes in two columns.
fn table(round: &Round, unused: &str, cut: &str) -> Vec<String> {
    let mut rows: Vec<(&str, String)> =
        round.tally.iter().map(|(option, votes)| (option.as_str(), votes.to_string())).collect();
    for (word, votes) in [(unused, round.exhausted), (cut, round.cut)] {
        if votes.units() != 0 {
            rows.push((word, votes.to_string()));
        }
    }
    let width = |of: fn(&(&str, String)) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let names = width(|(name, _)| name.chars().count());
    let votes = width(|(_, votes)| votes.chars().count());
    rows.iter().map(|(name, number)| format!("    {name:<names$}  {number:>votes$}")).collect()
}
