//! What every service hangs on: the store, the clock, the zone and the settings of one running server.

use std::sync::Arc;

use crate::{
    Failure, Settings, Unexpected,
    accounts::{Keys, Passwords},
    clock::Clock,
    mail::Post,
    store::Store,
    zones::Zone,
};

pub struct Backend {
    pub store: Store,
    pub clock: Clock,
    pub zone: Zone,
    pub settings: Settings,
    /// Without one, mails stay in the outbox.
    pub post: Option<Post>,
    pub keys: Keys,
    pub passwords: Passwords,
}

impl Backend {
    /// Opens the database; its tables are brought up to date by the crate `migrations`, not here.
    pub async fn open(settings: Settings) -> Result<Arc<Self>, Failure> {
        let zone = Zone::named(&settings.zone)?;
        std::fs::create_dir_all(&settings.data_folder).map_err(Unexpected::during("making the data folder"))?;
        let store = Store::open(&settings).await?;
        let post = settings.smtp.as_ref().map(Post::new).transpose()?;
        let keys = Keys::in_folder(&settings.data_folder)?;
        let passwords = Passwords::new()?;
        Ok(Arc::new(Self { store, clock: Clock::default(), zone, settings, post, keys, passwords }))
    }
}
