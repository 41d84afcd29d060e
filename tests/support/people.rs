//! People with accounts, each with a browser: set up, invited, signed in, as it goes in life.

use crate::{
    answer::Answer,
    browser::{Browser, Call},
    ground::Ground,
    letters,
    page::Page,
};

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

    /// Invites somebody, who accepts in a browser of their own; offices that need a password get [`PASSWORD`].
    pub async fn invites(&self, ground: &Ground, name: &str, email: &str, office: &str) -> Self {
        let link = self.invitation_to(email, office).await;
        let browser = ground.browser();
        let form = browser.open(&link).await.expect(200).form("accept_invitation").fill("name", name);
        let form = if form.open_fields().contains(&"password") {
            form.fill("password", PASSWORD).fill("again", PASSWORD)
        } else {
            form
        };
        form.submit().await.expect(200);
        Self { browser, name: name.to_owned(), email: email.to_owned() }
    }

    /// Invites an address and returns the path of the link in the mail.
    pub async fn invitation_to(&self, email: &str, office: &str) -> String {
        let people = self.browser.open("/people").await.expect(200);
        let form = people.form("invite_person").fill("email", email).fill("office", office);
        form.submit().await.expect(200);
        letters::link_to(self, email, "invitations").await
    }

    /// Sends a form by its name and fields to a page of one's own, as the page's script does.
    pub async fn sends(&self, page: &str, form: &str, fields: &[(&str, &str)]) -> Answer {
        send(&self.browser, page, form, fields).await
    }

    pub async fn is_signed_in(&self) -> bool {
        self.browser.send(Call::get("/")).await.status == 200
    }

    /// The id of another account, as the list of people links to it.
    pub async fn id_of(&self, other: &Self) -> String {
        let search = form_urlencoded::byte_serialize(other.email.as_bytes()).collect::<String>();
        let people = self.browser.open(&format!("/people?search={search}")).await.expect(200);
        let link = people.one("a[href^=\"/people/\"]");
        link.attr("href").unwrap_or_default().trim_start_matches("/people/").to_owned()
    }
}

/// Sends a form by its name and fields, as the page's script does.
pub async fn send(browser: &Browser, page: &str, form: &str, fields: &[(&str, &str)]) -> Answer {
    let fields: Vec<_> = [("form", form)].iter().chain(fields).copied().collect();
    browser.send(Call::post(page, &fields).for_scripts()).await
}

/// Asks for a code at the door; the page that asks for it comes next.
pub async fn ask_for_code<'b>(browser: &'b Browser, email: &str) -> Page<'b> {
    let door = browser.open("/sign-in").await.expect(200);
    door.form("request_code").fill("email", email).submit().await.expect(200)
}

/// Signs in with a code, which the administrator's outbox holds.
pub async fn sign_in_by_code<'b>(browser: &'b Browser, email: &str, administrator: &Person) -> Page<'b> {
    let door = ask_for_code(browser, email).await;
    let code = letters::code_for(administrator, email).await;
    door.form("enter_code").fill("code", &code).submit().await
}

pub async fn sign_in_by_password<'b>(browser: &'b Browser, email: &str, password: &str) -> Page<'b> {
    let door = browser.open("/sign-in/password").await.expect(200);
    door.form("sign_in_with_password").fill("email", email).fill("password", password).submit().await
}
