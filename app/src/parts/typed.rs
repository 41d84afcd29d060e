//! Carries what was typed into a page's forms through a reload. Passwords, codes and files are left out.

use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Storage};

const KEY: &str = "radslag-typed:";

/// Notes every field of the page in the browser tab's own storage, then loads the page anew.
pub fn keep_and_reload() {
    if let Some(storage) = storage() {
        let typed = fields().into_iter().filter_map(|(id, field)| Some((id, read(&field)?))).collect::<Vec<_>>();
        if let Ok(text) = serde_json::to_string(&typed) {
            let _ = storage.set_item(&key(), &text);
        }
    }
    let _ = window().location().reload();
}

/// Puts back what was noted before the reload, once.
pub fn bring_back() {
    let Some(storage) = storage() else { return };
    let key = key();
    let Some(text) = storage.get_item(&key).ok().flatten() else { return };
    let _ = storage.remove_item(&key);
    let typed: Vec<(String, String)> = serde_json::from_str(&text).unwrap_or_default();
    for (id, field) in fields() {
        if let Some((_, value)) = typed.iter().find(|(noted, _)| *noted == id) {
            write(&field, value);
        }
    }
}

fn key() -> String {
    format!("{KEY}{}", window().location().pathname().unwrap_or_default())
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The fields that have an id, with it.
fn fields() -> Vec<(String, Element)> {
    let Ok(list) = document().query_selector_all("form :is(input, select, textarea)[id]") else { return Vec::new() };
    (0..list.length())
        .filter_map(|at| list.get(at)?.dyn_into::<Element>().ok())
        .map(|element| (element.id(), element))
        .collect()
}

fn read(field: &Element) -> Option<String> {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        return match input.type_().as_str() {
            "password" | "file" | "hidden" => None,
            _ if input.autocomplete() == "one-time-code" => None,
            "checkbox" | "radio" => Some(input.checked().to_string()),
            _ => Some(input.value()),
        };
    }
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)
}

fn write(field: &Element, value: &str) {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        match input.type_().as_str() {
            "checkbox" | "radio" => input.set_checked(value == "true"),
            _ => input.set_value(value),
        }
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    }
}
