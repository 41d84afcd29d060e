//! What the program does over HTTP and on the command line, feature by feature.

mod accounts;
mod assets;
mod command_line;
mod durability;
mod files;
mod pages;
mod processes;
mod record;
mod security;
mod start;
mod tally;
mod walk;
