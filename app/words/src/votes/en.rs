//! Votes in English.

use domain::votes::{
    count::{Event, Purpose, Reason, Settled, Stands},
    export::Decided,
    files::{Expected, Flaw},
    rules::{Basis, Part, Quorum, Threshold},
};

use super::{VoteWords, list};

pub static WORDS: VoteWords = VoteWords {
    winner: "winner",
    elected: "elected",
    tie: "tie",
    estimate: "estimate",
    nobody: "Nobody is elected.",
    round: |round| format!("Round {round}"),
    exhausted: "exhausted",
    unspent: "left with voters",
    cut: "lost by cutting",
    by_organisations: |parts| match parts {
        1 => "By organisations:".to_owned(),
        parts => format!("By organisations, each of which has {parts} votes:"),
    },
    hands: |hands| format!("{} counted by show of hands in the room.", votes_were(hands)),
    event,
    decided,
    fault: |line, column, what| format!("line {line}, column {column}: {what}"),
    flaw,
};

fn votes_were(number: u64) -> String {
    if number == 1 { "1 vote was".to_owned() } else { format!("{number} votes were") }
}

fn counted(number: u64, one: &str, more: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {more}") }
}

fn event(event: &Event) -> String {
    match event {
        Event::Ballots { valid, blank, invalid } => {
            format!("{}, {blank} blank, {invalid} invalid.", counted(*valid, "valid ballot", "valid ballots"))
        }
        Event::NothingToCount => "Nobody has a vote, so all options are equal.".to_owned(),
        Event::Quota { quota, votes, seats } => {
            let seats = counted(*seats, "seat", "seats");
            format!("{seats} and {votes} votes: whoever has {quota} is elected.")
        }
        Event::Elected { option, votes, reason } => match reason {
            Reason::MostVotes => format!("{option} is elected with most votes, {votes}."),
            Reason::Majority { of } => format!("{option} is elected with {votes} votes, more than half of {of}."),
            Reason::Quota { quota } => format!("{option} is elected: {votes} votes reach the quota of {quota}."),
            Reason::LastPlaces => {
                format!("{option} is elected with {votes} votes, as no more options are left than seats.")
            }
            Reason::Unbeaten => format!("{option} is elected: no other option has a stronger path to it than back."),
            Reason::BestGrade => format!("{option} comes first, with {votes}."),
        },
        Event::Excluded { option, votes } => format!("{option} goes out with fewest votes, {votes}."),
        Event::Equal { options, votes } => format!("{} are left, each with {votes} votes.", list(options, "and")),
        Event::Surplus { option, votes, quota, surplus } => format!(
            "{option} has {votes} votes and needs {quota}. The surplus of {surplus} goes on: each ballot is now worth \
             its value times {surplus} divided by {votes}, cut after five decimals."
        ),
        Event::Moved { from, to: Some(to), papers, value, votes } => {
            format!("{} worth {value} each go from {from} to {to}: {votes}.", counted(*papers, "ballot", "ballots"))
        }
        Event::Moved { from, to: None, papers, value, votes } => format!(
            "{} worth {value} each, from {from}, name nobody more: {votes}.",
            counted(*papers, "ballot", "ballots")
        ),
        Event::Cut { votes } => format!("{votes} is lost because decimals are cut."),
        Event::Tie { purpose, options, settled } => tie(*purpose, &list(options, "and"), settled),
        Event::Pair { option, other, votes, against } => {
            format!("{votes} place {option} above {other}, {against} the other way.")
        }
        Event::Path { winner, loser, strength, back } => {
            format!("The strongest path from {winner} to {loser} has {strength} votes, back {back}.")
        }
        Event::Keeps { option, share } => format!("{option} keeps {share} of each vote and hands on the rest."),
        Event::Iterated { times, surplus } => {
            format!(
                "Votes were handed on {}; the surplus left is {surplus}.",
                counted((*times).into(), "time", "times")
            )
        }
        Event::CertainLosers { options, votes, surplus, next } => format!(
            "{} cannot catch up: their {votes} votes and the whole surplus of {surplus} are less than the next \
             one's {next}.",
            list(options, "and")
        ),
        Event::Median { option, grade, better, worse } => {
            format!("{option} has the median grade {grade}; {better} gave a better one and {worse} a worse one.")
        }
        Event::Blocked { option, blocks } => {
            format!("{option} is not carried: it is blocked by {}.", counted(*blocks, "ballot", "ballots"))
        }
        Event::Mean { option, criterion, mean, weight, answers } => {
            let answers = counted(*answers, "answer", "answers");
            format!("{option}, {criterion}: {mean} on average of {answers}, with the weight {weight}.")
        }
        Event::NoAnswer { option, criterion, least } => {
            format!("{option}, {criterion}: nobody answered, which counts as {least}.")
        }
        Event::Requirement { option, criterion, met, unmet, unclear, stands } => {
            let stands = match stands {
                Stands::Met => "met",
                Stands::Failed => "not met, so that the option is listed apart",
                Stands::Unclear => "unclear",
            };
            format!("{option}, {criterion}: {met} say met, {unmet} not met, {unclear} unclear. It is {stands}.")
        }
        Event::Weighted { option, mean, level: Some(level) } => {
            format!("{option} has the weighted mean {mean}: {level}.")
        }
        Event::Weighted { option, mean, level: None } => format!("{option} has the weighted mean {mean}."),
        Event::Estimated { option, answers, least, lower_quartile, median, upper_quartile, greatest } => format!(
            "{option}: the median of {} is {median}; half of them lie from {lower_quartile} to {upper_quartile}, all \
             of them from {least} to {greatest}.",
            counted(*answers, "answer", "answers")
        ),
        Event::Share { share, voters, raised } => {
            let voters = counted(*voters, "voter", "voters");
            let times = counted(*raised, "time", "times");
            format!("Each of {voters} has {share}, after shares were raised by 1 {times}.")
        }
        Event::Bought { option, cost, supporters, each, emptied } => format!(
            "{option} is bought. It costs {cost} and has {}, who pay {each} each; {emptied} of them have less and pay all \
             they have left.",
            counted(*supporters, "supporter", "supporters")
        ),
        Event::NothingFits { left } => format!("{left} is left, and nothing more with supporters fits into it."),
        Event::WouldOverspend { cost, budget } => {
            format!("With shares raised once more the choice would cost {cost}, more than the budget of {budget}.")
        }
    }
}

fn tie(purpose: Purpose, options: &str, settled: &Settled) -> String {
    let what = match purpose {
        Purpose::Elect => "could win",
        Purpose::Transfer => "could go on first",
        Purpose::Exclude => "could go out",
        Purpose::Buy => "could be bought",
    };
    let how = match settled {
        Settled::EarlierRound { chosen, round } => {
            format!("{chosen} is taken, because they last differed in round {round}")
        }
        Settled::Order { chosen } => format!("{chosen} is taken, as it is listed first"),
        Settled::Seed { chosen, draw, ticket } => {
            format!("lot number {draw} falls on {chosen}, whose ticket {ticket} is the least")
        }
        Settled::Chair { chosen } => format!("{chosen} is taken by the casting vote"),
        Settled::Open => "it is left open".to_owned(),
    };
    format!("{options} are tied and {what}: {how}.")
}

fn decided(decided: &Decided) -> Vec<String> {
    let mut said: Vec<String> = decided.decision.parts.iter().flat_map(part).collect();
    said.push(match (&decided.option, decided.decision.carried) {
        (Some(option), true) => format!("{option} is carried."),
        (Some(option), false) => format!("{option} is not carried."),
        (None, true) => "There is a quorum.".to_owned(),
        (None, false) => "Nothing is carried.".to_owned(),
    });
    said
}

fn part(part: &Part) -> Vec<String> {
    let Part { in_favour, against, abstaining, blocking, of, .. } = part;
    let basis = match part.basis {
        Basis::Heads => "By heads",
        Basis::Organisations => "By organisations",
    };
    let mut said = vec![format!(
        "{basis}: {in_favour} in favour, {against} against ({blocking} of them blocking), {abstaining} abstaining."
    )];
    let reached = |reached: bool| if reached { "reached" } else { "not reached" };
    if let Some(quorum) = part.quorum {
        let wanted = match quorum {
            Quorum::Number(number) => number.to_string(),
            Quorum::AtLeast { part, of } => format!("at least {part}/{of} of those who may vote"),
            Quorum::MoreThan { part, of } => format!("more than {part}/{of} of those who may vote"),
        };
        said.push(format!("{basis}: the quorum of {wanted} is {}.", reached(part.has_quorum)));
    }
    if let Some(threshold) = part.threshold {
        let wanted = match threshold {
            Threshold::Simple => format!("more than half of {of}"),
            Threshold::OfAllEntitled => format!("more than half of all {of}"),
            Threshold::TwoThirds => format!("two thirds of {of}"),
            Threshold::Consensus => "nobody blocking".to_owned(),
        };
        said.push(format!("{basis}: {wanted} is {}.", reached(part.has_threshold)));
    }
    if part.by_tie_rule {
        said.push(format!("{basis}: the votes are even, and the rule for ties decides."));
    }
    said
}

fn flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::NotText => "this is not text in UTF-8".to_owned(),
        Flaw::ControlCharacter => "this is a control character, which is no text (is the file in UTF-16?)".to_owned(),
        Flaw::LineTooLong { most } => format!("the line is longer than {most} bytes"),
        Flaw::Expected { what } => format!("{} is expected here", expected(*what)),
        Flaw::NumberTooLarge => "the number is too large".to_owned(),
        Flaw::TooManyBallots => "there are more ballots than can be counted".to_owned(),
        Flaw::TooManyOptions { most } => format!("there are more than {most} options"),
        Flaw::NoOptions => "the file names no option".to_owned(),
        Flaw::UnknownOption { name } => format!("there is no {name:?} to choose"),
        Flaw::Twice { name } => format!("{name:?} stands here twice"),
        Flaw::NoScore { name } => format!("{name:?} has no score, and scores are to be counted"),
        Flaw::MixedSigns => "a comma does not go with > and = on one ballot".to_owned(),
        Flaw::OrderAgainstScores => "the order says something else than the scores".to_owned(),
        Flaw::AfterEnd => "nothing may follow the end".to_owned(),
        Flaw::WrongNumber { said, found } => format!("the file says {said} and holds {found}"),
        Flaw::Unfinished { missing } => format!("the file ends too early: {} is missing", expected(*missing)),
        Flaw::NotApprovals => "only approvals can be counted from this format".to_owned(),
        Flaw::Lacks { key } => format!("{key:?} is missing"),
        Flaw::DoesNotFit { key } => format!("{key:?} does not fit what else the vote says"),
        Flaw::NoMark { given } => format!("{given:?} is no mark in this vote"),
    }
}

fn expected(what: Expected) -> &'static str {
    match what {
        Expected::Number => "a number",
        Expected::Positive => "a number above 0",
        Expected::Name => "the name of an option",
        Expected::Quote => "a quotation mark",
        Expected::Bracket => "a closing bracket",
        Expected::Colon => "a colon",
        Expected::Sign => ">, = or a comma",
        Expected::Nought => "the 0 that ends the ballots",
        Expected::Seats => "the number of seats",
        Expected::Section => "META, then PROJECTS, then VOTES",
        Expected::Column => "a column of the section",
        Expected::Budget => "the budget",
        Expected::Cell => "another cell",
        Expected::LineEnd => "the end of the line",
        Expected::Vote => "the vote, before its ballots,",
        Expected::Ballots => "the list of ballots",
    }
}
