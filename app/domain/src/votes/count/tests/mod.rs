//! Counts whose answers are known, the laws that they keep, and slow counts beside them.

mod cases;
