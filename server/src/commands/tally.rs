//! `radslag tally`: counts a vote from a file, for whoever wants to check what was counted.

mod json;
mod reading;
mod text;

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::{
    language::Language,
    votes::{
        count::{Count, Terms, Ties, count},
        export::{Outcome, Vote},
        files::Format,
        method::{Method, Variant},
    },
};
use words::Words;

use super::say;

#[derive(Args)]
pub struct Options {
    /// Ballots as .abif, .blt, .csv or .pb, or a vote that was exported as .json
    file: PathBuf,
    /// How to count; an exported vote says it itself
    #[arg(long, value_parser = method)]
    method: Option<Method>,
    /// How many are to be elected (default: what the file says, else 1)
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    seats: Option<u64>,
    /// A variant of the method; `score` has sum (the default) and median
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,
    /// What decides a tie inside a count: the order of the file, a lot drawn from a text, or nothing
    #[arg(long, value_name = "order|seed:TEXT|open", value_parser = lot)]
    lot: Option<Ties>,
    /// One JSON object instead of text
    #[arg(long)]
    json: bool,
    /// The language of the text: en or sv
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

fn method(name: &str) -> Result<Method, String> {
    let names = Method::ALL.map(Method::name).join(", ");
    Method::from_name(name).ok_or_else(|| format!("there are {names}"))
}

fn lot(text: &str) -> Result<Ties, String> {
    match (text, text.strip_prefix("seed:")) {
        ("order", _) => Ok(Ties::Order),
        ("open", _) => Ok(Ties::Open),
        (_, Some(seed)) if !seed.is_empty() => Ok(Ties::Seed(seed.to_owned())),
        _ => Err("there are order, seed:TEXT and open".to_owned()),
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "there are en and sv".to_owned())
}

/// What cannot be counted, or not in this way, is told with exit code 2.
pub fn run(options: &Options) -> ExitCode {
    let words = Words::in_language(options.language);
    match counted(options, words) {
        Ok(outcome) if options.json => {
            say(json::of(&outcome, words.votes()));
            ExitCode::SUCCESS
        }
        Ok(outcome) => {
            text::of(&outcome, words.votes()).iter().for_each(say);
            ExitCode::SUCCESS
        }
        Err(why) => {
            #[expect(clippy::print_stderr, reason = "the answer to whoever stands at the terminal")]
            {
                eprintln!("radslag: {why}");
            }
            ExitCode::from(2)
        }
    }
}

fn counted(options: &Options, words: Words) -> Result<Outcome, String> {
    let path = options.file.display();
    let ending = options.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ending.eq_ignore_ascii_case("json") {
        let vote = reading::vote(&options.file, words)?;
        return again(options, &vote);
    }
    let format = Format::from_ending(ending).ok_or_else(|| {
        let known = Format::ALL.map(Format::ending).join(", .");
        format!("{path}: what a file holds is told by its ending, which is .{known} or .json")
    })?;
    let method = options.method.ok_or_else(|| format!("{path}: --method says how to count it"))?;
    if !format.serves(method) {
        return Err(format!("{path}: a .{ending} file does not hold what {} counts", method.name()));
    }
    let terms = terms(options, method, None, Ties::Order)?;
    let election = reading::election(&options.file, format, method, words)?;
    let count = count(&election, &terms).map_err(|unfit| format!("{path}: {unfit}"))?;
    Ok(Outcome { count, beside: None, hands: 0, decision: None })
}

/// Counts an exported vote as it says itself, except for what is asked otherwise.
fn again(options: &Options, vote: &Vote) -> Result<Outcome, String> {
    let path = options.file.display();
    let method = vote.head.method;
    if options.method.is_some_and(|asked| asked != method) {
        return Err(format!("{path}: this vote is by {}, and its ballots suit no other method", method.name()));
    }
    let terms = terms(options, method, vote.head.rule, vote.head.ties.clone())?;
    vote.count(&terms).map_err(|unfit| format!("{path}: {unfit}"))
}

fn terms(options: &Options, method: Method, variant: Option<Variant>, ties: Ties) -> Result<Terms, String> {
    let asked = options.rule.as_deref().map(|asked| {
        let found = method.variants().iter().copied().find(|variant| variant.name() == asked);
        found.ok_or_else(|| {
            let names: Vec<&str> = method.variants().iter().map(|variant| variant.name()).collect();
            match &names[..] {
                [] => format!("{} has no variants", method.name()),
                names => format!("{} has {}, and no {asked:?}", method.name(), names.join(" and ")),
            }
        })
    });
    let one_seat = method == Method::Irv && options.seats.is_some_and(|seats| seats > 1);
    if one_seat || (options.seats.is_some() && !method.has_seats()) {
        return Err(format!("{} cannot fill so many seats", method.name()));
    }
    let ties = options.lot.clone().unwrap_or(ties);
    Ok(Terms { method, variant: asked.transpose()?.or(variant), seats: options.seats, ties })
}

/// Counts by both bases, the first one first.
fn counts(outcome: &Outcome) -> impl Iterator<Item = (&Count, Option<u64>)> {
    let beside = outcome.beside.iter().map(|beside| (&beside.count, Some(beside.parts)));
    std::iter::once((&outcome.count, None)).chain(beside)
}
