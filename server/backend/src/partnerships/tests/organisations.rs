//! Organisations over time: renamed, merged, ended, and found under every name they had.

use domain::day::Day;

use super::*;

async fn rename(ground: &Ground, id: OrganisationId, to: &str, from: &str) -> Result<(), Failure> {
    let call = ground.secretary.call().await;
    let (here, text) = (ground.text(), id.to_string());
    let revision = organisation(&ground.backend, &call, &here, &text).await.expect("a page").revision.0.to_string();
    rename_organisation(&ground.backend, &call, &here, &text, [to, ""], from, &revision).await
}

async fn end(ground: &Ground, id: OrganisationId, on: &str, successor: &str) -> Result<(), Failure> {
    let call = ground.secretary.call().await;
    let (here, text) = (ground.text(), id.to_string());
    let revision = organisation(&ground.backend, &call, &here, &text).await.expect("a page").revision.0.to_string();
    end_organisation(&ground.backend, &call, &here, &text, ["merged", on, successor], &revision).await
}

#[tokio::test]
async fn on_every_past_day_a_seat_shows_the_name_that_its_organisation_had() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (old, new) = (ground.organisation("Regionförbundet").await, ground.organisation("Nya regionen").await);
        let seat = ground.seat(old, None, "member").await;
        rename(&ground, old, "Regionen", "2017-01-01").await.expect("renamed");
        rename(&ground, new, "Storregionen", "2024-06-01").await.expect("renamed");
        end(&ground, old, "2023-01-01", &new.to_string()).await.expect("merged");
        let call = ground.secretary.call().await;
        for (on, called) in [
            ("2016-12-31", "Regionförbundet"),
            ("2017-01-01", "Regionen"),
            ("2022-12-31", "Regionen"),
            ("2023-01-01", "Nya regionen"),
            ("2024-05-31", "Nya regionen"),
            ("2024-06-01", "Storregionen"),
        ] {
            let day = on.parse::<Day>().expect("a day");
            let rows = seats(&backend, &call, &ground.text(), Some(day)).await.expect("listed");
            let row = rows.iter().find(|row| row.id == seat).expect("it is there");
            assert_eq!(row.organisation.name.short, called, "{on}");
        }
        let page = organisation(&backend, &call, &ground.text(), &new.to_string()).await.expect("a page");
        assert_eq!(page.predecessors.iter().map(|one| one.id).collect::<Vec<_>>(), [old]);
        assert!(page.seats.iter().any(|row| row.id == seat), "its seats are its successor's");
        for search in ["regionförbundet", "REGIONEN", "nya"] {
            let filter = StakeholderFilter { search, ..StakeholderFilter::default() };
            let map = stakeholders(&backend, &call, &ground.text(), filter).await.expect("found");
            let found = map.rows.iter().find(|row| row.id == new).unwrap_or_else(|| panic!("found by {search}"));
            assert!(search == "REGIONEN" || found.found_as.is_some(), "{found:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_sits_for_a_merged_organisation_acts_for_its_successor() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (old, new) = (ground.organisation("Gamla").await, ground.organisation("Nya").await);
        let (kim, _) = ground.sitting(old, "kim@example.se", "delegate").await;
        assert_eq!(kim.call().await.caller.seats()[0].organisation, old);
        let tomorrow = ground.today().await.parse::<Day>().expect("a day").after().to_string();
        end(&ground, old, &tomorrow, &new.to_string()).await.expect("merged");
        assert_eq!(kim.call().await.caller.seats()[0].organisation, old, "not before the day");
        later(&backend, Span::days(1));
        assert_eq!(kim.call().await.caller.seats()[0].organisation, new);
        let call = ground.secretary.call().await;
        revive_organisation(&backend, &call, &ground.text(), &old.to_string()).await.expect("taken back");
        assert_eq!(kim.call().await.caller.seats()[0].organisation, old);
    })
    .await;
}

#[tokio::test]
async fn nothing_goes_up_in_itself_also_when_two_try_at_once() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (one, other) = (ground.organisation("Ena").await, ground.organisation("Andra").await);
        let itself = end(&ground, one, "2026-01-01", &one.to_string()).await;
        assert_eq!(refused_at(itself, "successor"), Reason::FollowsItself);
        let foreign = end(&ground, one, "2026-01-01", &ground.id.to_string()).await;
        assert_eq!(refused_at(foreign, "successor"), Reason::UnknownChoice);
        assert_eq!(refused_at(end(&ground, one, "2026-01-01", "").await, "successor"), Reason::Missing);
        let (one_text, other_text) = (one.to_string(), other.to_string());
        let (first, second) =
            tokio::join!(end(&ground, one, "2026-01-01", &other_text), end(&ground, other, "2026-01-01", &one_text));
        assert_eq!([first, second].iter().filter(|result| result.is_ok()).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_it_can_help_with_is_told_by_itself_or_the_secretariat() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (own, other) = (ground.organisation("Egna").await, ground.organisation("Andra").await);
        let (kim, _) = ground.sitting(own, "kim@example.se", "member").await;
        let (call, here) = (kim.call().await, ground.text());
        let profile = ProfileFields {
            actor_type: "academia",
            region: "Örebro län",
            aliases: "Egna bolaget\n\nEB",
            helps_with: "Elnät",
            ..ProfileFields::default()
        };
        let tell = async |id: OrganisationId, profile, revision| {
            change_organisation(&backend, &call, &here, &id.to_string(), profile, revision).await
        };
        tell(own, profile, "1").await.expect("told");
        assert_eq!(problem(tell(other, profile, "1").await), Problem::NotAllowed);
        let stale = problem(tell(own, ProfileFields { region: "", ..profile }, "1").await);
        assert!(matches!(stale, Problem::Conflict { .. }), "{stale:?}");
        let page = organisation(&backend, &call, &here, &own.to_string()).await.expect("a page");
        assert_eq!(page.profile.aliases, ["Egna bolaget", "EB"]);
        assert!(page.confirmed_at.is_some() && page.may_tell && !page.may_change);
        confirm_organisation(&backend, &call, &here, &own.to_string()).await.expect("still so");
        let filter = StakeholderFilter { actor_type: "academia", region: "Örebro län", search: "eb" };
        let map = stakeholders(&backend, &call, &here, filter).await.expect("found");
        assert_eq!(map.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [own]);
        assert_eq!(map.regions, ["Uppsala län", "Örebro län"]);
        let kind = change_membership(&backend, &call, &here, &own.to_string(), "adjunct").await;
        assert_eq!(problem(kind), Problem::NotAllowed);
    })
    .await;
}
