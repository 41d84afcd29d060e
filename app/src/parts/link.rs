//! A link of a menu, which knows whether it leads to where one is.

use leptos::prelude::*;

use crate::here::use_address;

#[component]
pub fn Link(
    to: &'static str,
    /// Pages beneath it are others.
    #[prop(optional)]
    exact: bool,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let path = use_address().path;
    let beneath = || path.strip_prefix(to).is_some_and(|rest| rest.starts_with('/'));
    let is_here = path == to || (!exact && to != "/" && beneath());
    view! {
        <a href=to class=(!class.is_empty()).then_some(class) aria-current=is_here.then_some("page")>{children()}</a>
    }
}
