//! A person: initials or picture in a ring, and the name. A full ring means "is here now".

use leptos::prelude::*;

/// The ring alone. Whose it is, is always written beside it, so it is not read out.
#[component]
pub fn Portrait(
    initials: String,
    picture: Option<String>,
    #[prop(optional)] here: bool,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    let class = match (here, large) {
        (true, true) => "initials large here",
        (false, true) => "initials large",
        (true, false) => "initials here",
        (false, false) => "initials",
    };
    view! {
        <span class=class aria-hidden="true">
            {match picture {
                Some(picture) => view! { <img src=picture alt="" loading="lazy"/> }.into_any(),
                None => initials.into_any(),
            }}
        </span>
    }
}

#[component]
pub fn Person(
    name: String,
    initials: String,
    picture: Option<String>,
    #[prop(optional)] here: bool,
    /// Organisation, address, or when they were here.
    #[prop(into)]
    note: String,
    /// Where the name leads, if anywhere.
    #[prop(optional, into)]
    href: String,
) -> impl IntoView {
    let name = match href.is_empty() {
        true => view! { <span dir="auto">{name}</span> }.into_any(),
        false => view! { <a href=href dir="auto">{name}</a> }.into_any(),
    };
    view! {
        <span class="person">
            <Portrait initials picture here/>
            <span>{name} <span class="org" dir="auto">{note}</span></span>
        </span>
    }
}
