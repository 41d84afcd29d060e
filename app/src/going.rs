//! Going from page to page without loading the program anew: follows links, reads what the next page shows, draws it.

use std::sync::Arc;

use domain::forms::Notice;
use leptos::{ev, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, Headers, HtmlAnchorElement, MouseEvent, RequestInit, Response, Window};

use crate::{
    address::Address,
    document::BUILD,
    here::Here,
    page::Drawing,
    pages,
    parts::{form::Landed, lost::lost, outdated::NewVersion},
    refusal::Refusal,
};

/// Stands on the document's element while the next page is on its way.
const UNDER_WAY: &str = "data-going";

#[derive(Clone, Copy)]
pub struct Going {
    here: Here,
    landed: Landed,
    new_version: Option<NewVersion>,
    /// How often one has set out; of several journeys only the last one arrives.
    journeys: StoredValue<u32>,
}

/// How the browser's history takes it.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Forward,
    /// To an entry that is there already, and how far down one was on it.
    Back(f64),
}

impl Going {
    /// Follows the links of the page and the browser's own back and forward from now on.
    pub fn from(here: Here, landed: Landed) -> Self {
        let going = Self { here, landed, new_version: use_context(), journeys: StoredValue::new(0) };
        window_event_listener(ev::click, move |event| going.follow(&event));
        window_event_listener(ev::popstate, move |event| {
            let address = Address::parse(&current_address());
            // Within the page the browser goes by itself.
            if address.whole() != going.here.address().whole() {
                going.set_out(address, Step::Back(event.state().as_f64().unwrap_or_default()), None);
            }
        });
        going
    }

    /// Goes to another page, where something may have to be said.
    pub fn go(self, to: &str, notice: Option<Notice>) {
        self.set_out(Address::parse(to), Step::Forward, notice);
    }

    /// Reads the page anew that one is on, and draws it if one is still there.
    pub fn renew(self) {
        let Some(found) = pages::find(&self.here.address()) else { return };
        let journey = self.journeys.get_value();
        let answer = ask(&found.address, self.landed);
        spawn_local(async move {
            let (Ok(drawers), matter) = (((found.group.open)()).await, self.hear(answer).await) else { return };
            if self.is_last(journey)
                && let Some(draw) = drawers.get(found.index).copied()
            {
                self.here.draw_anew(Arc::new(move || draw(&matter)));
            }
        });
    }

    fn set_out(self, address: Address, step: Step, notice: Option<Notice>) {
        let Some(found) = pages::find(&address) else {
            let _ = window().location().assign(&address.whole());
            return;
        };
        self.journeys.update_value(|journeys| *journeys += 1);
        let journey = self.journeys.get_value();
        mark_under_way(true);
        let answer = ask(&found.address, self.landed);
        spawn_local(async move {
            let opened = ((found.group.open)()).await;
            let matter = self.hear(answer).await;
            if !self.is_last(journey) {
                return;
            }
            let drawer = opened.ok().and_then(|drawers| drawers.get(found.index).copied());
            let drawing: Drawing = match drawer {
                Some(draw) => Arc::new(move || draw(&matter)),
                None => Arc::new(lost),
            };
            mark_under_way(false);
            self.arrive(found.address, drawing, step);
            self.landed.notice.set(notice);
        });
    }

    fn arrive(self, address: Address, drawing: Drawing, step: Step) {
        let window = window();
        if step == Step::Forward {
            remember_how_far_down(&window);
            let to = format!("{}{}", address.whole(), address.place);
            let history = window.history();
            let _ = history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&to)));
        }
        self.landed.move_on();
        let place = address.place.clone();
        self.here.move_to(address, drawing);
        // In the next frame the page is drawn.
        request_animation_frame(move || match (step, document().get_element_by_id(place.trim_start_matches('#'))) {
            (Step::Back(down), _) => window.scroll_to_with_x_and_y(0.0, down),
            (Step::Forward, Some(place)) => place.scroll_into_view(),
            (Step::Forward, None) => window.scroll_to_with_x_and_y(0.0, 0.0),
        });
    }

    fn is_last(self, journey: u32) -> bool {
        self.journeys.get_value() == journey
    }

    /// What was read for the page, as JSON; notes when another build of the server answered.
    async fn hear(self, answer: Result<JsFuture, JsValue>) -> String {
        let refusal = match heard(answer).await {
            Ok((text, build)) => {
                self.answered_by(build);
                match text {
                    Some(text) => return text,
                    None => Refusal::unavailable(),
                }
            }
            Err(_) => Refusal::NoContact,
        };
        serde_json::to_string(&Err::<(), _>(refusal)).unwrap_or_default()
    }

    /// Tells when a build has answered that is not this one.
    pub fn answered_by(self, build: Option<String>) {
        if let (Some(new), Some(build)) = (self.new_version, build)
            && build != self.landed.build.get_value()
        {
            new.0.set(true);
        }
    }

    fn follow(self, event: &MouseEvent) {
        let others = event.default_prevented() || event.button() != 0;
        if others || event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some(link) = link_of(event) else { return };
        let away = link.rel().contains("external") || !link.target().is_empty() || link.has_attribute("download");
        if away || link.origin() != window().location().origin().unwrap_or_default() {
            return;
        }
        let address = Address::parse(&format!("{}{}{}", link.pathname(), link.search(), link.hash()));
        let within = !address.place.is_empty() && address.whole() == self.here.address().whole();
        if !within && pages::find(&address).is_some() {
            event.prevent_default();
            self.set_out(address, Step::Forward, None);
        }
    }
}

/// The address in the browser's address field.
pub fn current_address() -> String {
    let location = window().location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    format!("{}{}{}", part(location.pathname()), part(location.search()), part(location.hash()))
}

fn link_of(event: &Event) -> Option<HtmlAnchorElement> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("a[href]").ok()??.dyn_into().ok()
}

fn mark_under_way(under_way: bool) {
    if let Some(root) = document().document_element() {
        let _ = if under_way { root.set_attribute(UNDER_WAY, "") } else { root.remove_attribute(UNDER_WAY) };
    }
}

fn remember_how_far_down(window: &Window) {
    let down = JsValue::from_f64(window.scroll_y().unwrap_or_default());
    let _ = window.history().and_then(|history| history.replace_state(&down, ""));
}

/// Asks the server for what stands on a page.
fn ask(address: &Address, landed: Landed) -> Result<JsFuture, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    headers.set(BUILD, &landed.build.get_value())?;
    let init = RequestInit::new();
    init.set_headers(&headers);
    Ok(JsFuture::from(window().fetch_with_str_and_init(&format!("/read{}", address.whole()), &init)))
}

/// The answer, if it is one of ours, and which build gave it.
async fn heard(answer: Result<JsFuture, JsValue>) -> Result<(Option<String>, Option<String>), JsValue> {
    let response: Response = answer?.await?.dyn_into()?;
    let header = |name| response.headers().get(name).ok().flatten();
    let ours = header("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    let text = JsFuture::from(response.text()?).await?.as_string();
    Ok((text.filter(|_| ours), header(BUILD)))
}
