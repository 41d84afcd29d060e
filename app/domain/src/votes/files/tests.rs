//! Readers: what they take, and where they say what is wrong.
