//! A section: an ink rule, its name at the side, its matter beside it.

use leptos::prelude::*;

#[component]
pub fn Section(
    title: &'static str,
    /// A few words below the name; none when empty.
    #[prop(optional, into)]
    aside: String,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <div class="side">
                <h2>{title}</h2>
                {(!aside.is_empty()).then(|| view! { <p>{aside}</p> })}
            </div>
            <div class="matter">{children()}</div>
        </section>
    }
}
