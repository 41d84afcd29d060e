//! A page that reads: one blocking resource, drawn when it is there, or the reason why it is not.

use std::future::Future;

use domain::problem::Problem;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use crate::{parts::refused::RefusedPage, refusal::Refusal, viewer::use_words};

/// Grows when something on the page was changed, so that what stands there is read again.
#[derive(Clone, Copy)]
pub struct Fresh(pub RwSignal<u32>);

/// Reads with `load` and draws with `show`. On the server the page waits for it, so that it is whole without scripts.
pub fn reading<T, Asking>(
    load: impl Fn() -> Asking + Send + Sync + 'static,
    show: impl Fn(T) -> AnyView + Send + Sync + Clone + 'static,
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    Asking: Future<Output = Result<T, Refusal>> + Send + 'static,
{
    let fresh = use_context::<Fresh>();
    let answer = Resource::new_blocking(move || fresh.map(|fresh| fresh.0.get()), move |_| load());
    let loading = use_words().shell().loading;
    view! {
        <Transition fallback=move || view! { <p class="dim" aria-busy="true">{loading}</p> }>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match answer.await {
                        Ok(value) => show(value),
                        Err(refusal) => view! { <RefusedPage refusal/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

/// The door for one who is not signed in, and back to `path` afterwards.
pub fn door_for(path: &str) -> String {
    if path == "/" { "/sign-in".to_owned() } else { format!("/sign-in?next={}", in_query(path)) }
}

/// The text as a value in an address.
pub fn in_query(text: &str) -> String {
    let mut value = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => value.push(char::from(byte)),
            _ => value.push_str(&format!("%{byte:02X}")),
        }
    }
    value
}

/// The status a page answers with when it was refused.
pub fn set_status(problem: &Problem) {
    #[cfg(feature = "ssr")]
    crate::asked::set_status(problem.status());
    #[cfg(not(feature = "ssr"))]
    let _ = problem;
}
