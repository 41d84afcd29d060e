//! Laws of the record: every event is read as it was written, and every cut is found where it was made.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    accounts::Office,
    hash::TextHash,
    ids::{InvitationId, OrganisationId, PersonId, SeatId, SessionId},
    moment::Moment,
    partnerships::{Level, Role, TenureKind},
};

#[derive(Clone, Debug)]
struct Row {
    number: i64,
    at: i64,
    actor: String,
    event: String,
    hash: Vec<u8>,
}

impl Row {
    fn entry(&self) -> Entry<'_> {
        Entry { number: self.number, at: Moment(self.at), actor: &self.actor, event: &self.event }
    }
}

fn chain_of(entries: Vec<(i64, String, String)>) -> Vec<Row> {
    let mut last = Hash::NONE;
    let rows = entries.into_iter().zip(1..).map(|((at, actor, event), number)| {
        let mut row = Row { number, at, actor, event, hash: Vec::new() };
        last = row.entry().hash(&last);
        row.hash = last.0.to_vec();
        row
    });
    rows.collect()
}

fn verify(rows: &[Row], head: &Row) -> Result<Verified, Break> {
    let mut chain = Chain::default();
    for row in rows {
        chain.check(&row.entry(), &row.hash)?;
    }
    chain.finish(head.number, &head.hash)
}

fn any_chain() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((any::<i64>(), "[a-z:=]{0,8}", "[a-z =]{1,16}"), 1..20).prop_map(chain_of)
}

fn flip(text: &mut String, at: usize) {
    let mut bytes = std::mem::take(text).into_bytes();
    let index = at % bytes.len();
    bytes[index] ^= 1;
    *text = String::from_utf8(bytes).expect("ASCII stays ASCII");
}

proptest! {
    #[test]
    fn a_chain_that_nobody_touched_holds(rows in any_chain()) {
        let head = rows.last().expect("one at least").clone();
        prop_assert_eq!(verify(&rows, &head).map(|verified| verified.entries), Ok(head.number));
    }

    #[test]
    fn a_change_anywhere_is_found_where_it_is(rows in any_chain(), at in any::<prop::sample::Index>(), byte: usize) {
        let head = rows.last().expect("one at least").clone();
        let index = at.index(rows.len());
        let changes: [fn(&mut Row, usize); 4] = [
            |row, byte| flip(&mut row.event, byte),
            |row, byte| row.at ^= 1 << (byte % 64),
            |row, byte| row.hash[byte % 32] ^= 1,
            // A letter that moves from one column to the next.
            |row, _| {
                let letter = row.event.remove(0);
                row.actor.push(letter);
            },
        ];
        for change in changes {
            let mut touched = rows.clone();
            change(&mut touched[index], byte);
            let expected = Break { number: rows[index].number, damage: Damage::Changed };
            prop_assert_eq!(verify(&touched, &head), Err(expected));
        }
    }

    #[test]
    fn what_is_gone_or_added_is_found_where_it_is(rows in any_chain(), at in any::<prop::sample::Index>()) {
        let head = rows.last().expect("one at least").clone();
        let index = at.index(rows.len());
        let mut removed = rows.clone();
        let number = removed.remove(index).number;
        prop_assert_eq!(verify(&removed, &head), Err(Break { number, damage: Damage::Missing }));

        let mut added = rows.clone();
        added.push(Row { number: head.number + 1, ..head.clone() });
        let last = added.len() - 1;
        added[last].hash = added[last].entry().hash(&Hash(head.hash.clone().try_into().expect("32 bytes"))).0.to_vec();
        let expected = Break { number: head.number + 1, damage: Damage::Added };
        prop_assert_eq!(verify(&added, &head), Err(expected));
    }
}

#[test]
fn every_event_is_read_as_it_was_written() {
    let (person, session) = (PersonId(Uuid::from_u128(7)), SessionId(Uuid::from_u128(8)));
    let (invitation, seat) = (InvitationId(Uuid::from_u128(9)), SeatId(Uuid::from_u128(10)));
    let mut events = vec![
        Event::SetUp { person },
        Event::SignedInInTwoSteps { person, session, by: Means::Password, then: Means::App },
        Event::OfficeChanged { person, from: Office::Member, to: Office::Administrator },
        Event::Invited { invitation, office: Office::Secretariat },
        Event::InvitationAccepted { invitation, person },
        Event::AccountEnded { person },
        Event::SeatMade { seat, organisation: OrganisationId(Uuid::from_u128(11)), role: Role::Delegate },
        Event::TenureBegan { seat, person, kind: TenureKind::Substitute },
        Event::StoodBehind {
            organisation: OrganisationId(Uuid::from_u128(11)),
            text: TextHash::of(b"a text"),
            level: Level::Council,
        },
    ];
    events.extend(Means::ALL.map(|by| Event::SignedIn { person, session, by }));
    for event in events {
        assert_eq!(event.to_string().parse(), Ok(event));
    }
    let written = Event::OfficeChanged { person, from: Office::Member, to: Office::Secretariat }.to_string();
    assert_eq!(written, "office_changed person=00000000-0000-0000-0000-000000000007 from=member to=secretariat");
    for unreadable in
        ["", "flew", "set_up", "set_up person=x", &format!("{written} by=magic"), &written.replace("to=", "of=")]
    {
        assert!(unreadable.parse::<Event>().is_err(), "{unreadable}");
    }
}

#[test]
fn the_hash_of_an_entry_is_the_same_for_ever() {
    let entry = Entry { number: 1, at: Moment(1_795_000_000_000), actor: "system", event: "set_up person=x" };
    assert_eq!(entry.hash(&Hash::NONE).to_string(), "2b4d760045df4d8802af6c66da092d5c780778a630e51dcc0975b46c71c4dfa5");
}
