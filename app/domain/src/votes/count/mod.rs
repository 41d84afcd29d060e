//! The methods, one module each, and the one shape in which all of them answer.

pub mod approval;
pub mod consent;
pub mod dots;
pub mod estimate;
mod field;
pub mod irv;
mod journal;
pub mod matrix;
pub mod median;
pub mod meek;
mod outcome;
pub mod plurality;
mod purchases;
pub mod schulze;
pub mod score;
pub mod scottish;
mod seats;
pub mod shares;
mod ties;
mod trace;

pub use outcome::{Count, Papers, Round};
pub use ties::{Purpose, Ties};
pub use trace::{Event, Reason, Settled, Stands, Step};

use super::{
    election::{Cast, Election, Frame},
    method::{Method, Variant},
};

/// How an election is to be counted.
#[derive(Clone, Debug)]
pub struct Terms {
    pub method: Method,
    pub variant: Option<Variant>,
    /// How many are to be elected; if nobody says, what the election says, else one.
    pub seats: Option<u64>,
    pub ties: Ties,
}

/// The election holds other ballots than the method counts, or lacks what it is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the election does not fit the method")]
pub struct Unfit;

pub fn count(election: &Election, terms: &Terms) -> Result<Count, Unfit> {
    let Election { options, frame, ballots, .. } = election;
    let seats = terms.seats.or(election.seats).unwrap_or(1);
    let ties = &terms.ties;
    Ok(match (terms.method, ballots, frame) {
        (Method::Plurality, Cast::Ranked(ballots), _) => plurality::count(options, ballots, seats, ties),
        (Method::Irv, Cast::Ranked(ballots), _) => irv::count(options, ballots, ties),
        (Method::Schulze, Cast::Ranked(ballots), _) => schulze::count(options, ballots, seats, ties),
        (Method::ScottishStv, Cast::Ranked(ballots), _) => scottish::count(options, ballots, seats, ties),
        (Method::MeekStv, Cast::Ranked(ballots), _) => meek::count(options, ballots, seats, ties),
        (Method::Approval, Cast::Approved(ballots), _) => approval::count(options, ballots, seats, ties),
        (Method::EqualShares, Cast::Approved(ballots), Frame::Budget(budget)) => {
            shares::count(options, ballots, budget, ties)
        }
        (Method::Score, Cast::Marked(ballots), frame) => {
            let scale = if let Frame::Scale(scale) = frame { Some(scale) } else { None };
            match terms.variant {
                Some(Variant::Median) => median::count(options, ballots, scale, seats, ties),
                Some(Variant::Sum) | None => score::count(options, ballots, seats, ties),
            }
        }
        (Method::Dots, Cast::Marked(ballots), _) => dots::count(options, ballots, seats, ties),
        (Method::Consent, Cast::Marked(ballots), Frame::Consent(consent)) => {
            consent::count(options, ballots, consent, seats, ties)
        }
        (Method::Matrix, Cast::Marked(ballots), Frame::Matrix(matrix)) => {
            matrix::count(options, ballots, matrix, seats, ties)
        }
        (Method::Estimate, Cast::Marked(ballots), _) => estimate::count(options, ballots),
        _ => return Err(Unfit),
    })
}

#[cfg(test)]
mod tests;
