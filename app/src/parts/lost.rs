//! What stands in a page's place when its code could not be fetched.

use leptos::prelude::*;

use crate::{
    parts::{layout::Page, page_title::PageTitle},
    viewer::use_words,
};

#[component]
pub fn Lost() -> impl IntoView {
    let words = use_words().shell;
    view! {
        <Page>
            <div class="empty" role="alert" id="lost">
                <PageTitle text=words.lost_title.to_owned()/>
                <p>{words.lost_text}</p>
                // An empty address is the page itself; `external` makes the browser fetch it anew.
                <a class="btn btn-main" href="" rel="external">{words.try_again}</a>
            </div>
        </Page>
    }
}
