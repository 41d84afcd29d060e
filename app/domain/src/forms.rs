//! The forms by name, what a form that went well answers, and what is kept of one that was refused.

use serde::{Deserialize, Serialize};

use crate::{named::names, problem::Problem};

names! {
    /// Every form there is. A form is sent to the address of the page it stands on, with its name beside its fields.
    FormName {
        RequestCode = "request_code",
        EnterCode = "enter_code",
        SignInWithPassword = "sign_in_with_password",
        SecondFactor = "second_factor",
        SignOut = "sign_out",
        RequestPasswordLink = "request_password_link",
        SetPasswordByLink = "set_password_by_link",
        SetUp = "set_up",
        AcceptInvitation = "accept_invitation",
        ChangeProfile = "change_profile",
        ChangeLanguage = "change_language",
        ChangeTheme = "change_theme",
        ChangePicture = "change_picture",
        RemovePicture = "remove_picture",
        RestorePicture = "restore_picture",
        ChangePassword = "change_password",
        RemovePassword = "remove_password",
        BeginTotp = "begin_totp",
        ConfirmTotp = "confirm_totp",
        RemoveTotp = "remove_totp",
        RenewRecoveryCodes = "renew_recovery_codes",
        RevokeSession = "revoke_session",
        RevokeOtherSessions = "revoke_other_sessions",
        InvitePerson = "invite_person",
        RenewInvitation = "renew_invitation",
        WithdrawInvitation = "withdraw_invitation",
        ChangeOffice = "change_office",
        EndAccount = "end_account",
        RestoreAccount = "restore_account",
        CancelJob = "cancel_job",
        RetryJob = "retry_job",
        GiveToSubstitute = "give_to_substitute",
        TakeBack = "take_back",
    }
}

names! {
    /// What is said, once, on the page one comes to after a form went well.
    Notice {
        Saved = "saved",
        SignedOut = "signed_out",
        CodeSent = "code_sent",
        PasswordLinkSent = "password_link_sent",
        PasswordChanged = "password_changed",
        PasswordRemoved = "password_removed",
        PictureChanged = "picture_changed",
        PictureRemoved = "picture_removed",
        PictureRestored = "picture_restored",
        TotpOn = "totp_on",
        TotpOff = "totp_off",
        SessionRevoked = "session_revoked",
        OtherSessionsRevoked = "other_sessions_revoked",
        Invited = "invited",
        InvitationRenewed = "invitation_renewed",
        InvitationWithdrawn = "invitation_withdrawn",
        OfficeChanged = "office_changed",
        AccountEnded = "account_ended",
        AccountRestored = "account_restored",
        JobCancelled = "job_cancelled",
        JobRetried = "job_retried",
        GivenToSubstitute = "given_to_substitute",
        TakenBack = "taken_back",
    }
}

/// Where one goes after a form went well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// An address on this server, beginning with `/`.
    pub to: String,
    /// Who one is or how the page speaks has changed: the next page is loaded anew.
    pub reload: bool,
    pub notice: Option<Notice>,
}

impl Done {
    pub fn at(to: impl Into<String>) -> Self {
        Self { to: to.into(), reload: false, notice: None }
    }

    pub fn saying(self, notice: Notice) -> Self {
        Self { notice: Some(notice), ..self }
    }

    pub fn anew(self) -> Self {
        Self { reload: true, ..self }
    }
}

/// The answer to a form that was sent by a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    Done(Done),
    Problem(Problem),
}

/// A form that was sent without scripts and refused: the page is drawn again with what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub form: FormName,
    pub problem: Problem,
    /// What was typed, but never a secret.
    pub values: Vec<(String, String)>,
}

/// Fields whose values are never sent back.
const SECRETS: [&str; 4] = ["password", "again", "current", "code"];

impl Refused {
    pub fn new(form: FormName, problem: Problem, values: Vec<(String, String)>) -> Self {
        let values = values.into_iter().filter(|(field, _)| !SECRETS.contains(&field.as_str())).collect();
        Self { form, problem, values }
    }

    pub fn value(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }
}

/// An address to go on to, if it is one of this server's pages; anything else could lead elsewhere.
pub fn safe_next(next: &str) -> Option<&str> {
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n', '\t']);
    (inside && next.len() <= 500).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Reason;

    #[test]
    fn names_are_found_again() {
        for form in FormName::ALL {
            assert_eq!(FormName::from_name(form.name()), Some(*form));
        }
        assert_eq!(FormName::from_name("drop_tables"), None);
    }

    #[test]
    fn secrets_are_not_sent_back() {
        let sent = [("email", "a@b.se"), ("password", "hemligt"), ("code", "123456")];
        let sent = sent.map(|(field, value)| (field.to_owned(), value.to_owned())).to_vec();
        let refused =
            Refused::new(FormName::SignInWithPassword, Problem::invalid("password", Reason::WrongPassword), sent);
        assert_eq!(refused.value("email"), Some("a@b.se"));
        assert_eq!(refused.value("password"), None);
        assert_eq!(refused.value("code"), None);
    }

    #[test]
    fn next_stays_on_this_server() {
        assert_eq!(safe_next("/settings?tab=1"), Some("/settings?tab=1"));
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
            assert_eq!(safe_next(elsewhere), None, "{elsewhere}");
        }
    }
}
