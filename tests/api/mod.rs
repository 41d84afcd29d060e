//! What the program does over HTTP, feature by feature.

mod accounts;
