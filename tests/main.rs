//! Everything that is tested from outside: the program is started, and spoken to as browsers speak to it.

mod api;
