//! What stands in a page's place when its code could not be fetched.

use leptos::prelude::*;

use crate::{
    parts::{broken::Broken, layout::Page},
    viewer::use_words,
};

/// A page in the place of the one that was gone to.
pub fn lost() -> AnyView {
    let words = use_words().shell();
    view! {
        <Page>
            <div role="alert" id="lost">
                <Broken title=words.lost_title.to_owned() text=words.lost_text.to_owned()>
                    // An empty address is the page itself; `external` makes the browser fetch it anew.
                    <a class="btn btn-main" href="" rel="external">{words.try_again}</a>
                </Broken>
            </div>
        </Page>
    }
    .into_any()
}

/// Says so above a page that the server drew and that cannot be woken; all that needs no scripts works on it.
pub fn tell_above() {
    use domain::language::Language;
    use words::Words;

    let page = document();
    if page.get_element_by_id("lost").is_some() {
        return;
    }
    let language = page.document_element().and_then(|root| root.get_attribute("lang"));
    let words = Words::in_language(language.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default()).shell();
    let made = |name, text: Option<&str>, class| {
        let element = page.create_element(name).ok()?;
        element.set_text_content(text);
        element.set_class_name(class);
        Some(element)
    };
    let parts = (
        made("div", None, "banner banner-wait"),
        made("p", Some(words.lost_above), ""),
        made("a", Some(words.try_again), "btn"),
        page.body(),
    );
    if let (Some(banner), Some(said), Some(again), Some(body)) = parts {
        let _ = banner.set_attribute("role", "alert");
        banner.set_id("lost");
        let _ = again.set_attribute("href", "");
        let _ = banner.append_with_node_2(&said, &again);
        let _ = body.prepend_with_node_1(&banner);
    }
}
