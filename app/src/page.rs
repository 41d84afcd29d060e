//! A page: what is read for it on the server, and how that is drawn there and in the browser.
//!
//! Pages come in groups. The code that draws the pages of a group is fetched when the first of them is opened; a group
//! that is lost harms no other.

use std::{future::Future, pin::Pin, sync::Arc};

use leptos::{prelude::AnyView, wasm_split::SplitLoaderError};
use serde::de::DeserializeOwned;

#[cfg(feature = "ssr")]
use crate::{address::Address, asked::Asked};
use crate::{parts::refused::RefusedPage, refusal::Refusal};

/// What draws the page that one is on.
pub type Drawing = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// Pages whose code is fetched together.
pub struct Group {
    pub name: &'static str,
    pub patterns: &'static [&'static str],
    pub open: fn() -> Opening,
    /// What is read for each, in the order of the patterns.
    #[cfg(feature = "ssr")]
    pub readers: &'static [Reader],
}

type Opening = Pin<Box<dyn Future<Output = Result<Drawers, GroupLost>>>>;

/// What draws each page of a group out of what was read for it, as JSON; in the order of the patterns.
pub type Drawers = &'static [fn(&str) -> AnyView];

/// A group could not be fetched.
pub struct GroupLost;

impl From<SplitLoaderError> for GroupLost {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "ssr")]
pub type Reader = fn(Asked, Address) -> Pin<Box<dyn Future<Output = Read> + Send>>;

/// A page that was read: for the browser, and to be drawn here.
#[cfg(feature = "ssr")]
pub struct Read {
    pub matter: String,
    pub refusal: Option<Refusal>,
    pub drawing: Drawing,
}

#[cfg(feature = "ssr")]
impl Read {
    pub fn new<T>(page: Result<T, Refusal>, draw: fn(Result<T, Refusal>) -> AnyView) -> Self
    where
        T: Clone + serde::Serialize + Send + Sync + 'static,
    {
        Self {
            matter: serde_json::to_string(&page).unwrap_or_default(),
            refusal: page.as_ref().err().cloned(),
            drawing: Arc::new(move || draw(page.clone())),
        }
    }
}

/// What was read, in the browser. What cannot be understood was said by another version of the server.
pub fn matter<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    serde_json::from_str(text).unwrap_or_else(|_| Err(Refusal::unavailable()))
}

/// The page, or the reason why not.
pub fn shown<T>(page: Result<T, Refusal>, show: fn(T) -> AnyView) -> AnyView {
    match page {
        Ok(page) => show(page),
        Err(refusal) => RefusedPage(refusal),
    }
}

/// Of a page for which nothing has to be read.
#[cfg(feature = "ssr")]
pub async fn nothing(_: &Asked, _: &Address) -> Result<(), Refusal> {
    Ok(())
}

/// Makes `GROUP` of pages: for each its pattern, what reads it (`async fn(&Asked, &Address) -> Result<T, Refusal>`, on
/// the server only) and what draws it (`fn(Result<T, Refusal>) -> AnyView`, part of the group's own code).
#[macro_export]
macro_rules! pages {
    ($group:ident: $($pattern:literal => $read:path, $draw:path;)+) => {
        /// The pages of this group.
        pub const GROUP: $crate::page::Group = {
            mod split {
                use super::*;

                #[::leptos::wasm_split::wasm_split($group, wasm_split_path = ::leptos::wasm_split, fallible)]
                pub fn $group() -> Result<$crate::page::Drawers, $crate::page::GroupLost> {
                    const DRAWERS: $crate::page::Drawers = &[$(|text| $draw($crate::page::matter(text))),+];
                    Ok(DRAWERS)
                }
            }

            $crate::page::Group {
                name: stringify!($group),
                patterns: &[$($pattern),+],
                open: || Box::pin(split::$group()),
                #[cfg(feature = "ssr")]
                readers: &[$(|asked, address| {
                    Box::pin(async move { $crate::page::Read::new($read(&asked, &address).await, $draw) })
                }),+],
            }
        };
    };
}
