//! One's picture: changed, seen by those who see people, removed, and gone with its person.

use domain::files::FileHash;

use super::*;
use crate::files;

/// A PNG with a header, some data and an end.
const SMALL: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x04\0\0\0\x03\x08\x02\0\0\0cccc\0\0\0\x04IDATdatacccc\0\0\0\0IENDcccc";

async fn picture_of(visitor: &Visitor) -> Option<FileHash> {
    let picture = visitor.call().await.me.expect("signed in").picture;
    picture.map(|hash| hash.parse().expect("a hash"))
}

#[tokio::test]
async fn a_picture_is_changed_seen_and_removed() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let anna = invited(&ada, "anna@example.se", "member").await;
        let bo = invited(&ada, "bo@example.se", "member").await;
        change_picture(&backend, &anna.call().await, SMALL).await.expect("changed");
        let hash = picture_of(&anna).await.expect("a picture");
        for sees in [&anna, &ada] {
            let file = files::read(&backend, &sees.caller().await, hash).await.expect("seen");
            assert_eq!(file.bytes, SMALL);
        }
        assert!(files::read(&backend, &bo.caller().await, hash).await.is_err(), "members see themselves only");

        let svg = change_picture(&backend, &anna.call().await, b"<svg xmlns='http://www.w3.org/2000/svg'/>").await;
        assert!(matches!(svg, Err(Failure::Problem(problem)) if problem.at("picture") == Some(Reason::FileKind)));
        assert_eq!(picture_of(&anna).await, Some(hash), "the old one stays");

        remove_picture(&backend, &anna.call().await).await.expect("removed");
        assert_eq!(picture_of(&anna).await, None);
        assert!(remove_picture(&backend, &anna.call().await).await.is_err());
        let nobody = change_picture(&backend, &Visitor::new(&backend).call().await, SMALL).await;
        assert!(matches!(nobody, Err(Failure::Problem(Problem::NotSignedIn))));
    })
    .await;
}
