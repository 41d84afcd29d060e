//! Long lists come in pieces, newest first.

use crate::Failure;

/// A piece of a list, and from where the next one goes on, if there is more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T, C> {
    pub rows: Vec<T>,
    pub next: Option<C>,
}

/// How many rows a piece has.
pub const PIECE: usize = 50;

impl<T, C> Page<T, C> {
    /// From one row more than a piece has, which tells that there is more.
    pub(crate) fn cut<M>(mut models: Vec<M>, cursor: impl FnOnce(&M) -> C) -> Result<Self, Failure>
    where
        M: TryInto<T>,
        Failure: From<M::Error>,
    {
        let more = models.len() > PIECE;
        models.truncate(PIECE);
        let next = models.last().filter(|_| more).map(cursor);
        Ok(Self { rows: models.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?, next })
    }
}

/// How many rows to ask the database for.
pub(crate) const PIECE_AND_ONE: u64 = PIECE as u64 + 1;
