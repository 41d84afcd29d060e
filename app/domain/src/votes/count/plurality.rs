//! Plurality: the first preference of each ballot is its vote, and most votes win.

use super::{
    journal::{Journal, Standing},
    outcome::{Count, Papers},
    seats,
    ties::Ties,
    trace::{Event, Reason},
};
use crate::votes::{
    ballots::{Ballots, Ranked, preferences},
    method::Method,
    name::Name,
};

pub fn count(options: &[Name], ballots: &Ballots<Ranked>, seats: u64, ties: &Ties) -> Count {
    let mut papers = Papers { invalid: ballots.invalid(), ..Papers::default() };
    let mut tally = vec![0; options.len()];
    for (ballot, number) in ballots.iter() {
        match preferences(ballot) {
            None => papers.invalid += number,
            Some([]) => papers.blank += number,
            Some([first, ..]) => {
                papers.valid += number;
                tally[first.choice()] += i128::from(number);
            }
        }
    }
    most_votes(Method::Plurality, options, papers, &tally, seats, ties)
}

/// One round, in which most votes win.
pub(super) fn most_votes(
    method: Method,
    options: &[Name],
    papers: Papers,
    tally: &[i128],
    seats: u64,
    ties: &Ties,
) -> Count {
    let mut journal = Journal::new(options, ties, 0);
    journal.ballots(papers);
    if papers.valid == 0 {
        journal.tell(Event::NothingToCount);
    }
    let verdict = seats::fill(&mut journal, seats::places_by(tally), seats, papers.valid > 0);
    for winner in verdict.winners.iter().filter(|winner| !verdict.tied.contains(winner)) {
        let (option, votes) = (journal.name(*winner), journal.votes(tally[*winner]));
        journal.tell(Event::Elected { option, votes, reason: Reason::MostVotes });
    }
    journal.end_round(&Standing { tally, ..Standing::default() });
    journal.close(method, papers, verdict)
}
