//! Every page there is, and which address leads to which.

use std::future::ready;

use leptos::prelude::*;

use crate::{
    accounts,
    address::Address,
    administration, design,
    page::{Drawers, Group, matter},
    parts::{layout::Page, refused::RefusedPage},
    processes,
    refusal::Refusal,
    start,
};

const GROUPS: [&Group; 7] = [
    &start::GROUP,
    &processes::GROUP,
    &accounts::doors::GROUP,
    &accounts::settings::GROUP,
    &accounts::people::GROUP,
    &administration::GROUP,
    &design::GROUP,
];

/// For addresses that lead nowhere. Its code comes with every page.
const MISSING: &Group = &Group {
    name: "missing",
    patterns: &[""],
    open: || {
        const DRAWERS: Drawers = &[|text| missing(matter(text))];
        Box::pin(ready(Ok(DRAWERS)))
    },
    #[cfg(feature = "ssr")]
    readers: &[|_, _| {
        use domain::problem::{Problem, What};
        Box::pin(ready(crate::page::Read::new(Err(Problem::not_found(What::Page).into()), missing)))
    }],
};

/// A page that was found.
pub struct Found {
    pub group: &'static Group,
    /// Which of the group's pages.
    pub index: usize,
    pub address: Address,
}

impl Found {
    #[cfg(feature = "ssr")]
    pub async fn read(&self, asked: crate::asked::Asked) -> crate::page::Read {
        (self.group.readers[self.index])(asked, self.address.clone()).await
    }
}

/// The page at an address.
pub fn find(address: &Address) -> Option<Found> {
    GROUPS.into_iter().find_map(|group| {
        let mut pages = group.patterns.iter().enumerate();
        pages.find_map(|(index, pattern)| Some(Found { group, index, address: address.on(pattern)? }))
    })
}

/// The page that is shown at an address where there is none.
pub fn missing_at(address: Address) -> Found {
    Found { group: MISSING, index: 0, address }
}

/// The patterns of all pages.
pub fn patterns() -> impl Iterator<Item = &'static str> {
    GROUPS.into_iter().flat_map(|group| group.patterns).copied()
}

fn missing(page: Result<(), Refusal>) -> AnyView {
    view! { <Page>{page.err().map(RefusedPage)}</Page> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_found_by_its_own_address_and_by_no_other() {
        for pattern in patterns() {
            let found = find(&Address::parse(&pattern.replace(['{', '}'], ""))).expect(pattern);
            assert_eq!(found.group.patterns[found.index], pattern);
        }
        assert!(find(&Address::parse("/nowhere")).is_none());
        assert!(find(&Address::parse("/people/")).is_none());
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn each_page_has_somebody_who_reads_it() {
        for group in GROUPS.into_iter().chain([MISSING]) {
            assert_eq!(group.patterns.len(), group.readers.len(), "{}", group.name);
        }
    }
}
