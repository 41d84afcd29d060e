//! Who is calling: the session's cookie, the address it comes from, the language it asks for.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use app::asked::problem_of;
use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::accounts::{Brought, Call};

use crate::{cookies, pages::language_of, state::Server};

pub async fn call_of(server: &Server, headers: &HeaderMap, extensions: &Extensions) -> Result<Arc<Call>, Response> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let address = address_of(peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)), headers, server.proxies);
    let brought = Brought {
        session: cookies::read(headers, cookies::SESSION),
        attempt: cookies::read(headers, cookies::ATTEMPT),
        address,
        language: language_of(headers),
        user_agent: headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default(),
    };
    match backend::accounts::call_of(&server.backend, brought).await {
        Ok(call) => Ok(Arc::new(call)),
        Err(failure) => {
            let problem = problem_of(failure);
            Err((StatusCode::SERVICE_UNAVAILABLE, problem.to_string()).into_response())
        }
    }
}

/// The address of whoever calls. What a client wrote into the header itself stands before what our proxies added.
fn address_of(peer: IpAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    if proxies == 0 {
        return peer;
    }
    let hops: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter_map(|hop| hop.trim().parse().ok())
        .collect();
    hops.len().checked_sub(proxies).and_then(|at| hops.get(at)).copied().unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_what_our_own_proxies_added_is_believed() {
        let peer = IpAddr::from([127, 0, 0, 1]);
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_static("6.6.6.6, 203.0.113.7"));
        assert_eq!(address_of(peer, &headers, 0), peer);
        assert_eq!(address_of(peer, &headers, 1), IpAddr::from([203, 0, 113, 7]));
        assert_eq!(address_of(peer, &HeaderMap::new(), 1), peer);
    }
}
