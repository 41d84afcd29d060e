//! The start page: what waits and for whom, giving it to a substitute, and what it says when nothing waits.

use support::{demo::Demo, ground::Ground, on_both_databases, page::text_of};

on_both_databases!(
    what_waits_stands_there_nearest_first,
    what_waits_is_given_to_the_substitute_and_taken_back,
    when_nothing_waits_the_next_date_is_named,
);

async fn what_waits_stands_there_nearest_first(ground: &mut Ground) {
    let demo = Demo::fill(ground).await;
    let sara = demo.sara(ground).await;
    let page = sara.browser.open("/").await.expect(200);
    assert_eq!(page.heading(), "Det här väntar på dig");
    let days = page.all("main time").into_iter().filter_map(|time| time.attr("datetime")).collect::<Vec<_>>();
    assert!(days.len() >= 3, "{}", page.text());
    assert!(days.is_sorted(), "{days:?}");
    for (title, about) in [
        ("Skriv ner vem som bestämmer vad", "Färdplan Morgondagens energilösningar"),
        ("Utse någon på platsen för Region Östergötland", "ÖMS"),
        ("Utse någon på platsen för Region Västmanland", "ÖMS"),
    ] {
        let items = page.all(".first, .todo").into_iter().map(text_of).collect::<Vec<_>>();
        let item = items.iter().find(|item| item.contains(title)).unwrap_or_else(|| panic!("{title}: {items:?}"));
        assert!(item.contains(about) && item.contains("minuter"), "{item}");
        assert!(item.contains("för Region Örebro län"), "as whom: {item}");
    }
    assert_eq!(page.all(".processes-table tbody tr").len(), 2);
}

async fn what_waits_is_given_to_the_substitute_and_taken_back(ground: &mut Ground) {
    let demo = Demo::fill(ground).await;
    let (maria, jonas) = (demo.member(ground, "maria").await, demo.member(ground, "jonas").await);
    let title = "Bekräfta uppgifterna om Region Sörmland";
    let stands_in = async || {
        let text = jonas.browser.open("/").await.expect(200).text();
        text.contains(title) && text.contains("som ersättare för Region Sörmland")
    };
    // The demo has given it away already.
    assert!(stands_in().await);
    let page = maria.browser.open("/").await.expect(200);
    assert!(page.text().contains("Jonas Ek gör det"), "{}", page.text());
    let page = page.form("take_back").submit().await.expect(200);
    assert!(page.text().contains("Det väntar på dig igen."));
    assert!(!stands_in().await);
    let page = page.form("give_to_substitute").submit().await.expect(200);
    assert!(page.text().contains("Jonas Ek gör det"), "{}", page.text());
    assert!(stands_in().await);
}

async fn when_nothing_waits_the_next_date_is_named(ground: &mut Ground) {
    let demo = Demo::fill(ground).await;
    let ali = demo.member(ground, "ali").await;
    let page = ali.browser.open("/").await.expect(200);
    assert_eq!(page.heading(), "Inget väntar på dig");
    let lead = text_of(page.one(".lead"));
    assert!(lead.contains("Nästa datum är") && lead.contains("Färdplan Morgondagens energilösningar"), "{lead}");
    let stranger = demo.astrid.invites(ground, "Stina Främling", "stina@example.se", "member").await;
    let page = stranger.browser.open("/").await.expect(200);
    assert!(page.has(".calm") && !page.has(".processes-table"));
}
