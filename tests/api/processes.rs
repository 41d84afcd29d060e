//! The pages of processes: where each stands, what comes when, who decides what, and what is in the way.

use support::{demo::Demo, ground::Ground, on_both_databases, page::text_of};

on_both_databases!(
    a_process_says_where_it_stands_and_who_decides,
    what_is_in_the_way_is_told_to_those_who_can_change_it,
    one_sees_the_processes_that_are_open_to_one,
);

async fn a_process_says_where_it_stands_and_who_decides(ground: &mut Ground) {
    let demo = Demo::fill(ground).await;
    let maria = demo.member(ground, "maria").await;
    let page = maria.browser.open(&process(&maria, "NRPP-inspel").await).await.expect(200);
    assert_eq!(page.heading(), "NRPP-inspel 2028–2034");
    assert!(text_of(page.one(".lead")).starts_with("Nu pågår samrådet, till och med"), "{}", page.text());
    let phases = page.all(".phases-table tbody tr").into_iter().map(text_of).collect::<Vec<_>>();
    assert_eq!(phases.len(), 8, "{phases:?}");
    assert!(phases[1].ends_with("klar") && phases[2].ends_with("pågår") && phases[3].ends_with("inte börjad"));
    assert!(text_of(page.one("[aria-current=step]")).starts_with("Samråd"));
    assert_eq!(page.all(".staves .coming").len(), 5, "the picture says the same");
    for said in [
        "Ledningsgruppen",
        "Politiska styrgruppen, med två tredjedelars majoritet",
        "Kommunerna har haft sin tid",
        "Partnerskapet läser och föreslår. Sekretariatet skriver.",
        "inte lämnad",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
}

async fn what_is_in_the_way_is_told_to_those_who_can_change_it(ground: &mut Ground) {
    let demo = Demo::fill(ground).await;
    let (sara, maria) = (demo.sara(ground).await, demo.member(ground, "maria").await);
    let obstacle = "Det står inte vem som bestämmer vad.";
    let start = sara.browser.open("/").await.expect(200);
    let to = start.one(".first h3 a").attr("href").unwrap_or_default().to_owned();
    assert!(sara.browser.open(&to).await.expect(200).text().contains(obstacle));
    let page = maria.browser.open(&to).await.expect(200);
    assert!(page.text().contains("Mandatet är inte skrivet än.") && !page.text().contains(obstacle));
}

async fn one_sees_the_processes_that_are_open_to_one(ground: &mut Ground) {
    let demo = Demo::fill(ground).await;
    let maria = demo.member(ground, "maria").await;
    assert_eq!(maria.browser.open("/processes").await.expect(200).all(".processes-table tbody tr").len(), 2);
    let stranger = demo.astrid.invites(ground, "Stina Främling", "stina@example.se", "member").await;
    let page = stranger.browser.open("/processes").await.expect(200);
    assert!(page.has(".empty") && !page.has(".processes-table"));
    stranger.browser.open(&process(&maria, "NRPP-inspel").await).await.expect(404);
}

/// The address of the process whose title begins so.
async fn process(person: &support::people::Person, title: &str) -> String {
    let list = person.browser.open("/processes").await.expect(200);
    let links = list.all(".processes-table a");
    let link = links.into_iter().find(|link| text_of(*link).starts_with(title)).expect("it is in the list");
    link.attr("href").unwrap_or_default().to_owned()
}
