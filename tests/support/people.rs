//! People with accounts, each with a browser: set up, invited, signed in, as it goes in life.

use crate::{browser::Browser, ground::Ground, letters};

/// Long, and in no list of common ones.
pub const PASSWORD: &str = "fyrtio blå mulor i Mora";

/// Somebody with an account and a browser in which they are signed in.
pub struct Person {
    pub browser: Browser,
    pub name: String,
    pub email: String,
}

impl Person {
    /// Opens the link that an empty database prints, and becomes its administrator.
    pub async fn first_administrator(ground: &mut Ground) -> Self {
        let link = ground.set_up_link().await;
        let browser = ground.browser();
        let (name, email) = ("Anna Administratör", "anna@example.se");
        let form = browser.open(&link).await.expect(200).form("set_up");
        let form = form.fill("name", name).fill("email", email).fill("password", PASSWORD).fill("again", PASSWORD);
        form.submit().await.expect(200);
        Self { browser, name: name.to_owned(), email: email.to_owned() }
    }

    /// Invites somebody, who accepts in a browser of their own.
    pub async fn invites(&self, ground: &Ground, name: &str, email: &str, office: &str) -> Self {
        let people = self.browser.open("/people").await.expect(200);
        let form = people.form("invite_person").fill("email", email).fill("office", office);
        form.submit().await.expect(200);
        let link = letters::link_to(self, email, "invitations").await;
        let browser = ground.browser();
        let form = browser.open(&link).await.expect(200).form("accept_invitation");
        form.fill("name", name).submit().await.expect(200);
        Self { browser, name: name.to_owned(), email: email.to_owned() }
    }
}
