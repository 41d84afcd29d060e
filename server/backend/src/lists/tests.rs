//! Reference lists on real databases: shipped, replaced by a file, kept in every version, owned by one or all.

use domain::{
    lists::ListKind,
    problem::{Problem, Reason, What},
};

use super::*;
use crate::{
    accounts::tests::{problem, refused_at},
    partnerships::tests::begun,
    testing::on_each_database,
};

const FIELDS: Owner<'_> = Owner { organisation: "", kind: "intervention_fields" };

#[tokio::test]
async fn a_list_is_replaced_and_every_version_stays() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let empty = list(&backend, &call, &here, FIELDS, "").await.expect("a page");
        assert!(empty.items.is_empty() && empty.current == 0 && empty.is_shipped && empty.may_replace);
        assert_eq!(take_shipped(&backend, &call, &here, FIELDS.kind, "0").await.expect("taken"), 1);
        let own = "Kod;Namn;Område\n63;St\u{f6}d;F\u{f6}retag\n";
        let latin: Vec<u8> =
            own.chars().map(|letter| u8::try_from(letter).expect("a letter of Windows-1252")).collect();
        assert_eq!(replace_list(&backend, &call, &here, FIELDS, &latin, "1").await.expect("replaced"), 2);
        let page = list(&backend, &call, &here, FIELDS, "").await.expect("a page");
        assert_eq!((page.items.len(), page.items[0].label.as_str()), (1, "Stöd"));
        assert_eq!(page.versions.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(list(&backend, &call, &here, FIELDS, "1").await.expect("a page").items.len(), 46);
        let stale = problem(replace_list(&backend, &call, &here, FIELDS, &latin, "1").await);
        assert!(matches!(stale, Problem::Conflict { .. }), "{stale:?}");
        assert_eq!(return_to_version(&backend, &call, &here, FIELDS, "1", "2").await.expect("back"), 3);
        assert_eq!(list(&backend, &call, &here, FIELDS, "").await.expect("a page").items.len(), 46);
        let never = list(&backend, &call, &here, FIELDS, "9").await;
        assert_eq!(problem(never), Problem::not_found(What::List));
    })
    .await;
}

#[tokio::test]
async fn a_file_with_faults_changes_nothing() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let (call, here) = (ground.secretary.call().await, ground.text());
        let replace = async |file: &[u8]| replace_list(&backend, &call, &here, FIELDS, file, "0").await;
        let faulty = replace(b"code,label\n1,Buss\n=2,Tag\n1,Bat\n").await;
        let Problem::Invalid { faults } = problem(faulty) else { panic!("faults") };
        let fields = faults.iter().map(|fault| (fault.field.as_str(), fault.reason)).collect::<Vec<_>>();
        assert_eq!(fields, [("3.code", Reason::Formula), ("4.code", Reason::Repeated { line: 2 })]);
        assert_eq!(refused_at(replace(b"code,label\n\"1").await, "file"), Reason::UnclosedQuote);
        assert_eq!(lists(&backend, &call, &here).await.expect("listed"), []);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_has_goals_of_its_own() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let here = ground.text();
        let (own, other) = (ground.organisation("Sörmland").await, ground.organisation("Örebro").await);
        let (kim, _) = ground.sitting(own, "kim@example.se", "member").await;
        let (call, own, other) = (kim.call().await, own.to_string(), other.to_string());
        let goals = |organisation| Owner { organisation, kind: "goals" };
        let file = b"code,label\nM1,Alla ska med\n";
        replace_list(&backend, &call, &here, goals(&own), file, "0").await.expect("one's own");
        assert_eq!(problem(replace_list(&backend, &call, &here, goals(&other), file, "0").await), Problem::NotAllowed);
        assert_eq!(problem(replace_list(&backend, &call, &here, goals(""), file, "0").await), Problem::NotAllowed);
        let listed = lists(&backend, &call, &here).await.expect("listed");
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].kind, listed[0].version), (ListKind::Goals, 1));
        assert_eq!(listed[0].organisation.as_ref().map(|known| known.name.short.as_str()), Some("Sörmland"));
        let stranger = ground.person("eva@example.se").await;
        let foreign = lists(&backend, &stranger.call().await, &here).await;
        assert_eq!(problem(foreign), Problem::not_found(What::Partnership));
    })
    .await;
}
