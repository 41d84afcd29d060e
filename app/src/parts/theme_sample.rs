//! A sample of a theme: a page in it, no larger than a stamp.

use leptos::prelude::*;

/// `device` shows both halves, because it may be either.
#[component]
pub fn ThemeSample(theme: &'static str) -> impl IntoView {
    if theme == "device" {
        return view! { <span class="theme-sample of-device" aria-hidden="true"></span> }.into_any();
    }
    view! {
        <svg class="theme-sample" data-theme=theme viewBox="0 0 72 44" aria-hidden="true">
            <line class="head-line" x1="8" x2="40" y1="11" y2="11"></line>
            <line class="text-line" x1="8" x2="62" y1="20" y2="20"></line>
            <line class="text-line" x1="8" x2="54" y1="26" y2="26"></line>
            <rect x="8" y="32" width="18" height="6"></rect>
        </svg>
    }
    .into_any()
}
