//! The frame round every page, and which address leads to which page.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    Lazy, SsrMode,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    hooks::use_location,
    path,
};
use words::Words;

use crate::{
    accounts::{
        doors::{Code, Password, Second, SignIn},
        links::{Forgotten, Invitation, NewPassword, SetUp},
        people::{People, Person},
        settings::{Security, Sessions, Settings},
    },
    administration::{Jobs, Letter, Outbox, Overview, Record},
    design::Design,
    lazy,
    page::Fresh,
    parts::{
        announcer::{Announcer, provide_voice},
        form::Landed,
        missing::Missing,
        outdated::{Outdated, provide_new_version},
    },
    start::Start,
    viewer::{Landing, Viewer, use_words},
};

/// Every page is whole in the first answer: its one blocking resource is awaited.
const WHOLE: SsrMode = SsrMode::PartiallyBlocked;

#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let landing = SharedValue::new(|| use_context::<Landing>().unwrap_or_default()).into_inner();
    provide_context(Words::in_language(landing.viewer.language));
    provide_context(StoredValue::<Viewer>::new(landing.viewer.clone()));
    provide_context(Fresh(RwSignal::new(0)));
    provide_context(Landed::new(landing));
    provide_voice();
    provide_new_version();
    view! {
        <Router>
            <Frame/>
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let landed = expect_context::<Landed>();
    let pathname = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = pathname.get();
        if before.is_some_and(|before| before != now) {
            landed.move_on();
            lazy::move_on();
        }
        now
    });
    view! {
        <a class="skip" href="#main" rel="external">{use_words().shell().skip_to_content}</a>
        <Announcer/>
        <Outdated/>
        <Routes fallback=|| view! { <Missing/> }>
            <Route path=path!("/") view={Lazy::<Start>::new()} ssr=WHOLE/>
            <ParentRoute path=path!("/sign-in") view=Outlet>
                <Route path=path!("") view={Lazy::<SignIn>::new()} ssr=WHOLE/>
                <Route path=path!("code") view={Lazy::<Code>::new()} ssr=WHOLE/>
                <Route path=path!("password") view={Lazy::<Password>::new()} ssr=WHOLE/>
                <Route path=path!("second") view={Lazy::<Second>::new()} ssr=WHOLE/>
            </ParentRoute>
            <Route path=path!("/password/forgot") view={Lazy::<Forgotten>::new()} ssr=WHOLE/>
            <Route path=path!("/password/new/:token") view={Lazy::<NewPassword>::new()} ssr=WHOLE/>
            <Route path=path!("/set-up/:token") view={Lazy::<SetUp>::new()} ssr=WHOLE/>
            <Route path=path!("/invitations/:token") view={Lazy::<Invitation>::new()} ssr=WHOLE/>
            <ParentRoute path=path!("/settings") view=Outlet>
                <Route path=path!("") view={Lazy::<Settings>::new()} ssr=WHOLE/>
                <Route path=path!("security") view={Lazy::<Security>::new()} ssr=WHOLE/>
                <Route path=path!("sessions") view={Lazy::<Sessions>::new()} ssr=WHOLE/>
            </ParentRoute>
            <ParentRoute path=path!("/people") view=Outlet>
                <Route path=path!("") view={Lazy::<People>::new()} ssr=WHOLE/>
                <Route path=path!(":id") view={Lazy::<Person>::new()} ssr=WHOLE/>
            </ParentRoute>
            <ParentRoute path=path!("/administration") view=Outlet>
                <Route path=path!("") view={Lazy::<Overview>::new()} ssr=WHOLE/>
                <Route path=path!("outbox") view={Lazy::<Outbox>::new()} ssr=WHOLE/>
                <Route path=path!("outbox/:id") view={Lazy::<Letter>::new()} ssr=WHOLE/>
                <Route path=path!("jobs") view={Lazy::<Jobs>::new()} ssr=WHOLE/>
                <Route path=path!("record") view={Lazy::<Record>::new()} ssr=WHOLE/>
            </ParentRoute>
            <Route path=path!("/design") view={Lazy::<Design>::new()} ssr=WHOLE/>
        </Routes>
    }
}
