//! Bad input in every form: too long, of the wrong kind, markup, scripts that turn the reading direction.

use domain::forms::FormName;
use support::{
    browser::{Browser, Call},
    ground::Ground,
    on_both_databases,
    people::{Person, send},
};

on_both_databases!(
    markup_in_any_field_is_text,
    every_form_bears_every_value,
    names_of_every_kind_are_taken_and_tricks_are_not,
    a_refusal_speaks_the_persons_language,
    bodies_that_are_no_forms_are_refused,
);

const MARKUP: [&str; 4] = [
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "{{7*7}}'--",
];

/// The pages whose forms have fields to type into, and whether one must be signed in.
const TYPED_INTO: [(&str, &str, bool); 7] = [
    ("/sign-in", "request_code", false),
    ("/sign-in/password", "sign_in_with_password", false),
    ("/password/forgot", "request_password_link", false),
    ("/people", "invite_person", true),
    ("/settings", "change_profile", true),
    ("/settings/security", "change_password", true),
    ("/sign-in/code", "enter_code", false),
];

async fn markup_in_any_field_is_text(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    for (path, name, signed_in) in TYPED_INTO {
        for markup in MARKUP {
            let stranger = ground.browser();
            let browser = if signed_in { &administrator.browser } else { &stranger };
            let mut form = browser.open(path).await.expect(200).form(name);
            let fields: Vec<String> = form.open_fields().into_iter().map(str::to_owned).collect();
            for field in fields.iter().filter(|field| *field != "office") {
                form = form.fill(field, markup);
            }
            let page = form.submit().await;
            assert!(page.status() < 500, "{name}: {}", page.status());
            assert_no_script_of_ours_is_missing(browser, &page.answer.text());
            assert!(!page.has("img[src=\"x\"]"), "{name}: {markup} became an element");
            let secret = |field: &str| ["password", "again", "current", "code"].contains(&field);
            if page.status() == 422 {
                let form = page.form(name);
                for field in fields.iter().filter(|field| *field != "office" && !secret(field)) {
                    assert_eq!(form.value(field), Some(markup), "{name}: {field} is kept as it was typed");
                }
                for field in fields.iter().filter(|field| secret(field)) {
                    assert_eq!(form.value(field), Some(""), "{name}: {field} is never sent back");
                }
            }
        }
    }
}

/// Every script on a page carries a nonce: one that somebody typed does not.
fn assert_no_script_of_ours_is_missing(browser: &Browser, html: &str) {
    let scripts = html.matches("<script").count();
    let ours = html.matches("<script").zip(html.split("<script").skip(1)).filter(|(_, rest)| {
        let tag = rest.split('>').next().unwrap_or_default();
        tag.contains("nonce=") || tag.contains("application/json")
    });
    assert_eq!(ours.count(), scripts, "a script without a nonce at {}: {html}", browser.base());
}

async fn every_form_bears_every_value(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let long = "å".repeat(500);
    let before = ground.database.digest().await;
    for form in FormName::ALL {
        // These do what they say whatever is sent along.
        if matches!(
            form,
            FormName::SignOut | FormName::BeginTotp | FormName::RevokeOtherSessions | FormName::RequestCode
        ) {
            continue;
        }
        for value in ["", "0", "-1", "null", "\u{202e}txt", "9999999999999999999999", "' OR '1'='1", &long] {
            let fields: Vec<_> = FIELDS.iter().map(|field| (*field, value)).collect();
            let answer = send(&administrator.browser, "/settings", form.name(), &fields).await;
            let refused = (400..500).contains(&answer.status);
            assert!(refused, "{} with {value:.20}: {} {}", form.name(), answer.status, answer.text());
            assert!(answer.problem().is_some(), "{}", answer.text());
        }
    }
    assert_eq!(ground.database.digest().await, before);
    administrator.browser.open("/administration").await.expect(200);
}

/// Every field that any form has.
const FIELDS: [&str; 15] = [
    "email",
    "code",
    "password",
    "again",
    "current",
    "name",
    "revision",
    "language",
    "theme",
    "session",
    "office",
    "invitation",
    "person",
    "job",
    "token",
];

async fn names_of_every_kind_are_taken_and_tricks_are_not(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let limit = "å".repeat(120);
    let beyond = "å".repeat(121);
    for (name, reason) in [
        ("نور الدين", None),
        ("👨‍👩‍👧‍👦 Familjen", None),
        ("O", None),
        (limit.as_str(), None),
        (beyond.as_str(), Some("too_long")),
        ("", Some("missing")),
        (" \u{200b} ", Some("missing")),
        ("Kim\u{202e}dniL", Some("unprintable")),
        ("Kim\u{0}Lind", Some("unprintable")),
    ] {
        let page = administrator.browser.open("/settings").await.expect(200);
        let revision = page.form("change_profile").value("revision").unwrap_or_default().to_owned();
        let answer =
            administrator.sends("/settings", "change_profile", &[("name", name), ("revision", &revision)]).await;
        match reason {
            None => assert_eq!(answer.status, 200, "{name}: {}", answer.text()),
            Some(reason) => assert_eq!(answer.reason_at("name").as_deref(), Some(reason), "{name}: {}", answer.text()),
        }
    }
}

async fn a_refusal_speaks_the_persons_language(ground: &mut Ground) {
    let mut said = Vec::new();
    for language in ["sv", "en"] {
        let browser = ground.browser().reading(language);
        let form = browser.open("/sign-in").await.expect(200).form("request_code");
        let page = form.fill("email", "inte en adress").submit().await.expect(422);
        assert_eq!(page.language(), language);
        said.push(page.error_at("email").expect("an error at the field"));
    }
    assert_ne!(said[0], said[1]);
}

async fn bodies_that_are_no_forms_are_refused(ground: &mut Ground) {
    let browser = ground.browser();
    // More than any form holds, and still little enough to be sent before it is refused.
    let large = vec![b'a'; 80 * 1024];
    for (kind, body, statuses) in [
        ("application/json", b"{\"form\":\"sign_out\"}".to_vec(), [404, 415, 422]),
        ("application/x-www-form-urlencoded", b"form=drop_tables".to_vec(), [404, 404, 404]),
        ("application/x-www-form-urlencoded", b"%ff%fe=%zz".to_vec(), [404, 404, 404]),
        ("application/x-www-form-urlencoded", Vec::new(), [404, 404, 404]),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken".to_vec(), [404, 400, 422]),
        ("multipart/form-data", b"no boundary".to_vec(), [404, 400, 422]),
        ("application/x-www-form-urlencoded", large, [413, 422, 404]),
    ] {
        let call = Call::post("/sign-in", &[]).with_body(kind, body);
        let answer = browser.send(call).await;
        assert!(statuses.contains(&answer.status), "{kind}: {}", answer.status);
    }
}
