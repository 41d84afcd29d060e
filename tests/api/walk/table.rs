//! The table of the walk: every route, with an object of one's own and a foreign one where it has one.

use std::fmt;

use domain::forms::FormName::{self, *};

use super::roles::Role;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A page, and what a browser reads to draw it itself.
    Page,
    Get,
    Form(FormName),
}

#[derive(Clone, Copy)]
pub struct Row {
    pub way: Way,
    /// As the program lists it; of a form, the page it stands on.
    pub route: &'static str,
    /// The address that is called; `{name}` stands for an object.
    pub address: &'static str,
    pub fields: &'static [(&'static str, &'static str)],
    /// For nobody, a former member, a member, the secretariat and an administrator.
    pub answers: [u16; 5],
    /// For a member without a seat, where that makes a difference.
    pub stranger: Option<u16>,
}

impl Row {
    const fn to_strangers(self, answer: u16) -> Self {
        Self { stranger: Some(answer), ..self }
    }

    pub fn answer_to(&self, role: Role) -> u16 {
        let [nobody, former, member, secretariat, administrator] = self.answers;
        match role {
            Role::Nobody => nobody,
            Role::Former => former,
            Role::Member => member,
            Role::Secretariat => secretariat,
            Role::Administrator => administrator,
            Role::Stranger => self.stranger.unwrap_or(member),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.way {
            Way::Page | Way::Get => write!(f, "GET {}", self.address),
            Way::Form(form) => write!(f, "{} {:?} at {}", form.name(), self.fields, self.address),
        }
    }
}

const fn get(route: &'static str, address: &'static str, answers: [u16; 5]) -> Row {
    Row { way: Way::Get, route, address, fields: &[], answers, stranger: None }
}

const fn page(route: &'static str, address: &'static str, answers: [u16; 5]) -> Row {
    Row { way: Way::Page, route, address, fields: &[], answers, stranger: None }
}

const fn form(
    form: FormName,
    address: &'static str,
    fields: &'static [(&'static str, &'static str)],
    answers: [u16; 5],
) -> Row {
    Row { way: Way::Form(form), route: address, address, fields, answers, stranger: None }
}

/// The same for all.
const fn all(answer: u16) -> [u16; 5] {
    [answer; 5]
}

/// Whoever is not signed in is led to the door by a page, and told to sign in by everything else (401).
pub const DOOR: u16 = 303;
const UNKNOWN: &str = "00000000-0000-7000-8000-000000000000";

/// Where an allowed call would end what the walk stands on, its fields are such that it is refused for what they
/// hold (422) or for an old revision (409): whoever gets that far was allowed.
pub const ROWS: &[Row] = &[
    // Open to all.
    page("/sign-in", "/sign-in", all(200)),
    page("/sign-in/code", "/sign-in/code", all(200)),
    page("/sign-in/password", "/sign-in/password", all(200)),
    page("/sign-in/second", "/sign-in/second", all(200)),
    page("/password/forgot", "/password/forgot", all(200)),
    page("/password/new/{token}", "/password/new/unknown", all(404)),
    page("/set-up/{token}", "/set-up/unknown", all(404)),
    page("/invitations/{token}", "/invitations/unknown", all(404)),
    page("/design", "/design", all(200)),
    get("/healthz", "/healthz", all(200)),
    get("/readyz", "/readyz", all(200)),
    form(RequestCode, "/sign-in", &[("email", "{new_address}")], all(200)),
    form(EnterCode, "/sign-in/code", &[("code", "x")], all(422)),
    form(SignInWithPassword, "/sign-in/password", &[("email", "x")], all(422)),
    form(SecondFactor, "/sign-in/second", &[("code", "")], all(422)),
    form(RequestPasswordLink, "/password/forgot", &[("email", "{new_address}")], all(200)),
    form(SetPasswordByLink, "/password/new/unknown", &[], all(404)),
    form(SetUp, "/set-up/unknown", &[], all(404)),
    form(AcceptInvitation, "/invitations/unknown", &[("name", "Kim")], all(404)),
    form(ChangeLanguage, "/sign-in", &[("language", "en")], all(200)),
    form(ChangeTheme, "/sign-in", &[("theme", "light")], all(200)),
    // One's own.
    page("/", "/", [DOOR, DOOR, 200, 200, 200]),
    page("/settings", "/settings", [DOOR, DOOR, 200, 200, 200]),
    page("/settings/security", "/settings/security", [DOOR, DOOR, 200, 200, 200]),
    page("/settings/sessions", "/settings/sessions", [DOOR, DOOR, 200, 200, 200]),
    form(ChangeProfile, "/settings", &[("name", "Kim"), ("revision", "0")], [401, 401, 409, 409, 409]),
    form(ChangePicture, "/settings", &[], [401, 401, 422, 422, 422]),
    // None of them has a picture yet.
    form(RemovePicture, "/settings", &[], [401, 401, 404, 404, 404]),
    form(RestorePicture, "/settings", &[], [401, 401, 404, 404, 404]),
    form(ChangePassword, "/settings/security", &[("password", "kort")], [401, 401, 422, 422, 422]),
    form(RemovePassword, "/settings/security", &[], [401, 401, 422, 422, 422]),
    form(BeginTotp, "/settings/security", &[], [401, 401, 200, 200, 200]),
    form(ConfirmTotp, "/settings/security", &[("code", "x")], [401, 401, 422, 422, 422]),
    form(RemoveTotp, "/settings/security", &[("code", "x")], [401, 401, 422, 422, 422]),
    form(RenewRecoveryCodes, "/settings/security", &[("code", "x")], [401, 401, 422, 422, 422]),
    form(RevokeSession, "/settings/sessions", &[("session", "{own_session}")], [401, 401, 200, 200, 200]),
    form(RevokeSession, "/settings/sessions", &[("session", "{foreign_session}")], [401, 401, 404, 404, 404]),
    form(RevokeOtherSessions, "/settings/sessions", &[], [401, 401, 200, 200, 200]),
    form(TakeBack, "/", &[("item", "{own_waiting}")], [401, 401, 200, 404, 404]).to_strangers(404),
    form(GiveToSubstitute, "/", &[("item", "{own_waiting}")], [401, 401, 200, 404, 404]).to_strangers(404),
    form(GiveToSubstitute, "/", &[("item", "{foreign_waiting}")], [401, 401, 404, 404, 404]),
    form(TakeBack, "/", &[("item", "{foreign_waiting}")], [401, 401, 404, 404, 404]),
    // Processes.
    page("/processes", "/processes", [DOOR, DOOR, 200, 200, 200]),
    page("/processes/{id}", "/processes/{process}", [DOOR, DOOR, 200, 200, 404]).to_strangers(404),
    page("/processes/{id}", "/processes/00000000-0000-7000-8000-000000000000", [DOOR, DOOR, 404, 404, 404]),
    // Others' accounts.
    page("/people", "/people", [DOOR, DOOR, 403, 200, 200]),
    page("/people/{id}", "/people/{own_person}", [DOOR, DOOR, 200, 200, 200]),
    page("/people/{id}", "/people/{foreign_person}", [DOOR, DOOR, 404, 200, 200]),
    page("/people/{id}", "/people/00000000-0000-7000-8000-000000000000", [DOOR, DOOR, 404, 404, 404]),
    form(InvitePerson, "/people", &[("email", "{new_address}"), ("office", "member")], [401, 401, 403, 200, 200]),
    // A member has no invitations, and knows of none.
    form(RenewInvitation, "/people", &[("invitation", "{own_invitation}")], [401, 401, 404, 200, 200]),
    form(RenewInvitation, "/people", &[("invitation", "{foreign_invitation}")], [401, 401, 404, 200, 200]),
    form(WithdrawInvitation, "/people", &[("invitation", "{own_invitation}")], [401, 401, 404, 200, 200]),
    form(WithdrawInvitation, "/people", &[("invitation", "{foreign_invitation}")], [401, 401, 404, 200, 200]),
    form(
        ChangeOffice,
        "/people/{own_person}",
        &[("person", "{own_person}"), ("office", "administrator"), ("revision", "0")],
        [401, 401, 403, 403, 409],
    ),
    form(
        ChangeOffice,
        "/people/{foreign_person}",
        &[("person", "{foreign_person}"), ("office", "member"), ("revision", "0")],
        [401, 401, 404, 403, 409],
    ),
    form(EndAccount, "/people", &[("person", "{foreign_person}")], [401, 401, 404, 403, 200]),
    form(EndAccount, "/people", &[("person", UNKNOWN)], [401, 401, 404, 403, 404]),
    form(RestoreAccount, "/people", &[("person", "{ended_person}")], [401, 401, 404, 403, 200]),
    form(RestoreAccount, "/people", &[("person", "{own_person}")], [401, 401, 403, 403, 404]),
    get(
        "/files/{hash}",
        "/files/0000000000000000000000000000000000000000000000000000000000000000",
        [401, 401, 404, 404, 404],
    ),
    // The server.
    page("/administration", "/administration", [DOOR, DOOR, 403, 403, 200]),
    page("/administration/outbox", "/administration/outbox", [DOOR, DOOR, 403, 403, 200]),
    page("/administration/outbox/{id}", "/administration/outbox/{mail}", [DOOR, DOOR, 403, 403, 200]),
    page("/administration/jobs", "/administration/jobs", [DOOR, DOOR, 403, 403, 200]),
    page("/administration/record", "/administration/record", [DOOR, DOOR, 403, 403, 200]),
    form(CancelJob, "/administration/jobs", &[("job", "{job}")], [401, 401, 403, 403, 200]),
    form(RetryJob, "/administration/jobs", &[("job", "{cancelled_job}")], [401, 401, 403, 403, 200]),
    form(CancelJob, "/administration/jobs", &[("job", UNKNOWN)], [401, 401, 403, 403, 404]),
    // At the end, for it ends the session that walks.
    form(SignOut, "/", &[], all(200)),
];
