//! A dialog: a sheet of paper that asks one thing. The browser opens and closes it; no script is needed.

use leptos::prelude::*;

/// A button that opens the dialog of this id.
#[component]
pub fn Opens(dialog: &'static str, label: &'static str) -> impl IntoView {
    view! { <button class="btn" type="button" command="show-modal" commandfor=dialog>{label}</button> }
}

/// `deed` closes the dialog with the value "deed"; `leave` closes it and changes nothing.
#[component]
pub fn Dialog(
    id: &'static str,
    title: &'static str,
    deed: &'static str,
    leave: &'static str,
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-title");
    view! {
        <dialog id=id class="dialog" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{title}</h2>
            {children()}
            <form method="dialog" class="btn-row">
                <button class="btn" value="deed">{deed}</button>
                <button class="btn btn-text">{leave}</button>
            </form>
        </dialog>
    }
}
