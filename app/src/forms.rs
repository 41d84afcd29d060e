//! Which form leads to which service: every change that a page can make goes through `submit`.

use backend::{Failure, secrets::Secret};
use domain::{
    forms::{Done, FormName, safe_next},
    language::{Language, Theme},
    problem::{Problem, Reason},
};

use crate::{accounts, accounts::people, address::in_query, administration, asked::Asked, start};

/// What a form brought along.
#[derive(Debug, Default)]
pub struct Fields {
    pub pairs: Vec<(String, String)>,
    pub file: Option<Vec<u8>>,
    /// The page it stood on: its path, and its query with the question mark.
    pub path: String,
    pub query: String,
    /// Where one wanted to go before one had to sign in.
    pub next: Option<String>,
}

impl Fields {
    /// The field's text; one that is missing counts as empty.
    pub fn text(&self, field: &str) -> &str {
        self.pairs.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// The field as an id of something. One that is none cannot be of anything there is.
    pub fn id<T: std::str::FromStr>(&self, field: &str, missing: Problem) -> Result<T, Problem> {
        self.text(field).parse().map_err(|_| missing)
    }

    /// The field as a whole number.
    pub fn number(&self, field: &str) -> Result<i64, Problem> {
        self.text(field).parse().map_err(|_| Problem::invalid(field, Reason::NotANumber))
    }

    /// The secret at the end of the page's address.
    pub fn link(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The page itself, to stay on.
    pub fn here(&self) -> Done {
        Done::at(format!("{}{}", self.path, self.query))
    }

    /// Where one wanted to go, or the start page.
    pub fn onward(&self) -> Done {
        Done::at(self.next.as_deref().and_then(safe_next).unwrap_or("/")).anew()
    }

    /// Another of the doors, keeping in mind where one wanted to go.
    pub fn door(&self, path: &str) -> Done {
        match self.next.as_deref().and_then(safe_next) {
            Some(next) => Done::at(format!("{path}?next={}", in_query(next))),
            None => Done::at(path),
        }
    }
}

/// What a form that went well leaves in the browser.
#[derive(Debug)]
pub enum Keep {
    /// Who one is, from now on.
    Session(Secret),
    SignedOut,
    /// That this browser asked for a code, or has done the first of two steps.
    Attempt(Secret),
    Language(Language),
    Theme(Theme),
}

/// A form that went well.
#[derive(Debug)]
pub struct Outcome {
    pub done: Done,
    pub keep: Vec<Keep>,
}

impl From<Done> for Outcome {
    fn from(done: Done) -> Self {
        Self { done, keep: Vec::new() }
    }
}

impl Outcome {
    pub fn keeping(mut self, keep: Keep) -> Self {
        self.keep.push(keep);
        self
    }
}

pub async fn submit(form: FormName, fields: &Fields, asked: &Asked) -> Result<Outcome, Failure> {
    use FormName as F;
    match form {
        F::RequestCode => accounts::doors::request_code(fields, asked).await,
        F::EnterCode => accounts::doors::enter_code(fields, asked).await,
        F::SignInWithPassword => accounts::doors::sign_in_with_password(fields, asked).await,
        F::SecondFactor => accounts::doors::second_factor(fields, asked).await,
        F::SignOut => accounts::doors::sign_out(asked).await,
        F::RequestPasswordLink => accounts::links::request_password_link(fields, asked).await,
        F::SetPasswordByLink => accounts::links::set_password_by_link(fields, asked).await,
        F::SetUp => accounts::links::set_up(fields, asked).await,
        F::AcceptInvitation => accounts::links::accept_invitation(fields, asked).await,
        F::ChangeProfile => accounts::settings::change_profile(fields, asked).await,
        F::ChangeLanguage => accounts::settings::change_language(fields, asked).await,
        F::ChangeTheme => accounts::settings::change_theme(fields, asked).await,
        F::ChangePicture => accounts::settings::change_picture(fields, asked).await,
        F::RemovePicture => accounts::settings::remove_picture(fields, asked).await,
        F::RestorePicture => accounts::settings::restore_picture(fields, asked).await,
        F::ChangePassword => accounts::settings::change_password(fields, asked).await,
        F::RemovePassword => accounts::settings::remove_password(fields, asked).await,
        F::BeginTotp => accounts::settings::begin_totp(fields, asked).await,
        F::ConfirmTotp => accounts::settings::confirm_totp(fields, asked).await,
        F::RemoveTotp => accounts::settings::remove_totp(fields, asked).await,
        F::RenewRecoveryCodes => accounts::settings::renew_recovery_codes(fields, asked).await,
        F::RevokeSession => accounts::settings::revoke_session(fields, asked).await,
        F::RevokeOtherSessions => accounts::settings::revoke_other_sessions(fields, asked).await,
        F::InvitePerson => people::invite_person(fields, asked).await,
        F::RenewInvitation => people::renew_invitation(fields, asked).await,
        F::WithdrawInvitation => people::withdraw_invitation(fields, asked).await,
        F::ChangeOffice => people::change_office(fields, asked).await,
        F::EndAccount => people::end_account(fields, asked).await,
        F::RestoreAccount => people::restore_account(fields, asked).await,
        F::CancelJob => administration::cancel_job(fields, asked).await,
        F::RetryJob => administration::retry_job(fields, asked).await,
        F::GiveToSubstitute => start::give_to_substitute(fields, asked).await,
        F::TakeBack => start::take_back(fields, asked).await,
    }
}
