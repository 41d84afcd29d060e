//! Files of single ballots on twelve options, always the same ones.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

const OPTIONS: [&str; 12] = [
    "Badet", "Bron", "Hallen", "Kajen", "Lekplats", "Museet", "Parken", "Skolan", "Stigen", "Torget", "Vallen",
    "Kvarnen",
];

/// Steele, Lea and Flood's splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}

fn write(path: &Path, number: u64, head: &str, mut ballot: impl FnMut(&mut Dice, u64) -> String) {
    let mut file = BufWriter::new(File::create(path).expect("the folder is ours"));
    let mut dice = Dice(7);
    file.write_all(head.as_bytes()).expect("there is room");
    for at in 1..=number {
        writeln!(file, "{}", ballot(&mut dice, at)).expect("there is room");
    }
    file.flush().expect("there is room");
}

/// Everybody ranks all of them; those listed first are liked a little more, and hardly two ballots are alike.
pub fn ranked(path: &Path, number: u64) {
    write(path, number, "", |dice, _| {
        let mut drawn: Vec<(u64, &str)> =
            (0..).zip(OPTIONS).map(|(at, name)| (dice.roll(3_000) + 100 * at, name)).collect();
        drawn.sort_unstable();
        let names: Vec<&str> = drawn.into_iter().map(|(_, name)| name).collect();
        format!("1:{}", names.join(">"))
    });
}

pub fn scored(path: &Path, number: u64) {
    write(path, number, "", |dice, _| {
        let scores: Vec<String> = OPTIONS.iter().map(|name| format!("{name}/{}", dice.roll(6))).collect();
        format!("1:{}", scores.join(","))
    });
}

/// What they cost grows with their number, so that shares and outcome do not depend on it.
pub fn approved(path: &Path, number: u64) {
    let one = number / 10;
    let costs = [90, 70, 120, 40, 60, 150, 30, 80, 110, 50, 100, 75];
    let projects: Vec<String> = (1..).zip(costs).map(|(at, cost)| format!("p{at};{}", cost * one)).collect();
    let meta = "description;bench\ncountry;none\nunit;none\ninstance;2026\nvote_type;approval\nrule;equalshares";
    let head = format!(
        "META\nkey;value\n{meta}\nnum_projects;12\nnum_votes;{number}\nbudget;{}\nPROJECTS\nproject_id;cost\n{}\n\
         VOTES\nvoter_id;vote\n",
        400 * one,
        projects.join("\n"),
    );
    write(path, number, &head, |dice, voter| {
        let approved: Vec<String> = (1..=12).filter(|at| dice.roll(100) < 35 - at).map(|at| format!("p{at}")).collect();
        format!("{voter};{}", approved.join(","))
    });
}
