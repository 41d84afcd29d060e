//! Samples of what one presses and fills in.

use domain::{forms::FormName, language::Theme};
use leptos::prelude::*;

use crate::{
    parts::{
        form::{Choice, Choices, Form, Submit},
        scale::Scale,
        section::Section,
        tabs::Tabs,
        tag::Tag,
        textarea::Textarea,
    },
    viewer::{use_viewer, use_words},
};

#[component]
pub fn Buttons() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.buttons aside=words.buttons_note>
            <p class="btn-row">
                <button type="button" class="btn btn-main">{words.button_main}</button>
                <button type="button" class="btn">{words.button}</button>
                <button type="button" class="btn btn-grave">{words.button_grave}</button>
                <button type="button" class="btn btn-text">{words.button_text}</button>
                <button type="button" class="btn" disabled>{words.button_closed}</button>
            </p>
        </Section>
    }
}

#[component]
pub fn Fields() -> impl IntoView {
    let words = use_words().design();
    view! {
        <Section title=words.fields aside=words.fields_note>
            <div class="flow">
                <div class="errors">
                    <h3>{words.errors}</h3>
                    <p><a href="#sample-date" rel="external">{words.field_date_error}</a></p>
                </div>
                <div class="pair">
                    <div class="field">
                        <label for="sample-name">{words.field_name}</label>
                        <span class="hint" id="sample-name-hint">{words.field_name_hint}</span>
                        <input id="sample-name" aria-describedby="sample-name-hint" value=words.field_name_value/>
                    </div>
                    <div class="field">
                        <label for="sample-date">{words.field_date}</label>
                        <p class="error" id="sample-date-error">{words.field_date_error}</p>
                        <input id="sample-date" aria-invalid="true" aria-describedby="sample-date-error" value="2027-01-15"/>
                    </div>
                    <div class="field">
                        <label for="sample-reason">{words.field_reason}</label>
                        <Textarea
                            id="sample-reason".to_owned() name="sample-reason" value=words.field_reason_value.to_owned()
                            rows=3 described_by=String::new()
                        />
                    </div>
                    <div class="field">
                        <label for="sample-region">{words.field_region}</label>
                        <select id="sample-region">
                            {words.regions.map(|region| view! { <option>{region}</option> }).collect_view()}
                        </select>
                    </div>
                    <div class="field">
                        <label for="sample-code">{words.field_code}</label>
                        <input id="sample-code" class="code" inputmode="numeric" autocomplete="off" value="482 913"/>
                    </div>
                    <div class="field">
                        <label for="sample-file">{words.field_file}</label>
                        <input id="sample-file" type="file" accept="image/png"/>
                    </div>
                </div>
            </div>
        </Section>
    }
}

/// The choice is a real one: it changes the theme of whoever makes it.
#[component]
pub fn ChoicesAndScale() -> impl IntoView {
    let words = use_words();
    let choice = |theme: Theme| Choice {
        value: theme.name(),
        label: (words.shell().theme)(theme),
        theme: Some(theme.name()),
        ..Choice::default()
    };
    let choices = Theme::ALL.map(choice).to_vec();
    let words = words.design();
    view! {
        <Section title=words.choices>
            <div class="pair">
                <Form name=FormName::ChangeTheme>
                    <Choices name="theme" legend=words.choose_theme choices value=use_viewer().theme.name().to_owned()/>
                    <p class="btn-row"><Submit label=words.choose_theme class="btn"/></p>
                </Form>
                <Scale name="sample-scale" legend=words.scale steps=words.scale_steps.to_vec() chosen=3/>
            </div>
        </Section>
    }
}

#[component]
pub fn TabsAndTags() -> impl IntoView {
    let words = use_words().design();
    let pages = ["/design#original", "/design", "/design#final"];
    let pages = pages.into_iter().zip(words.tab_names).collect();
    view! {
        <Section title=words.tabs>
            <div class="flow">
                <Tabs label=words.tabs pages/>
                <p>{words.tags} {words.tag_samples.map(|text| view! { " " <Tag text/> }).collect_view()}</p>
            </div>
        </Section>
    }
}
