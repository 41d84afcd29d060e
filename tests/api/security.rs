//! What keeps strangers out: headers, cookies, the same-origin check, and that reading changes nothing.

use support::{
    answer::Answer,
    browser::{Browser, Call},
    ground::Ground,
    on_both_databases,
    people::{PASSWORD, Person, sign_in_by_password},
    program::Program,
};

on_both_databases!(
    every_answer_carries_the_headers,
    a_pages_policy_allows_only_scripts_with_its_own_nonce,
    cookies_are_out_of_reach,
    cookies_are_secure_where_the_address_is,
    forms_from_other_sites_are_refused,
    reading_changes_nothing,
    the_log_names_nobody,
);

fn policy(answer: &Answer) -> &str {
    answer.header("content-security-policy")
}

fn nonce(answer: &Answer) -> String {
    let after = policy(answer).split("'nonce-").nth(1).expect("a nonce");
    after.split('\'').next().unwrap_or_default().to_owned()
}

async fn every_answer_carries_the_headers(ground: &mut Ground) {
    let browser = ground.browser();
    for path in
        ["/", "/sign-in", "/nowhere", "/healthz", "/readyz", "/pkg/nothing.js", "/files/x", "/read/", "/site.json"]
    {
        let answer = browser.send(Call::get(path)).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        let policy = policy(&answer);
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        assert!(!answer.header("cache-control").is_empty(), "{path}");
    }
}

async fn a_pages_policy_allows_only_scripts_with_its_own_nonce(ground: &mut Ground) {
    let browser = ground.browser();
    let mut nonces = Vec::new();
    for _ in 0..3 {
        let page = browser.open("/sign-in").await.expect(200);
        let nonce = nonce(&page.answer);
        assert!(nonce.len() >= 16, "{nonce}");
        for script in page.all("script:not([type=\"application/json\"])") {
            assert_eq!(script.attr("nonce"), Some(nonce.as_str()), "{}", script.html());
        }
        assert!(!page.has("[onclick], [onload], [onsubmit], [style], style"), "no handler or style in the page itself");
        nonces.push(nonce);
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 3, "every answer has a nonce of its own");
}

async fn cookies_are_out_of_reach(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    support::people::ask_for_code(&administrator.browser, "kim@example.se").await;
    for name in ["radslag_session", "radslag_attempt"] {
        let cookie = administrator.browser.cookie(name).expect(name);
        assert!(cookie.attributes.contains("HttpOnly"), "{name}: {}", cookie.attributes);
        assert!(cookie.attributes.contains("SameSite=Lax"), "{name}: {}", cookie.attributes);
        assert!(cookie.attributes.contains("Path=/"), "{name}: {}", cookie.attributes);
        assert!(!cookie.attributes.contains("Domain"), "{name}: {}", cookie.attributes);
        assert!(cookie.value.len() >= 32, "{name} can be guessed: {}", cookie.value.len());
    }
}

async fn cookies_are_secure_where_the_address_is(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    ground.program.end().await;
    let mut environment = ground.environment();
    environment.push(("RADSLAG_URL", "https://radslag.example".to_owned()));
    ground.program = Program::serve("127.0.0.1:0", &environment).await;

    let browser = Browser::new(ground.program.address());
    let fields = [("form", "sign_in_with_password"), ("email", administrator.email.as_str()), ("password", PASSWORD)];
    let call = || Call::post("/sign-in/password", &fields);
    assert_eq!(browser.send(call()).await.status, 403, "the address that was configured is the only origin");
    let answer = browser.send(call().with("origin", "https://radslag.example")).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(!answer.header("strict-transport-security").is_empty());
    for cookie in answer.headers.get_all("set-cookie") {
        assert!(cookie.to_str().expect("ASCII").contains("Secure"), "{cookie:?}");
    }
}

async fn forms_from_other_sites_are_refused(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let browser = &administrator.browser;
    let before = ground.database.digest().await;
    let call = || Call::post("/", &[("form", "sign_out")]);
    for (origin, site) in [
        ("https://evil.example", "cross-site"),
        ("https://evil.example", ""),
        ("null", ""),
        ("null", "same-origin"),
        ("", "cross-site"),
        ("", "same-site"),
        ("", "none"),
        ("", ""),
        (&format!("{}.evil.example", browser.base()), ""),
        (browser.base(), "cross-site"),
    ] {
        let answer = browser.send(call().with("origin", origin).with("sec-fetch-site", site)).await;
        assert_eq!(answer.status, 403, "origin {origin:?}, site {site:?}");
    }
    assert_eq!(ground.database.digest().await, before);
    assert!(administrator.is_signed_in().await);
    for method in ["PUT", "DELETE", "PATCH"] {
        let call = Call::new(method.parse().expect("a method"), "/").with("origin", "https://evil.example");
        assert!((400..500).contains(&browser.send(call).await.status), "{method}");
    }
}

async fn reading_changes_nothing(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let invitation = administrator.invitation_to("kim@example.se", "member").await;
    let id = administrator.id_of(&member).await;
    let before = ground.database.digest().await;
    let pages = [
        "/",
        "/settings",
        "/settings/security",
        "/settings/sessions",
        "/people",
        "/administration",
        "/administration/record",
    ];
    for path in pages.into_iter().chain([invitation.as_str(), &format!("/people/{id}")]) {
        for person in [&administrator, &member] {
            person.browser.send(Call::get(path)).await;
            person.browser.send(Call::get(&format!("{path}?form=sign_out"))).await;
        }
    }
    assert_eq!(ground.database.digest().await, before);
    assert!(administrator.is_signed_in().await && member.is_signed_in().await);
}

async fn the_log_names_nobody(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let member = administrator.invites(ground, "Maria Hemlig", "maria.hemlig@example.se", "member").await;
    sign_in_by_password(&ground.browser(), &administrator.email, "fel lösenord alldeles").await.expect(422);
    administrator.browser.open("/people?search=Maria").await.expect(200);
    let session = member.browser.cookie("radslag_session").expect("signed in").value;
    let link = administrator.invitation_to("kim@example.se", "member").await;
    let secret = link.trim_start_matches("/invitations/").to_owned();
    ground.browser().open(&link).await.expect(200);
    let said: String = ground.program.said().lines().filter(|line| !line.contains("/set-up/")).collect();
    for private in ["Hemlig", "hemlig@", "anna@example.se", PASSWORD, "fel lösenord", "Maria", &session, &secret] {
        assert!(!said.contains(private), "the log holds {private}");
    }
}
