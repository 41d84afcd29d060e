//! The start page of somebody who is signed in, at 50 requests a second on either database; and memory at rest.

use std::{
    rc::Rc,
    time::{Duration, Instant},
};

use support::{
    browser::{Browser, Call},
    ground::Ground,
    people::Person,
};

use crate::{
    open_loop::{self, Times},
    process::{processor_time, resident_kib},
    table::{milliseconds, share, spread},
};

const RATE: u32 = 50;
const LENGTH: Duration = Duration::from_secs(30);
const RUNS: usize = 3;
const REST: Duration = Duration::from_secs(10);

struct Run {
    times: Times,
    /// Of one processor, during the run.
    server: f64,
    generator: f64,
}

/// Measures on this ground and returns one row of the table.
pub async fn measure(ground: &mut Ground) -> String {
    let person = Person::first_administrator(ground).await;
    let browser = Rc::new(person.browser);
    open_start(&browser).await;
    tokio::time::sleep(REST).await;
    let at_rest = resident_kib(ground.program.id());
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(run(ground, Rc::clone(&browser)).await);
    }
    tokio::time::sleep(REST).await;
    let afterwards = resident_kib(ground.program.id());
    row(ground, &runs, at_rest, afterwards)
}

pub const HEAD: &str = "\
| database | p50, ms | p99, ms | longest, ms | server's processor | generator's processor | memory at rest, MiB | after the runs, MiB |
|---|---|---|---|---|---|---|---|";

async fn run(ground: &Ground, browser: Rc<Browser>) -> Run {
    let server = ground.program.id();
    let (server_before, own_before) = (processor_time(server), processor_time(std::process::id()));
    let start = Instant::now();
    let times = open_loop::run(RATE, LENGTH, async move || open_start(&browser).await).await;
    let part = |used: Duration| used.as_secs_f64() / start.elapsed().as_secs_f64();
    Run {
        times,
        server: part(processor_time(server).saturating_sub(server_before)),
        generator: part(processor_time(std::process::id()).saturating_sub(own_before)),
    }
}

async fn open_start(browser: &Browser) {
    let answer = browser.send(Call::get("/")).await;
    assert_eq!(answer.status, 200, "the start page of somebody who is signed in: {}", answer.text());
}

fn row(ground: &Ground, runs: &[Run], at_rest: u32, afterwards: u32) -> String {
    let times = |of: fn(&Times) -> Duration| spread(runs.iter().map(|run| milliseconds(of(&run.times))));
    let shares = |of: fn(&Run) -> f64| spread(runs.iter().map(of).map(share));
    format!(
        "| {:?} | {} | {} | {} | {} % | {} % | {:.1} | {:.1} |",
        ground.database.kind,
        times(|times| times.percentile(50)),
        times(|times| times.percentile(99)),
        times(Times::longest),
        shares(|run| run.server),
        shares(|run| run.generator),
        f64::from(at_rest) / 1024.0,
        f64::from(afterwards) / 1024.0,
    )
}
