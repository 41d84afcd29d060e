//! Samples of pictures: bars, heat and a stack, each with its numbers in writing.

use leptos::prelude::*;

use crate::{
    parts::{
        bars::{Bar, Bars},
        heat::Heat,
        section::Section,
        share::Share,
        stack::Stack,
    },
    viewer::use_words,
};

#[component]
pub fn Pictures() -> impl IntoView {
    let words = use_words().design();
    // Marks go from 1 to 4: where a mark lies on that scale, in hundredths of the way.
    let lengths = [(236, 211, false), (245, 229, false), (183, 174, true)];
    let bars =
        words.efforts.into_iter().zip(words.marks).zip(lengths).map(|((name, value), (length, before, soft))| Bar {
            name,
            value: value.to_owned(),
            length: Share::of(length, 300),
            before: Some(Share::of(before, 300)),
            soft,
        });
    let steps = |from: usize| (0..5).map(|step| (words.heat_marks[(from + step) % 5], (from + step) % 5)).collect();
    let rows = words.efforts.into_iter().zip([0, 3, 1]).map(|(name, from)| (name, steps(from))).collect();
    let [blocks, objects, bears, supports, fully] = words.consent_parts;
    view! {
        <Section title=words.pictures aside=words.pictures_note>
            <div class="flow">
                <Bars caption=words.pictures bars=bars.collect() limit=Share::of(220, 300)/>
                <Heat caption=words.criteria[0] heads=words.criteria.to_vec() rows/>
                <p>{words.consent}</p>
                <Stack
                    caption=words.consent parts=[(blocks, 2), (objects, 3), (bears, 9), (supports, 15), (fully, 9)]
                    show_table=words.show_table heads=[words.answer, words.count]
                />
            </div>
        </Section>
    }
}
