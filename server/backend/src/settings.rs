//! What whoever runs the server decides; the program's configuration fills it in.

use std::path::PathBuf;

/// Not `Debug`: addresses of databases and mail servers hold passwords.
#[derive(Clone)]
pub struct Settings {
    /// `sqlite:…` or `postgres://…`; without one, a SQLite file in the data folder.
    pub database_url: Option<String>,
    pub data_folder: PathBuf,
    /// The address people use, without a slash at its end: links in mails start with it.
    pub public_url: String,
    /// The server's zone, such as `Europe/Stockholm`.
    pub zone: String,
    /// Without one, mails stay in the outbox, where an administrator reads them.
    pub smtp: Option<Smtp>,
}

/// The mail server that takes what is sent from here.
#[derive(Clone)]
pub struct Smtp {
    /// `smtp://user:password@host:port`, `smtps://…` or `smtp://…?tls=required`.
    pub url: String,
    /// The sender, as `name <address>` or an address alone.
    pub from: String,
}
