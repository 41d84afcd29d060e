//! The roles of the walk, each with a browser, and those whose objects come later.

use support::{
    browser::{Browser, Call},
    demo::Demo,
    ground::Ground,
    people::{PASSWORD, Person, sign_in_by_password},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Nobody,
    /// Had an account, still has its cookie.
    Former,
    /// A member of the house without a seat.
    Stranger,
    /// Speaks for an organisation of the demo's partnership.
    Member,
    /// Runs the secretariat of that partnership.
    Secretariat,
    /// Without a seat.
    Administrator,
}

impl Role {
    /// Who may do most comes last: what that one ends, the others need no more.
    pub const ALL: [Self; 6] =
        [Self::Nobody, Self::Former, Self::Stranger, Self::Member, Self::Secretariat, Self::Administrator];
}

/// Roles that have nothing to be tried on yet, and with what they join the table.
pub const JOINING_LATER: [(&str, &str); 8] = [
    ("reader", "with published documents"),
    ("guest", "with workshops"),
    ("observer", "with partnerships"),
    ("evaluator", "with partnerships"),
    ("substitute", "with seats"),
    ("facilitator", "with workshops"),
    ("member of another partnership", "with partnerships"),
    ("token with each scope", "with the API"),
];

pub struct Roles {
    /// The demo's administrator, who takes no part in the walk, and owns what is foreign to all.
    pub outside: Person,
    nobody: Browser,
    people: [Person; 5],
}

impl Roles {
    pub async fn gather(ground: &mut Ground) -> Self {
        let demo = Demo::fill(ground).await;
        let outside = &demo.astrid;
        let people = [
            outside.invites(ground, "Frida Före", "frida@example.se", "member").await,
            outside.invites(ground, "Stina Främling", "stina@example.se", "member").await,
            demo.member(ground, "maria").await,
            demo.sara(ground).await,
            outside.invites(ground, "Adam Administratör", "adam@example.se", "administrator").await,
        ];
        // A member may do without a password; with one, every role signs in alike.
        for person in [outside, &people[1], &people[2], &people[3]] {
            person.chooses_a_password().await;
        }
        let id = outside.id_of(&people[0]).await;
        let ended = outside.sends(&format!("/people/{id}"), "end_account", &[("person", &id)]).await;
        assert_eq!(ended.status, 200, "{}", ended.text());
        Self { outside: demo.astrid, nobody: ground.browser(), people }
    }

    pub fn person(&self, role: Role) -> Option<&Person> {
        let at = Role::ALL.into_iter().position(|one| one == role).unwrap_or_default();
        at.checked_sub(1).and_then(|at| self.people.get(at))
    }

    pub fn browser(&self, role: Role) -> &Browser {
        self.person(role).map_or(&self.nobody, |person| &person.browser)
    }

    /// A row that signs its role out is followed by others.
    pub async fn sign_in_again(&mut self, ground: &Ground, role: Role) {
        let Some(person) = self.person(role).filter(|_| role != Role::Former) else { return };
        if person.browser.send(Call::get("/")).await.status == 200 {
            return;
        }
        let browser = ground.browser();
        sign_in_by_password(&browser, &person.email, PASSWORD).await.expect(200);
        let at = Role::ALL.into_iter().position(|one| one == role).unwrap_or_default();
        self.people[at - 1].browser = browser;
    }
}
