//! The page for addresses that lead nowhere.

use domain::problem::{Problem, What};
use leptos::prelude::*;

use crate::{
    page::set_status,
    parts::{layout::Page, page_title::PageTitle},
    viewer::use_words,
};

#[component]
pub fn Missing() -> impl IntoView {
    set_status(&Problem::not_found(What::Page));
    let words = use_words().shell;
    view! {
        <Page>
            <div class="empty">
                <PageTitle text=words.not_found_title.to_owned()/>
                <p>{words.not_found_text}</p>
                <a class="btn btn-main" href="/">{words.to_start}</a>
            </div>
        </Page>
    }
}
