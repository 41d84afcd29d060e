//! Files that are broken in every way: a message with line and column, exit code 2, and no count.

use std::{fs, fs::File};

use tempfile::TempDir;

use super::{complaint, elections, tally, tally_text};

/// The file's name, what stands in it, how it is counted; and where and what is wrong.
type Broken = (&'static str, &'static [u8], &'static str, &'static str);

const ABIF: [Broken; 16] = [
    ("a.abif", b"5:A>B\nA>B\n", "irv", "line 2, column 1: a number is expected"),
    ("a.abif", b"5 A>B\n", "irv", "line 1, column 3: a colon is expected"),
    ("a.abif", b"5:A>>B\n", "irv", "line 1, column 5: the name of an option is expected"),
    ("a.abif", b"5:A>\n", "irv", "line 1, column 5: the name of an option is expected"),
    ("a.abif", b"5:A>B>A\n", "irv", "line 1, column 7: \"A\" stands here twice"),
    ("a.abif", b"=A:[Alva]\n=B:[Bo]\n3:A>C\n", "irv", "line 3, column 5: there is no \"C\" to choose"),
    ("a.abif", b"=A:[Alva]\n=A:[Bo]\n", "irv", "line 2, column 2: \"A\" stands here twice"),
    ("a.abif", b"=A:[Alva\n", "irv", "line 1, column 4: a closing bracket is expected"),
    ("a.abif", "5:Ö>\"B\n".as_bytes(), "irv", "line 1, column 5: a quotation mark is expected"),
    ("a.abif", b"5:[A]B\n", "irv", "line 1, column 6: >, = or a comma is expected"),
    ("a.abif", b"5:A/3>B/5\n", "irv", "line 1, column 1: the order says something else than the scores"),
    ("a.abif", b"5:A/5,B/3>C/1\n", "irv", "line 1, column 11: a comma does not go with"),
    ("a.abif", b"5:A/x\n", "score", "line 1, column 5: a number is expected"),
    ("a.abif", b"1:A/9223372036854775808\n", "score", "line 1, column 5: the number is too large"),
    ("a.abif", b"18446744073709551616:A\n", "irv", "line 1, column 1: the number is too large"),
    ("a.abif", b"18446744073709551615:A\n1:B\n", "irv", "line 2, column 1: there are more ballots"),
];

const BLT: [Broken; 16] = [
    ("a.blt", b"", "irv", "line 1, column 1: the file ends too early: the number of seats"),
    ("a.blt", b"2\n", "irv", "line 1, column 2: the number of seats is expected"),
    ("a.blt", b"2 0\n", "irv", "line 1, column 3: a number above 0 is expected"),
    ("a.blt", b"2 1 1\n", "irv", "line 1, column 5: the end of the line is expected"),
    ("a.blt", b"70000 1\n1 1 0\n", "irv", "line 1, column 1: the number is too large"),
    ("a.blt", b"2 1\n3 1 2\n", "irv", "line 2, column 6: the 0 that ends the ballots is expected"),
    ("a.blt", b"2 1\n3 1 0 2\n", "irv", "line 2, column 7: the end of the line is expected"),
    ("a.blt", b"2 1\n3 1 3 0\n", "irv", "line 2, column 5: there is no \"3\" to choose"),
    ("a.blt", b"2 1\n3 1 1 0\n", "irv", "line 2, column 5: \"1\" stands here twice"),
    ("a.blt", b"2 1\n3 1=1 0\n", "irv", "line 2, column 5: \"1\" stands here twice"),
    ("a.blt", b"2 1\n-3\n3 1 0\n", "irv", "line 2, column 1: there is no \"-3\" to choose"),
    ("a.blt", b"2 1\n3 1 0\n", "irv", "line 3, column 1: the file ends too early: the 0"),
    ("a.blt", b"2 1\n3 1 0\n0\n\"A\"\n", "irv", "line 5, column 1: the file ends too early: the name"),
    ("a.blt", b"2 1\n3 1 0\n0\n\"A\"\nB\n", "irv", "line 5, column 1: a quotation mark is expected"),
    ("a.blt", b"2 1\n3 1 0\n0\n\"A\"\n\"A\"\n", "irv", "line 5, column 1: \"A\" stands here twice"),
    ("a.blt", b"1 1\n3 1 0\n0\n\"A\"\n\"T\"\n\"?\"\n", "irv", "line 6, column 1: nothing may follow the end"),
];

const CSV: [Broken; 7] = [
    ("a.csv", b"", "irv", "line 1, column 1: the file names no option"),
    ("a.csv", b"\n", "irv", "line 2, column 1: the file names no option"),
    ("a.csv", b"A,B\n2,B,A,B\n", "irv", "line 2, column 7: \"B\" stands here twice"),
    ("a.csv", b"A,\"B\n", "irv", "line 1, column 3: a quotation mark is expected"),
    ("a.csv", b"A,\"B\"C\n", "irv", "line 1, column 6: the end of the line is expected"),
    ("a.csv", b"99999999999999999999,A\n", "irv", "line 1, column 1: the number is too large"),
    ("a.csv", b"A\xffB\n", "irv", "line 1, column 2: this is not text in UTF-8"),
];

macro_rules! pb {
    ($meta:literal, $projects:literal, $votes:literal) => {
        concat!("META\nkey;value\n", $meta, "\nPROJECTS\n", $projects, "\nVOTES\n", $votes).as_bytes()
    };
}

const PABULIB: [Broken; 17] = [
    ("a.pb", b"", "equal-shares", "line 1, column 1: the file ends too early: META"),
    ("a.pb", b"key;value\n", "equal-shares", "line 1, column 1: META, then PROJECTS"),
    ("a.pb", b"META\nkey;value\nVOTES\n", "equal-shares", "line 3, column 1: META, then PROJECTS"),
    ("a.pb", b"META\nkey;value\nbudget;5\nPROJECTS\n", "equal-shares", "line 5, column 1: the file ends too early"),
    ("a.pb", pb!("unit;X", "project_id;cost\np;1", "voter_id;vote\n"), "equal-shares", "the budget is missing"),
    ("a.pb", pb!("budget;x", "project_id;cost\np;1", "voter_id;vote\n"), "equal-shares", "line 3, column 8: a number"),
    ("a.pb", pb!("budget;9", "project_id;price\np;1", "voter_id;vote\n"), "equal-shares", "line 6, column 1: a column"),
    (
        "a.pb",
        pb!("budget;9", "project_id;cost\np", "voter_id;vote\n"),
        "equal-shares",
        "line 6, column 2: another cell",
    ),
    ("a.pb", pb!("budget;9", "project_id;cost\np;0", "voter_id;vote\n"), "equal-shares", "line 6, column 3: a number"),
    ("a.pb", pb!("budget;9", "project_id;cost\np;-1", "voter_id;vote\n"), "equal-shares", "line 6, column 3: a number"),
    (
        "a.pb",
        pb!("budget;9", "project_id;cost\np;1\np;2", "voter_id;vote\n"),
        "equal-shares",
        "line 7, column 1: \"p\"",
    ),
    (
        "a.pb",
        pb!("budget;9", "project_id;cost\np;1", "voter_id;vote\n1;p,q\n"),
        "equal-shares",
        "line 9, column 5: there",
    ),
    ("a.pb", pb!("budget;9", "project_id;cost\np;1", "voter_id;vote\n1;p,p\n"), "equal-shares", "stands here twice"),
    ("a.pb", pb!("budget;9", "project_id;cost\np;1", "voter_id;vote\n1;p\n1;p\n"), "equal-shares", "line 10, column 1"),
    (
        "a.pb",
        pb!("num_votes;2\nbudget;9", "project_id;cost\np;1", "voter_id;vote\n1;p\n"),
        "approval",
        "says 2 and holds 1",
    ),
    (
        "a.pb",
        pb!("budget;9", "project_id;cost;votes\np;1;3", "voter_id;vote\n1;p\n"),
        "approval",
        "the file says 3 and holds 1",
    ),
    (
        "a.pb",
        pb!("budget;9\nvote_type;ordinal", "project_id;cost\np;1", "voter_id;vote\n1;p\n"),
        "approval",
        "line 4, column 11: only approvals",
    ),
];

#[test]
fn every_format_says_where_it_is_broken() {
    for (name, content, method, expected) in [&ABIF[..], &BLT, &CSV, &PABULIB].concat() {
        let complaint = complaint(&tally_text(name, content, &["--method", method, "--json"]));
        let content = String::from_utf8_lossy(content);
        assert!(complaint.contains(expected), "{content}\nshould say {expected:?}, and says\n{complaint}");
        assert!(complaint.contains("line ") && complaint.contains(", column "), "{complaint}");
    }
}

#[test]
fn other_encodings_are_told_and_not_guessed() {
    let utf_16 = |text: &str| [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    for (name, content) in [
        ("a.abif", utf_16("5:A>B\n")),
        ("a.csv", utf_16("A,B\n")),
        ("a.csv", b"Skol\xe5ker,Bad\n".to_vec()),
        ("a.blt", "2 1\n1 1 0\n0\n\"A\u{7}\"\n\"B\"\n\"\"\n".into()),
    ] {
        let complaint = complaint(&tally_text(name, &content, &["--method", "irv"]));
        assert!(complaint.contains("UTF-8") || complaint.contains("control character"), "{complaint}");
    }
    let with_mark = tally_text("a.csv", "\u{feff}A,B\r\n2,B\r\n".as_bytes(), &["--method", "plurality", "--json"]);
    assert_eq!(super::object(&with_mark)["winners"], serde_json::json!(["B"]));
}

/// Two gigabytes without a line end, which lie nowhere on the disk.
#[test]
fn a_line_without_end_does_not_fill_the_memory() {
    let folder = TempDir::new().expect("a folder");
    for (name, method) in
        [("a.abif", "irv"), ("a.blt", "irv"), ("a.csv", "irv"), ("a.pb", "approval"), ("a.json", "irv")]
    {
        let file = folder.path().join(name);
        File::create(&file).and_then(|file| file.set_len(2 << 30)).expect("it is ours");
        let complaint = complaint(&tally(&file, &["--method", method]));
        assert!(complaint.contains("line 1"), "{complaint}");
    }
}

#[test]
fn what_cannot_be_counted_in_this_way_is_refused() {
    for (file, arguments, expected) in [
        ("tennessee.abif", &["--method", "score"][..], "\"Memphis\" has no score"),
        ("tennessee.abif", &["--method", "equal-shares"], "does not hold"),
        ("castor-pollux.blt", &["--method", "score"], "does not hold"),
        ("assen-2024.pb", &["--method", "irv"], "does not hold"),
        ("tennessee.abif", &["--method", "consent"], "does not hold"),
        ("tennessee.abif", &["--method", "borda"], "there are plurality, approval"),
        ("tennessee.abif", &[], "--method"),
        ("tennessee.abif", &["--method", "irv", "--seats", "2"], "cannot fill so many seats"),
        ("tennessee.abif", &["--method", "irv", "--seats", "0"], "--seats"),
        ("tennessee.abif", &["--method", "irv", "--rule", "median"], "irv has no variants"),
        ("tennessee.abif", &["--method", "score", "--rule", "star"], "score has sum and median"),
        ("tennessee.abif", &["--method", "irv", "--lot", "coin"], "seed:TEXT"),
        ("README.md", &["--method", "irv"], "told by its ending"),
        ("nothing.abif", &["--method", "irv"], "No such file"),
    ] {
        let complaint = complaint(&tally(&elections().join(file), arguments));
        assert!(complaint.contains(expected), "{file} {arguments:?}: {complaint}");
    }
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("folder.csv");
    fs::create_dir(&file).expect("it is ours");
    complaint(&tally(&file, &["--method", "irv"]));
}
