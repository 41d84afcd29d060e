//! A banner: what everybody on the page should know now, between two rules and never over the text.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// News.
    Plain,
    /// Needs somebody.
    Wait,
    /// Went wrong.
    Cut,
}

#[component]
pub fn Banner(
    tone: Tone,
    /// The news itself.
    #[prop(into)]
    news: String,
    /// What it means, and what to do.
    #[prop(into)]
    text: String,
    /// A button or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = match tone {
        Tone::Plain => "banner",
        Tone::Wait => "banner banner-wait",
        Tone::Cut => "banner banner-cut",
    };
    view! {
        <div class=class>
            <p><strong>{news}</strong> " " {text}</p>
            {children.map(|children| children())}
        </div>
    }
}
