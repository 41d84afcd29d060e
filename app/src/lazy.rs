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

/// Whether one has gone to another page since this one was loaded.
static HAS_MOVED_ON: AtomicBool = AtomicBool::new(false);

/// One has gone to another page: from now on pages are drawn here, and need not be the same as what the server drew.
pub fn move_on() {
    HAS_MOVED_ON.store(true, Ordering::Relaxed);
}

/// What is shown in the page's place when its group could not be fetched.
pub async fn lost() -> AnyView {
    stay_as_drawn().await;
    view! { <Lost/> }.into_any()
}

/// Never comes back on a page that the server drew and whose group could not be fetched: it stays as it is, works
/// without scripts, and says so. Waking it with anything else in its place would end all scripts.
pub async fn stay_as_drawn() {
    #[cfg(feature = "hydrate")]
    if !HAS_MOVED_ON.load(Ordering::Relaxed) {
        crate::parts::lost::tell_above();
        std::future::pending::<()>().await;
    }
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
                    match split::$view().await {
                        Ok(view) => view,
                        Err($crate::lazy::ChunkLost) => $crate::lazy::lost().await,
                    }
                }

                #[cfg(target_family = "wasm")]
                async fn preload() {
                    if split::preload().await.is_err() {
                        $crate::lazy::stay_as_drawn().await;
                    }
                }
            }
        };
    };
}
