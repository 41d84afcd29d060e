//! The processes that are open to one.

use leptos::prelude::*;

use super::table::{ProcessLine, Processes};
#[cfg(feature = "ssr")]
use crate::{
    address::Address,
    asked::{Asked, answer},
};
use crate::{
    page::shown,
    parts::{empty::Empty, layout::Page, page_title::PageTitle},
    refusal::Refusal,
    viewer::use_words,
};

#[cfg(feature = "ssr")]
pub async fn read_list(asked: &Asked, _: &Address) -> Result<Vec<ProcessLine>, Refusal> {
    let mut rows = answer(backend::processes::my_processes(&asked.backend, &asked.call).await)?;
    rows.sort_by_key(|row| (row.next.is_none(), row.next.map(|next| next.on)));
    Ok(rows.into_iter().map(|row| super::table::line(row, asked)).collect())
}

pub fn draw(page: Result<Vec<ProcessLine>, Refusal>) -> AnyView {
    view! { <Page>{shown(page, show)}</Page> }.into_any()
}

fn show(lines: Vec<ProcessLine>) -> AnyView {
    let words = use_words().processes();
    view! {
        <PageTitle text=words.title.to_owned()/>
        <p class="lead">{words.lead}</p>
        {if lines.is_empty() {
            view! { <Empty text=words.none/> }.into_any()
        } else {
            view! { <Processes lines/> }.into_any()
        }}
    }
    .into_any()
}
