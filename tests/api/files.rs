//! Uploaded files, by way of the person's picture: known by their bytes, bounded, given to those who may see them.

use support::{browser::Call, ground::Ground, on_both_databases, page::Page, people::Person};

on_both_databases!(
    a_picture_is_shown_and_removed,
    a_picture_is_seen_only_by_those_who_may_see_the_person,
    what_is_no_picture_is_refused_at_the_field,
    what_is_too_large_is_refused,
);

const PNG: &[u8] = include_bytes!("../../app/domain/src/files/samples/told.png");
const JPEG: &[u8] = include_bytes!("../../app/domain/src/files/samples/turned.jpg");
const WEBP: &[u8] = include_bytes!("../../app/domain/src/files/samples/lossy.webp");

async fn upload<'b>(person: &'b Person, name: &str, kind: &str, bytes: &[u8]) -> Page<'b> {
    let form = person.browser.open("/settings").await.expect(200).form("change_picture");
    form.attach("picture", name, kind, bytes).submit().await
}

fn address(page: &Page<'_>) -> String {
    page.one("header img[src^=\"/files/\"]").attr("src").unwrap_or_default().to_owned()
}

async fn a_picture_is_shown_and_removed(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    // What the browser calls it does not count: its bytes do.
    for (bytes, claimed, kind) in
        [(PNG, "image/png", "image/png"), (JPEG, "image/jpeg", "image/jpeg"), (WEBP, "image/png", "image/webp")]
    {
        let page = upload(&administrator, "../../jag\".png", claimed, bytes).await.expect(200);
        let answer = administrator.browser.send(Call::get(&address(&page))).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), kind);
        assert!(answer.header("content-disposition").contains("filename="), "{kind}");
        assert!(!answer.header("content-disposition").contains("jag"), "no name that a client chose");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("content-security-policy").contains("default-src 'none'"));
    }
    let page = administrator.browser.open("/settings").await.form("remove_picture").submit().await.expect(200);
    assert!(!page.has("header img"), "{}", page.text());

    // Removed is not gone: it can be undone for thirty days.
    let page = page.form("restore_picture").submit().await.expect(200);
    assert_eq!(administrator.browser.send(Call::get(&address(&page))).await.header("content-type"), "image/webp");
}

async fn a_picture_is_seen_only_by_those_who_may_see_the_person(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let maria = administrator.invites(ground, "Maria", "maria@example.se", "member").await;
    let ali = administrator.invites(ground, "Ali", "ali@example.se", "member").await;
    let address = address(&upload(&maria, "jag.png", "image/png", PNG).await.expect(200));
    for (person, status) in [(&maria, 200), (&administrator, 200), (&ali, 404)] {
        assert_eq!(person.browser.send(Call::get(&address)).await.status, status, "{}", person.name);
    }
    assert_eq!(ground.browser().send(Call::get(&address)).await.status, 401);

    upload(&maria, "jag.jpg", "image/jpeg", JPEG).await.expect(200);
    let old = administrator.browser.send(Call::get(&address)).await.status;
    assert_eq!(old, 404, "a picture that was replaced is nobody's any more");
}

async fn what_is_no_picture_is_refused_at_the_field(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let cut = &PNG[..PNG.len() / 2];
    for (name, claimed, bytes) in [
        ("a.svg", "image/svg+xml", svg.as_slice()),
        ("a.png", "image/png", svg.as_slice()),
        ("a.html", "image/png", b"<html><script>alert(1)</script>".as_slice()),
        ("a.gif", "image/gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00".as_slice()),
        ("a.png", "image/png", cut),
        ("a.png", "image/png", b"\x89PNG\r\n\x1a\n".as_slice()),
        ("a.png", "image/png", b"".as_slice()),
    ] {
        let page = upload(&administrator, name, claimed, bytes).await.expect(422);
        assert!(page.error_at("picture").is_some_and(|error| !error.is_empty()), "{name}: {}", page.text());
    }
    assert!(!administrator.browser.open("/").await.has("header img"));
}

async fn what_is_too_large_is_refused(ground: &mut Ground) {
    let administrator = Person::first_administrator(ground).await;
    // A small file that claims to be 60,000 pixels wide and high: its header is read, and nothing of it drawn.
    let mut bomb = PNG.to_vec();
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    upload(&administrator, "a.png", "image/png", &bomb).await.expect(422);

    let mut heavy = JPEG.to_vec();
    heavy.resize(2 * 1024 * 1024 + 200_000, 0);
    let page = upload(&administrator, "a.jpg", "image/jpeg", &heavy).await.expect(422);
    assert!(page.error_at("picture").is_some(), "{}", page.text());
    assert!(!administrator.browser.open("/").await.has("header img"));
}
