//! The browser bundle: kept for ever under names that change with the content, compressed, and nothing else.

use std::io::Read as _;

use support::{browser::Call, ground::Ground, on_both_databases};

on_both_databases!(what_a_page_loads_is_there, assets_are_compressed, nothing_else_is_served);

/// Everything that the sign-in page loads from this server.
async fn loaded(ground: &Ground) -> Vec<String> {
    let browser = ground.browser();
    let page = browser.open("/sign-in").await.expect(200);
    let mut addresses = Vec::new();
    for (css, attribute) in [("link[href^=\"/\"]", "href"), ("script[src^=\"/\"]", "src"), ("img[src^=\"/\"]", "src")] {
        addresses.extend(page.all(css).into_iter().filter_map(|element| element.attr(attribute)).map(str::to_owned));
    }
    addresses.sort();
    addresses.dedup();
    addresses
}

async fn what_a_page_loads_is_there(ground: &mut Ground) {
    let addresses = loaded(ground).await;
    for kind in [".css", ".js", ".wasm"] {
        assert!(addresses.iter().any(|address| address.ends_with(kind)), "no {kind} among {addresses:?}");
    }
    for address in addresses {
        let answer = ground.browser().send(Call::get(&address)).await;
        assert_eq!(answer.status, 200, "{address}");
        let immutable = answer.header("cache-control").contains("immutable");
        assert_eq!(immutable, address.starts_with("/pkg/"), "{address}: {}", answer.header("cache-control"));
    }
}

async fn assets_are_compressed(ground: &mut Ground) {
    for address in
        loaded(ground).await.into_iter().filter(|address| address.ends_with(".css") || address.ends_with(".wasm"))
    {
        let plain = ground.browser().send(Call::get(&address)).await;
        assert_eq!(plain.header("content-encoding"), "");
        assert_eq!(plain.header("vary"), "accept-encoding", "{address}");
        let small = ground.browser().send(Call::get(&address).with("accept-encoding", "gzip, br")).await;
        assert_eq!(small.header("content-encoding"), "br", "{address}");
        assert_eq!(small.header("content-type"), plain.header("content-type"));
        let mut read = Vec::new();
        brotli::Decompressor::new(small.body.as_slice(), 4096).read_to_end(&mut read).expect("brotli");
        assert!(read == plain.body, "{address} is another file when it is compressed");
    }
}

async fn nothing_else_is_served(ground: &mut Ground) {
    for path in [
        "/pkg/../site.json",
        "/pkg/..%2fsite.json",
        "/pkg/%2e%2e/radslag.sqlite",
        "/site.json",
        "/radslag.sqlite",
        "/pkg/",
        "/pkg",
        "/.git/config",
        "/files/../../etc/passwd",
    ] {
        let answer = ground.browser().send(Call::get(path)).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}
