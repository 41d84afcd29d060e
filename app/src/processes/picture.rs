//! The timetable as a picture: months, phases, deliveries, today. The table below it says the same.

use domain::processes::{PhaseKind, PhaseState};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::viewer::use_words;

/// Where things stand, as shares of the whole length.
#[derive(Clone, Serialize, Deserialize)]
pub struct Picture {
    pub from: String,
    pub to: String,
    /// Where each month begins, and its name where there is room for it.
    pub months: Vec<(String, String)>,
    pub today: Option<String>,
    pub spans: Vec<Span>,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Span {
    pub kind: PhaseKind,
    pub state: PhaseState,
    pub from: String,
    pub to: String,
    /// So far at the end that its name is written backwards from there.
    pub at_end: bool,
    /// Whether what it has to deliver has been.
    pub delivered: Option<bool>,
}

#[cfg(feature = "ssr")]
pub fn picture(page: &backend::processes::ProcessPage, asked: &crate::asked::Asked) -> Option<Picture> {
    use domain::day::Day;

    use crate::parts::share::Share;

    let (first, last) = (page.phases.first()?.phase.from, page.phases.last()?.phase.to);
    let begin = Day::new(first.year(), first.month(), 1)?;
    let whole = u32::try_from(last.after().since(begin)).ok()?;
    let share = |day: Day| Share::of(u32::try_from(day.since(begin)).unwrap_or(0), whole);
    let months = std::iter::successors(Some(begin), |month| {
        let (year, month) = if month.month() == 12 { (month.year() + 1, 1) } else { (month.year(), month.month() + 1) };
        Day::new(year, month, 1)
    });
    let months = months.take_while(|month| *month <= last).collect::<Vec<_>>();
    // A dozen names have room.
    let step = months.len().div_ceil(12).max(1);
    let name = |(place, month): (usize, &Day)| {
        let name = backend::zones::short_month(*month, asked.call.language);
        (share(*month).to_string(), if place % step == 0 { name.to_owned() } else { String::new() })
    };
    let day = |day| backend::zones::long_day(day, page.today, asked.call.language);
    Some(Picture {
        from: day(first),
        to: day(last),
        months: months.iter().enumerate().map(name).collect(),
        today: (begin <= page.today && page.today <= last).then(|| share(page.today).to_string()),
        spans: page
            .phases
            .iter()
            .map(|row| Span {
                kind: row.phase.kind,
                state: row.state,
                from: share(row.phase.from).to_string(),
                to: share(row.phase.to.after()).to_string(),
                at_end: share(row.phase.from) > Share::of(17, 20),
                delivered: row.delivery.as_ref().map(|delivery| delivery.delivered_at.is_some()),
            })
            .collect(),
    })
}

#[component]
pub fn Score(picture: Picture) -> impl IntoView {
    let words = use_words().processes();
    let today = picture.today.clone();
    let months = picture.months.into_iter().map(|(at, name)| {
        view! {
            <line x1=at.clone() x2=at.clone() y1="8" y2="100%"></line>
            <text x=at dx="6" y="20">{name}</text>
        }
    });
    // Names stand above and below in turn: phases may be too short for theirs.
    let phases = picture
        .spans
        .iter()
        .enumerate()
        .map(|(place, span)| phase(span, if place % 2 == 0 { "66" } else { "106" }, today.clone()));
    let deliveries = picture.spans.iter().filter_map(|span| {
        let class = if span.delivered? { "made" } else { "open" };
        Some(view! { <rect class=class x=span.to.clone() y="156" width="12" height="12" transform="translate(-12 0)"></rect> })
    });
    view! {
        <figure class="score" aria-labelledby="score">
            <figcaption id="score" class="vh">{(words.picture)(&picture.from, &picture.to)}</figcaption>
            <div class="score-picture" aria-hidden="true">
                <ul class="lanes"><li></li><li>{words.phases}</li><li>{words.deliveries}</li></ul>
                <svg class="staves">
                    <g class="months">
                        <line x1="0" x2="100%" y1="36.5" y2="36.5"></line>
                        <line x1="0" x2="100%" y1="132.5" y2="132.5"></line>
                        {months.collect_view()}
                    </g>
                    {today.clone().map(|at| view! {
                        <g class="today">
                            <line x1=at.clone() x2=at.clone() y1="36" y2="100%"></line>
                            <text x=at dx="6" y="50">{words.today}</text>
                        </g>
                    })}
                    <g class="phases">{phases.collect_view()}</g>
                    <g class="deliveries">{deliveries.collect_view()}</g>
                </svg>
            </div>
        </figure>
    }
}

/// Solid as far as it has come, dashed for what is left, dotted where it has not begun.
fn phase(span: &Span, y: &'static str, today: Option<String>) -> AnyView {
    let name = (use_words().timetable().phase)(span.kind);
    let now = span.state == PhaseState::Running;
    let class = match span.state {
        PhaseState::Done => "done",
        PhaseState::Running => "running",
        PhaseState::Coming => "coming",
    };
    let (from, to) = (span.from.clone(), span.to.clone());
    let name_at = if span.at_end { to.clone() } else { from.clone() };
    let reached = today.filter(|_| now);
    view! {
        <text class:on=now class:end=span.at_end x=name_at y=y>{name}</text>
        <line class=class x1=from x2=reached.clone().unwrap_or_else(|| to.clone()) y1="84" y2="84"></line>
        {reached.map(|reached| view! { <line class="left" x1=reached x2=to y1="84" y2="84"></line> })}
    }
    .into_any()
}
