//! Undo: what somebody removes is hidden at once, can be brought back for a while, and is then gone.

use crate::{
    moment::{Moment, Span},
    problem::Problem,
};

pub const RESTORABLE: Span = Span::days(30);

/// Whether what was removed then can be brought back now.
pub fn restore(deleted_at: Moment, now: Moment) -> Result<(), Problem> {
    let until = deleted_at.plus(RESTORABLE);
    if now < until { Ok(()) } else { Err(Problem::Closed { since: until }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_can_be_brought_back_until_the_last_second() {
        let deleted_at = Moment(1_000);
        let until = deleted_at.plus(RESTORABLE);
        assert_eq!(restore(deleted_at, until.minus(Span::seconds(1))), Ok(()));
        assert_eq!(restore(deleted_at, until), Err(Problem::Closed { since: until }));
    }
}
