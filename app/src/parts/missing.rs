//! The page for addresses that lead nowhere.

use domain::problem::{Problem, What};
use leptos::prelude::*;

use crate::{
    page::set_status,
    parts::{broken::Broken, layout::Page},
    viewer::use_words,
};

#[component]
pub fn Missing() -> impl IntoView {
    set_status(&Problem::not_found(What::Page));
    let words = use_words().shell();
    view! {
        <Page>
            <Broken title=words.not_found_title.to_owned() text=words.not_found_text.to_owned()>
                <a class="btn btn-main" href="/">{words.to_start}</a>
            </Broken>
        </Page>
    }
}
