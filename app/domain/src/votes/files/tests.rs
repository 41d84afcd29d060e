//! Readers: what they take, that chunks do not matter, that nothing makes them panic.

use proptest::prelude::*;

use super::*;
use crate::votes::{
    ballots::places,
    election::{Cast, Frame},
};

fn read(format: Format, method: Method, text: &str) -> Result<Election, Fault> {
    let mut reader = Reader::new(format, method);
    reader.feed(text.as_bytes())?;
    reader.end()
}

/// Ballots as text: `3:A>B=C`, and the number of invalid ones.
fn ballots(election: &Election) -> (Vec<String>, u64) {
    let name = |choice: usize| election.options[choice].to_string();
    match &election.ballots {
        Cast::Ranked(ballots) => {
            let place = |place: &[crate::votes::ballots::Ranked]| {
                place.iter().map(|ranked| name(ranked.choice())).collect::<Vec<_>>().join("=")
            };
            let line =
                |(ballot, number)| format!("{number}:{}", places(ballot).map(place).collect::<Vec<_>>().join(">"));
            (ballots.iter().map(line).collect(), ballots.invalid())
        }
        Cast::Approved(ballots) => {
            let line = |(ballot, number): (&[u16], u64)| {
                format!("{number}:{}", ballot.iter().map(|choice| name((*choice).into())).collect::<Vec<_>>().join("="))
            };
            (ballots.iter().map(line).collect(), ballots.invalid())
        }
        Cast::Marked(ballots) => {
            let given = |option: usize| ballots.given(option).map(move |(value, number)| (option, value, number));
            let line = |(option, value, number)| format!("{number}:{}/{value}", name(option));
            ((0..election.options.len()).flat_map(given).map(line).collect(), ballots.papers().invalid)
        }
    }
}

fn ranked(format: Format, text: &str) -> Vec<String> {
    ballots(&read(format, Method::Schulze, text).expect(text)).0
}

#[test]
fn abif_is_read_with_everything_that_it_may_hold() {
    let text = "# remark\n{title: \"Huvudstad\"}\n=M:[Memphis, TN]\n = N : Nashville # short\n=K:\"Knoxville\"\n\
                3: M > N=K # remark\n2:[Memphis, TN]\n1:\n4:K/5=N/5>M/0\n2:M\n";
    let expected = ["3:Memphis, TN>Nashville=Knoxville", "4:Memphis, TN", "1:", "4:Knoxville=Nashville>Memphis, TN"];
    assert_eq!(ranked(Format::Abif, text), expected);
    assert_eq!(ranked(Format::Abif, "2:A/1,B/5,C/1\n1:Öl/3"), ["2:B>A=C", "1:Öl"]);
    let renamed = read(Format::Abif, Method::Irv, "1:A>B\n=A:[Alva]\n").expect("declared later");
    assert_eq!(renamed.options, ["Alva".into(), "B".into()]);
    let scores = read(Format::Abif, Method::Score, "3:A/2>B/1\n").expect("scores");
    assert_eq!(ballots(&scores).0, ["3:A/2", "3:B/1"]);
    let approved = read(Format::Abif, Method::Approval, "3:A/1=B/1>C/0\n1:C>A\n").expect("approvals");
    assert_eq!(ballots(&approved).0, ["3:A=B", "1:A=C"]);
}

#[test]
fn blt_is_read_with_remarks_shared_places_and_withdrawn_options() {
    let text = "4 2 # four options\n-2\n3 1 3=4 0\n\n2 2 4 0 # the second was withdrawn\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D #1\"\n";
    let election = read(Format::Blt, Method::Schulze, text).expect(text);
    assert_eq!(election.options, ["A".into(), "C".into(), "D #1".into()]);
    assert_eq!(
        (ballots(&election).0, election.seats),
        (["3:A>C=D #1", "2:D #1", "1:"].map(str::to_owned).into(), Some(2))
    );
}

#[test]
fn csv_is_read_with_quotes_counts_and_blank_ballots() {
    let text = "3,Bad,\"Kök, nytt\"\n\"Kök, nytt\"\n2,\n\n\"12\",Bad\r\n1, \"Sa \"\"nej\"\"\" ,,Bad,\n";
    let expected = ["3:Bad>Kök, nytt", "1:Kök, nytt", "3:", "1:12>Bad", "1:Sa \"nej\">Bad"];
    assert_eq!(ranked(Format::Csv, text), expected);
}

#[test]
fn pabulib_is_read_with_its_limits() {
    let text = "META\nkey;value\nbudget;1000.50\nmax_length;2\nnum_votes;3\n\nPROJECTS\nproject_id;name;cost\n\
                p1;\"Park; stor\";400.5\np2;Bad;700\np3;Bro;1\nVOTES\nvoter_id;age;vote\n1;20;p1,p2\n2;;p2\n3;30;p1,p2,p3\n";
    let election = read(Format::Pabulib, Method::EqualShares, text).expect(text);
    assert_eq!(ballots(&election), (vec!["1:p1=p2".to_owned(), "1:p2".to_owned()], 1));
    let Frame::Budget(budget) = election.frame else { panic!("a budget") };
    assert_eq!((budget.total, budget.costs), (100_050, vec![40_050, 70_000, 100]));
}

/// Each format with all that its grammar turns on, so that random texts get far into it.
const PIECES: [&str; 40] = [
    "1",
    "3:",
    "A",
    "B",
    "[A B]",
    "\"C\"",
    ">",
    "=",
    ",",
    "/",
    "5",
    "#",
    "{",
    "0",
    " ",
    "\n",
    "\n",
    "\r\n",
    "-2",
    "2 1\n",
    "META\n",
    "key;value\n",
    "budget;9\n",
    "PROJECTS\n",
    "project_id;cost\n",
    "p;1\n",
    "VOTES\n",
    "voter_id;vote\n",
    "1;p\n",
    ";",
    "\"",
    "[",
    "]",
    ":",
    "ö",
    "\u{0}",
    "\u{feff}",
    "18446744073709551615",
    "99999999999999999999",
    "max_length;0\n",
];

fn any_format() -> impl Strategy<Value = Format> {
    prop::sample::select(Format::ALL.to_vec())
}

fn any_method() -> impl Strategy<Value = Method> {
    prop::sample::select(Method::ALL.to_vec())
}

fn feed(format: Format, method: Method, chunks: &[&[u8]]) -> Result<(Vec<String>, u64), Fault> {
    let mut reader = Reader::new(format, method);
    for chunk in chunks {
        reader.feed(chunk)?;
    }
    reader.end().map(|election| ballots(&election))
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_alike_in_any_chunks(
        format in any_format(),
        method in any_method(),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
        size in 1_usize..20,
    ) {
        let text = pieces.concat();
        let whole = feed(format, method, &[text.as_bytes()]);
        let parts: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
        prop_assert_eq!(&whole, &feed(format, method, &parts));
        if let Err(fault) = whole {
            prop_assert!(fault.line >= 1 && fault.column >= 1);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(format in any_format(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = feed(format, Method::Approval, &[&bytes]);
    }
}
