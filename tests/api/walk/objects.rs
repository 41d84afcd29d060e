//! The objects of the walk: one's own and foreign ones, made for each call, so that no cell leans on another.

use std::sync::atomic::{AtomicU32, Ordering};

use support::{
    ground::Ground,
    people::{PASSWORD, Person, sign_in_by_password},
};

use super::table::Row;

pub struct Objects<'w> {
    pub ground: &'w Ground,
    pub outside: &'w Person,
    pub role: Option<&'w Person>,
}

impl Objects<'_> {
    /// The row's address and fields, with an object in the place of each `{name}`.
    pub async fn put_into(&self, row: &Row) -> (String, Vec<(&'static str, String)>) {
        let path = self.put(row.address).await;
        let mut fields = Vec::new();
        for (name, value) in row.fields {
            fields.push((*name, self.put(value).await));
        }
        (path, fields)
    }

    async fn put(&self, text: &str) -> String {
        let Some((before, rest)) = text.split_once('{') else { return text.to_owned() };
        let (name, after) = rest.split_once('}').expect("a brace is closed");
        format!("{before}{}{after}", self.make(name).await)
    }

    async fn make(&self, name: &str) -> String {
        let one = self.role.unwrap_or(self.outside);
        let id = async |table, condition: &str| self.id(table, condition).await;
        match name {
            "new_address" => new_address(),
            "own_person" => id("person", &format!("email = '{}'", one.email)).await,
            "foreign_person" => {
                let person = self.outside.invites(self.ground, "Vera Främmande", &new_address(), "member").await;
                id("person", &format!("email = '{}'", person.email)).await
            }
            "ended_person" => {
                let person = self.outside.invites(self.ground, "Elsa Slut", &new_address(), "member").await;
                let id = self.id("person", &format!("email = '{}'", person.email)).await;
                let ended = self.outside.sends(&format!("/people/{id}"), "end_account", &[("person", &id)]).await;
                assert_eq!(ended.status, 200, "{}", ended.text());
                id
            }
            "own_session" => self.session_of(one).await,
            "foreign_session" => self.session_of(self.outside).await,
            "own_invitation" => self.invitation_by(one).await,
            "foreign_invitation" => self.invitation_by(self.outside).await,
            "own_waiting" => self.confirmation_by("Region Sörmland").await,
            "foreign_waiting" => self.confirmation_by("Region Västmanland").await,
            // Open to the whole partnership.
            "process" => id("process", "kind = 'nrpp_input'").await,
            "mail" => id("outbox", "address IS NOT NULL").await,
            "job" => id("job", "kind = 'housekeeping' AND state = 'waiting'").await,
            "cancelled_job" => {
                let id = self.id("job", "kind = 'housekeeping'").await;
                self.outside.sends("/administration/jobs", "cancel_job", &[("job", &id)]).await;
                id
            }
            other => panic!("no object is called {other}"),
        }
    }

    /// What waits in the demo for whoever speaks for that organisation; for the walking member, it is the first one.
    async fn confirmation_by(&self, short: &str) -> String {
        let organisation = format!("(SELECT organisation FROM organisation_name WHERE short = '{short}')");
        self.id("waiting", &format!("kind = 'confirm_organisation' AND organisation = {organisation}")).await
    }

    async fn id(&self, table: &str, condition: &str) -> String {
        let ids = self.ground.database.ids(table, condition).await;
        ids.into_iter().next().unwrap_or_else(|| panic!("no {table} where {condition}"))
    }

    /// Another session of this person than the one that walks; of one whose account was ended, any.
    async fn session_of(&self, person: &Person) -> String {
        if person.is_signed_in().await {
            sign_in_by_password(&self.ground.browser(), &person.email, PASSWORD).await.expect(200);
        }
        let owner = format!("person = (SELECT id FROM person WHERE email = '{}')", person.email);
        self.ground.database.ids("session", &owner).await.into_iter().next().unwrap_or_default()
    }

    /// An open invitation from this person; from the outside, if this one may not invite.
    async fn invitation_by(&self, person: &Person) -> String {
        let email = new_address();
        let fields = [("email", email.as_str()), ("office", "member")];
        if person.sends("/people", "invite_person", &fields).await.status != 200 {
            let invited = self.outside.sends("/people", "invite_person", &fields).await;
            assert_eq!(invited.status, 200, "{}", invited.text());
        }
        self.id("invitation", &format!("email = '{email}'")).await
    }
}

fn new_address() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    format!("ny{}@example.se", MADE.fetch_add(1, Ordering::Relaxed))
}
