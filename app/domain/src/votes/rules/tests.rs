//! Table test of rules: outcomes computed by hand, row by row.

use std::collections::BTreeMap;

use num_rational::BigRational;

use super::{Side::*, *};

type Person = char;
type Organisation = u8;

/// Anna and Bo sit for region 1, Cia for region 2 (substitute Dag), Eva for both 3 and 4, Finn for 5 (substitute Gro).
fn roll() -> Roll<Person, Organisation> {
    let seat = |organisation, holder, substitute| Seat { organisation, holder, substitute };
    Roll {
        seats: vec![
            seat(1, 'A', None),
            seat(1, 'B', None),
            seat(2, 'C', Some('D')),
            seat(3, 'E', None),
            seat(4, 'E', None),
            seat(5, 'F', Some('G')),
        ],
        proxies: Vec::new(),
        most_proxies: None,
        weights: BTreeMap::new(),
        heads: BTreeMap::new(),
    }
}

/// `A+ B- C0 D! E3+ E4-`: who, for which organisation if for one, and which side.
fn spoken(text: &str) -> Vec<Spoken<Person, Organisation>> {
    let one = |word: &str| {
        let side = match word.chars().last() {
            Some('+') => InFavour,
            Some('-') => Against,
            Some('0') => Abstaining,
            _ => Blocking,
        };
        let by = word.chars().next().expect("a person");
        let organisation = word[1..word.len() - 1].parse().ok();
        Spoken { by, organisation, side }
    };
    text.split_whitespace().map(one).collect()
}

fn votes(above: i64, below: i64) -> BigRational {
    BigRational::new(above.into(), below.into())
}

/// In favour, against and abstaining.
fn sides(sides: &Sides) -> [String; 3] {
    [&sides.in_favour, &sides.against, &sides.abstaining].map(ToString::to_string)
}

#[test]
fn votes_are_weighed_as_by_hand() {
    let with = |change: fn(&mut Roll<Person, Organisation>)| {
        let mut roll = roll();
        change(&mut roll);
        roll
    };
    let nobody = Room::default();
    // What is special; who says what; hands; heads and organisations in favour, against, abstaining.
    let table = [
        ("all agree", roll(), "A+ B+ C+ E+ F+", nobody, ["5", "0", "0"], ["5", "0", "0"]),
        ("Eva is one head and two organisations", roll(), "E+", nobody, ["1", "0", "0"], ["2", "0", "0"]),
        ("Eva speaks differently for each", roll(), "E3+ E4-", nobody, ["1/2", "1/2", "0"], ["1", "1", "0"]),
        ("what Eva says for one goes before the rest", roll(), "E+ E4-", nobody, ["1/2", "1/2", "0"], ["1", "1", "0"]),
        ("Eva speaks for one of two only", roll(), "E3+", nobody, ["1", "0", "0"], ["1", "0", "0"]),
        ("a region's seats disagree", roll(), "A+ B-", nobody, ["1", "1", "0"], ["1/2", "1/2", "0"]),
        ("one of a region's seats is silent", roll(), "A+", nobody, ["1", "0", "0"], ["1", "0", "0"]),
        ("one of a region's seats abstains", roll(), "A+ B0", nobody, ["1", "0", "1"], ["1/2", "0", "1/2"]),
        ("a substitute speaks for the seat", roll(), "D+", nobody, ["1", "0", "0"], ["1", "0", "0"]),
        ("the holder goes before the substitute", roll(), "C- D+", nobody, ["0", "1", "0"], ["0", "1", "0"]),
        ("a stranger counts for nothing", roll(), "X+ A-", nobody, ["0", "1", "0"], ["0", "1", "0"]),
        (
            "Anna votes for Cia by proxy",
            with(|roll| roll.proxies.push(Proxy { from: 'C', to: 'A' })),
            "A+",
            nobody,
            ["2", "0", "0"],
            ["2", "0", "0"],
        ),
        (
            "Cia comes herself",
            with(|roll| roll.proxies.push(Proxy { from: 'C', to: 'A' })),
            "A+ C-",
            nobody,
            ["1", "1", "0"],
            ["1", "1", "0"],
        ),
        (
            "Cia's substitute goes before her proxy",
            with(|roll| roll.proxies.push(Proxy { from: 'C', to: 'A' })),
            "A+ D-",
            nobody,
            ["1", "1", "0"],
            ["1", "1", "0"],
        ),
        (
            "Eva's proxy speaks for both her organisations",
            with(|roll| roll.proxies.push(Proxy { from: 'E', to: 'A' })),
            "A+ B-",
            nobody,
            ["2", "1", "0"],
            ["5/2", "1/2", "0"],
        ),
        (
            "one proxy is the most: the second counts for nothing",
            with(|roll| {
                roll.most_proxies = Some(1);
                roll.proxies = vec![Proxy { from: 'C', to: 'A' }, Proxy { from: 'F', to: 'A' }];
            }),
            "A+",
            nobody,
            ["2", "0", "0"],
            ["2", "0", "0"],
        ),
        (
            "region 1 weighs three, Bo two",
            with(|roll| {
                roll.weights.insert(1, 3);
                roll.heads.insert('B', 2);
            }),
            "A+ B- C+",
            nobody,
            ["2", "2", "0"],
            ["5/2", "3/2", "0"],
        ),
        (
            "hands in the room are heads and no organisations",
            roll(),
            "A+ E-",
            Room { in_favour: 2, against: 0, abstaining: 1 },
            ["3", "1", "1"],
            ["1", "2", "0"],
        ),
    ];
    for (what, roll, said, room, heads, organisations) in table {
        let weighed = weigh(&roll, &spoken(said), room).expect(what);
        assert_eq!(sides(&weighed.heads), heads, "{what}: heads");
        assert_eq!(sides(&weighed.organisations), organisations, "{what}: organisations");
    }
}

#[test]
fn what_counts_for_nothing_is_told() {
    let mut roll = roll();
    roll.most_proxies = Some(0);
    roll.proxies = vec![Proxy { from: 'F', to: 'A' }];
    let weighed = weigh(&roll, &spoken("A+ C+ D- X+"), Room::default()).expect("few enough");
    let aside = [('A', AsideBecause::TooManyProxies), ('D', AsideBecause::NotNeeded), ('X', AsideBecause::NotEntitled)];
    assert_eq!(weighed.aside, aside.into());
    assert_eq!((weighed.entitled_heads, weighed.entitled_organisations), (5, 5));
}

#[test]
fn more_hands_than_people_are_refused() {
    let room = Room { in_favour: 3, against: 1, abstaining: 0 };
    assert!(weigh(&roll(), &spoken("A+"), room).is_ok());
    assert_eq!(weigh(&roll(), &spoken("A+ B+"), room), Err(MoreThanEntitled));
}

fn divided(in_favour: (i64, i64), against: (i64, i64), abstaining: i64, blocking: i64) -> Sides {
    Sides {
        in_favour: votes(in_favour.0, in_favour.1),
        against: votes(against.0, against.1),
        abstaining: votes(abstaining, 1),
        blocking: votes(blocking, 1),
    }
}

fn heads(sides: Sides, entitled: Option<u64>) -> Divided {
    Divided { basis: Basis::Heads, sides, entitled, wins_ties: false }
}

/// By heads alone: threshold, abstentions, quorum; in favour, against, abstaining, blocking; entitled; carried.
#[test]
fn thresholds_are_reached_as_by_hand() {
    use Abstentions::*;
    use Threshold::*;
    const HALF: Quorum = Quorum::MoreThan { part: 1, of: 2 };
    type Row = (Threshold, Abstentions, Option<Quorum>, [i64; 4], u64, bool);
    let table: [Row; 26] = [
        (Simple, LeftOut, None, [6, 5, 0, 0], 20, true),
        (Simple, LeftOut, None, [5, 5, 0, 0], 20, false),
        (Simple, LeftOut, None, [6, 5, 3, 0], 20, true),
        (Simple, Counted, None, [6, 5, 3, 0], 20, false),
        (Simple, Counted, None, [8, 5, 2, 0], 20, true),
        (Simple, Counted, None, [7, 5, 2, 0], 20, false),
        (Simple, LeftOut, None, [0, 0, 9, 0], 20, false),
        (Simple, LeftOut, Some(HALF), [6, 4, 0, 0], 20, false),
        (Simple, LeftOut, Some(HALF), [6, 4, 1, 0], 20, true),
        (Simple, LeftOut, Some(Quorum::AtLeast { part: 1, of: 2 }), [6, 4, 0, 0], 20, true),
        (Simple, LeftOut, Some(Quorum::Number(12)), [6, 5, 0, 0], 20, false),
        (Simple, LeftOut, Some(Quorum::Number(11)), [6, 5, 0, 0], 20, true),
        (OfAllEntitled, LeftOut, None, [10, 0, 0, 0], 20, false),
        (OfAllEntitled, LeftOut, None, [11, 9, 0, 0], 20, true),
        (OfAllEntitled, Counted, None, [11, 0, 9, 0], 20, true),
        (OfAllEntitled, LeftOut, None, [10, 0, 9, 0], 19, true),
        (TwoThirds, LeftOut, None, [8, 4, 0, 0], 20, true),
        (TwoThirds, LeftOut, None, [7, 4, 0, 0], 20, false),
        (TwoThirds, LeftOut, None, [8, 4, 1, 0], 20, true),
        (TwoThirds, Counted, None, [8, 4, 1, 0], 20, false),
        (TwoThirds, Counted, None, [10, 4, 1, 0], 20, true),
        (TwoThirds, LeftOut, Some(Quorum::AtLeast { part: 2, of: 3 }), [9, 4, 0, 0], 20, false),
        (Consensus, LeftOut, None, [3, 9, 2, 0], 20, true),
        (Consensus, LeftOut, None, [13, 1, 0, 1], 20, false),
        (Consensus, LeftOut, None, [0, 0, 4, 0], 20, false),
        (Consensus, LeftOut, Some(HALF), [9, 0, 1, 0], 20, false),
    ];
    for (row, (threshold, abstentions, quorum, [in_favour, against, abstaining, blocking], entitled, carried)) in
        table.into_iter().enumerate()
    {
        let rules = Rules { quorum, threshold: Some(threshold), abstentions };
        let sides = divided((in_favour, 1), (against, 1), abstaining, blocking);
        let decision = decide(&rules, &[heads(sides, Some(entitled))]);
        assert_eq!(decision.carried, carried, "row {row}: {decision:#?}");
    }
}

/// The whole way: who says what, by both bases at once.
#[test]
fn both_bases_must_agree() {
    let table = [
        // Heads 3 to 2, organisations 5/2 to 5/2.
        ("A+ B- C+ E- F+", Threshold::Simple, [true, false]),
        // Heads 3 to 2, organisations 7/2 to 3/2.
        ("A- B+ C+ E+ F-", Threshold::Simple, [true, true]),
        // Heads 2 to 3, organisations 3 to 2.
        ("A- B- C+ E+ F-", Threshold::Simple, [false, true]),
        // Heads 3 to 1, organisations 4 to 1; Bo and Finn's substitute stay away.
        ("A- C+ E+ G+", Threshold::TwoThirds, [true, true]),
        // Heads 3 1/2 of 5, organisations 3 of 5.
        ("A+ B+ C+ E3+ E4- F-", Threshold::TwoThirds, [true, false]),
        // One who blocks is enough, on either basis.
        ("A+ B+ C+ E+ G!", Threshold::Consensus, [false, false]),
    ];
    for (said, threshold, expected) in table {
        let weighed = weigh(&roll(), &spoken(said), Room::default()).expect(said);
        let (sides, entitled) = (weighed.organisations, Some(weighed.entitled_organisations));
        let organisations = Divided { basis: Basis::Organisations, ..heads(sides, entitled) };
        let bases = [heads(weighed.heads, Some(weighed.entitled_heads)), organisations];
        let rules = Rules { quorum: None, threshold: Some(threshold), abstentions: Abstentions::LeftOut };
        let decision = decide(&rules, &bases);
        let found = [decision.parts[0].has_threshold, decision.parts[1].has_threshold];
        assert_eq!(found, expected, "{said}: {decision:#?}");
        assert_eq!(decision.carried, expected == [true, true], "{said}");
    }
}

#[test]
fn even_votes_are_carried_only_by_a_rule_said_beforehand() {
    let rules = Rules { threshold: Some(Threshold::Simple), ..Rules::default() };
    let even = |wins_ties| [Divided { wins_ties, ..heads(divided((5, 2), (5, 2), 1, 0), None) }];
    assert!(!decide(&rules, &even(false)).carried);
    let decision = decide(&rules, &even(true));
    assert!(decision.carried && decision.parts[0].by_tie_rule);
    let two_thirds = Rules { threshold: Some(Threshold::TwoThirds), ..Rules::default() };
    assert!(!decide(&two_thirds, &even(true)).carried);
}
