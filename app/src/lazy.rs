//! Pages whose code is fetched when they are first opened, in groups; a group that is lost says so and harms no other.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::{prelude::*, wasm_split::SplitLoaderError};

use crate::parts::lost::Lost;

/// A group of pages could not be fetched.
pub struct ChunkLost;

impl From<SplitLoaderError> for ChunkLost {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Whether any page has been drawn since this one was loaded.
static HAS_DRAWN: AtomicBool = AtomicBool::new(false);

/// Whether this is the first page that is drawn, which must be the same as what the server drew; it is asked once by
/// each page.
pub fn draws_first() -> bool {
    !HAS_DRAWN.swap(true, Ordering::Relaxed)
}

/// What is shown when a group could not be fetched: in the page's place after going to it. A page that the server drew
/// stays as it is, works without scripts, and says so.
pub async fn lost(was_first: bool) -> AnyView {
    #[cfg(feature = "hydrate")]
    if was_first {
        crate::parts::lost::tell_above();
        std::future::pending::<()>().await;
    }
    let _ = was_first;
    view! { <Lost/> }.into_any()
}

/// Lets the page's head name the files of its group, so that they are fetched beside the main part and not after it.
///
/// leptos' own `prefetch_lazy_fn_on_server` looks for their names on whichever thread puts the answer together, and at
/// times does not find them.
#[cfg(feature = "ssr")]
pub fn preload(group: &str) {
    let Some(manifest) = use_context::<leptos::WasmSplitManifest>() else { return };
    let (folder, groups, _) = &*manifest.0.read_value();
    for file in groups.get(group).into_iter().flatten() {
        let href = format!("{folder}/{file}.wasm");
        // Drawing it is what puts it into the head.
        let _ = view! { <leptos_meta::Link rel="preload" href as_="fetch" type_="application/wasm" crossorigin="anonymous"/> }.to_html();
    }
}

/// Makes `$Page` a lazy route: `lazy_page!(group, Page, view_fn)`, where `view_fn() -> AnyView` ends up in the chunk of
/// that group. leptos' own `#[lazy_route]` panics when a chunk is lost, and no page works after that.
#[macro_export]
macro_rules! lazy_page {
    ($group:ident, $(#[$doc:meta])* $Page:ident, $view:ident) => {
        $(#[$doc])*
        pub struct $Page;

        const _: () = {
            mod split {
                #[::leptos::wasm_split::wasm_split(
                    $group,
                    wasm_split_path = ::leptos::wasm_split,
                    preload(#[doc(hidden)] preload),
                    fallible
                )]
                pub(super) fn $view() -> Result<::leptos::prelude::AnyView, $crate::lazy::ChunkLost> {
                    Ok(super::$view())
                }
            }

            impl ::leptos_router::LazyRoute for $Page {
                fn data() -> Self {
                    Self
                }

                async fn view(_: Self) -> ::leptos::prelude::AnyView {
                    #[cfg(feature = "ssr")]
                    $crate::lazy::preload(stringify!($group));
                    let is_first = $crate::lazy::draws_first();
                    match split::$view().await {
                        Ok(view) => view,
                        Err($crate::lazy::ChunkLost) => $crate::lazy::lost(is_first).await,
                    }
                }

                #[cfg(target_family = "wasm")]
                async fn preload() {
                    let _ = split::preload().await;
                }
            }
        };
    };
}
