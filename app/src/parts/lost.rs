//! What stands in a page's place when its code could not be fetched.

use leptos::prelude::*;

use crate::{
    parts::{broken::Broken, layout::Page},
    viewer::use_words,
};

#[component]
pub fn Lost() -> impl IntoView {
    let words = use_words().shell;
    view! {
        <Page>
            <div role="alert" id="lost">
                <Broken title=words.lost_title.to_owned() text=words.lost_text.to_owned()>
                    // An empty address is the page itself; `external` makes the browser fetch it anew.
                    <a class="btn btn-main" href="" rel="external">{words.try_again}</a>
                </Broken>
            </div>
        </Page>
    }
}
