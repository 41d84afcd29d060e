//! Where log lines go and in which form: standard error, as text or as one JSON object a line.

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::configuration::Configuration;

pub fn begin(configuration: &Configuration) {
    let filter = EnvFilter::try_new(&configuration.log).unwrap_or_else(|_| EnvFilter::new("info"));
    // sqlx logs statements, and with them what people wrote: never above its warnings.
    let filter = ["sqlx=warn", "sea_orm=warn", "lettre=warn"]
        .into_iter()
        .filter_map(|quiet| quiet.parse().ok())
        .fold(filter, EnvFilter::add_directive);
    let registry = tracing_subscriber::registry().with(filter);
    if configuration.log_as_json {
        registry.with(fmt::layer().json().flatten_event(true).with_writer(std::io::stderr)).init();
    } else {
        registry.with(fmt::layer().with_writer(std::io::stderr)).init();
    }
}
