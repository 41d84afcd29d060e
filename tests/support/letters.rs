//! What was written to people: read in the outbox, as an administrator without a mail server reads it.

use std::time::{Duration, Instant};

use crate::{page::Page, people::Person};

/// Mails are written by a job, which may take a moment.
const PATIENCE: Duration = Duration::from_secs(10);

/// The six digits of the newest letter to this address.
pub async fn code_for(administrator: &Person, email: &str) -> String {
    newest(administrator, email, |letter| {
        letter.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 6).map(str::to_owned)
    })
    .await
}

/// The path of the newest link of this kind (`invitations`, `password/new`) that was sent to this address.
pub async fn link_to(administrator: &Person, email: &str, kind: &str) -> String {
    newest(administrator, email, |letter| {
        let start = letter.find(&format!("/{kind}/"))?;
        let link = letter.get(start..)?.split(|c: char| c.is_whitespace() || "<>\"'.,)".contains(c)).next()?;
        Some(link.to_owned())
    })
    .await
}

async fn newest(administrator: &Person, email: &str, wanted: impl Fn(&str) -> Option<String>) -> String {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let list = administrator.browser.open("/administration/outbox").await.expect(200);
        for path in letters_on(&list) {
            let letter = administrator.browser.open(&path).await.expect(200);
            let text = letter.text();
            if text.contains(email)
                && let Some(found) = wanted(&text)
            {
                return found;
            }
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no such letter to {email} in the outbox");
}

/// The letters in the order they stand in: the newest first.
fn letters_on(list: &Page<'_>) -> Vec<String> {
    let links = list.all("a[href^=\"/administration/outbox/\"]");
    let mut paths: Vec<String> = links.iter().filter_map(|link| link.attr("href")).map(str::to_owned).collect();
    paths.dedup();
    paths
}
