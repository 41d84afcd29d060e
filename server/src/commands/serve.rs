//! `radslag serve`: brings the database up to date, serves, and ends in good order when told to.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use axum::serve;
use backend::{Backend, housekeeping, jobs::Worker};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

use super::{Told, say};
use crate::{assets::Assets, configuration::Configuration, router::router, state::Server};

/// How long work that is under way may take to its end when the server is told to stop.
const GRACE: Duration = Duration::from_secs(10);

pub async fn run(configuration: &Configuration) -> Result<ExitCode, Told> {
    let assets = Assets::open(configuration.site.as_deref())?;
    let bundle = serde_json::from_slice(&assets.names()?)?;
    let listener = TcpListener::bind(configuration.listen).await?;
    let address = listener.local_addr()?;
    let backend = Backend::open(configuration.settings(address)).await?;
    migrations::up(backend.store.schema()).await?;
    tokio::spawn(keep_housekeeping(backend.clone()));
    let worker = Worker::start(backend.clone());
    if let Some(link) = backend::accounts::ensure_set_up_link(&backend).await? {
        // To the terminal and not to the log: whoever has the link becomes the administrator.
        say(format_args!("nobody has an account yet; open this link to become the first administrator:\n{link}"));
    }
    let server = Server::new(backend.clone(), bundle, configuration.url.as_deref(), configuration.proxies);
    say(format_args!("listening on http://{address}"));
    tracing::info!(%address, database = ?backend.store.kind(), "serving");
    let service = router(server, assets).into_make_service_with_connect_info::<SocketAddr>();
    let serving = serve(listener, service).with_graceful_shutdown(told_to_stop()?);
    serving.await?;
    worker.stop(GRACE).await;
    backend.store.close().await?;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// Each round puts the next one into the queue; this mends the chain when a round was cancelled or given up.
async fn keep_housekeeping(backend: Arc<Backend>) {
    loop {
        if let Err(failure) = housekeeping::schedule(&backend).await {
            tracing::error!(error = %failure, "the next round of housekeeping is not in the queue");
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

/// Comes back on SIGTERM and on Ctrl-C. Whoever holds a connection open longer than the grace is let go.
fn told_to_stop() -> Result<impl Future<Output = ()>, Told> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("told to stop");
        tokio::spawn(async {
            tokio::time::sleep(GRACE + GRACE).await;
            tracing::warn!("somebody holds on; stopping anyway");
            std::process::exit(0);
        });
    })
}
