//! How failures are slowed down, by account, by address and for the whole server, while what is right costs nothing.

use crate::{
    moment::{Moment, Span},
    problem::Problem,
};

/// How many failures are free, how fast they are forgotten, and how the wait grows after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The failure that first makes one wait.
    pub first_wait_at: u32,
    /// After so long, one failure is forgotten.
    pub forgets_one_in: Span,
    /// The first wait; each further failure doubles it.
    pub wait: Span,
    pub longest: Span,
}

/// Wrong passwords or codes for one account. It stops right ones too while it lasts: otherwise one could guess on.
pub const ACCOUNT: Rule =
    Rule { first_wait_at: 5, forgets_one_in: Span::hours(1), wait: Span::seconds(30), longest: Span::minutes(15) };

/// Failures from one address: 20 a minute. A whole hall sits behind one, so it never stops what is right.
pub const ADDRESS: Rule =
    Rule { first_wait_at: 21, forgets_one_in: Span::seconds(3), wait: Span::seconds(1), longest: Span::minutes(1) };

/// Failures on the whole server: 200 a minute. It never stops what is right either.
pub const SERVER: Rule = Rule {
    first_wait_at: 201,
    forgets_one_in: Span::of_milliseconds(300),
    wait: Span::seconds(1),
    longest: Span::seconds(10),
};

/// Mails asked for to one mailbox from one address.
pub const ASKING: Rule =
    Rule { first_wait_at: 5, forgets_one_in: Span::minutes(5), wait: Span::minutes(1), longest: Span::minutes(15) };

/// Mails asked for to one mailbox, from wherever: nobody's mailbox is to be filled from here.
pub const MAILBOX: Rule =
    Rule { first_wait_at: 20, forgets_one_in: Span::minutes(5), wait: Span::minutes(1), longest: Span::minutes(15) };

/// Mails asked for from one address: a whole hall may ask at once, a machine may not go on.
pub const ASKING_ADDRESS: Rule =
    Rule { first_wait_at: 600, forgets_one_in: Span::seconds(2), wait: Span::seconds(5), longest: Span::minutes(5) };

/// What is remembered of failures. Forgetting needs no work: it is a matter of what time it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// When the last failure will be forgotten.
    pub forgotten_at: Moment,
    /// Until when one has to wait.
    pub waits_until: Moment,
}

impl Rule {
    /// Beyond these the wait has long been the longest; more are not remembered, so that everything ends some day.
    const DOUBLINGS: u32 = 12;

    /// Refuses while one has to wait, and says for how long.
    pub fn may_try(&self, tally: Tally, now: Moment) -> Result<(), Problem> {
        let left = tally.waits_until.since(now);
        if left == Span::default() { Ok(()) } else { Err(Problem::TooMany { retry_s: left.whole_seconds() }) }
    }

    /// One more failure.
    pub fn failed(&self, tally: Tally, now: Moment) -> Tally {
        let most = now.plus(self.forgets_one_in.times(u64::from(self.first_wait_at + Self::DOUBLINGS)));
        let forgotten_at = tally.forgotten_at.max(now).plus(self.forgets_one_in).min(most);
        let beyond = self.remembered(forgotten_at, now).checked_sub(u64::from(self.first_wait_at));
        let waits_until =
            beyond.map_or(tally.waits_until, |beyond| now.plus(self.wait_after(beyond)).max(tally.waits_until));
        Tally { forgotten_at, waits_until }
    }

    /// How many failures are not forgotten yet; one that is half forgotten counts.
    fn remembered(&self, forgotten_at: Moment, now: Moment) -> u64 {
        forgotten_at.since(now).milliseconds().div_ceil(self.forgets_one_in.milliseconds())
    }

    fn wait_after(&self, beyond: u64) -> Span {
        self.wait.times(1 << beyond.min(u64::from(Self::DOUBLINGS))).min(self.longest)
    }
}

#[cfg(test)]
mod tests;
