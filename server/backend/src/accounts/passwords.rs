//! Argon2id, off the async threads, and only so many at once that a flood cannot eat the machine.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::{Failure, Unexpected};
use domain::problem::Problem;

/// Each takes 19 MiB and a core; more at once would only make all of them slower.
const AT_ONCE: usize = 2;
/// Whoever would wait longer than this is told to come back.
const LONGEST_QUEUE: std::time::Duration = std::time::Duration::from_secs(10);
const COME_BACK_S: u32 = 5;

pub struct Passwords {
    running: Arc<Semaphore>,
    /// Of a password nobody has: for an address without one, the same work is done against it.
    nobodys: String,
}

impl Passwords {
    pub fn new() -> Result<Self, Failure> {
        let nobodys = hash_now(crate::secrets::Secret::token()?.expose())?;
        Ok(Self { running: Arc::new(Semaphore::new(AT_ONCE)), nobodys })
    }

    /// What is kept of a password.
    pub async fn hash(&self, password: &str) -> Result<String, Failure> {
        let password = password.to_owned();
        self.run(move || hash_now(&password)).await?
    }

    /// Whether the password fits the hash. Without a hash none fits, after the same time.
    pub async fn fits(&self, password: &str, hash: Option<&str>) -> Result<bool, Failure> {
        let password = password.to_owned();
        let against = hash.unwrap_or(&self.nobodys).to_owned();
        let fits = self.run(move || fits_now(&password, &against)).await??;
        Ok(fits && hash.is_some())
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let turn = timeout(LONGEST_QUEUE, Arc::clone(&self.running).acquire_owned())
            .await
            .map_err(|_| Problem::TooMany { retry_s: COME_BACK_S })?
            .map_err(Unexpected::new)?;
        let work = move || {
            let done = work();
            drop(turn);
            done
        };
        Ok(spawn_blocking(work).await.map_err(Unexpected::new)?)
    }
}

/// OWASP's least memory with twice its passes: some 40 ms in a release.
fn argon2() -> Result<Argon2<'static>, Failure> {
    let params = Params::new(19_456, 4, 1, None).map_err(|error| Unexpected::new(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str) -> Result<String, Failure> {
    let hash = argon2()?.hash_password(password.as_bytes());
    Ok(hash.map_err(|error| Unexpected::new(error.to_string()))?.to_string())
}

fn fits_now(password: &str, hash: &str) -> Result<bool, Failure> {
    let hash = PasswordHash::new(hash).map_err(|error| Unexpected::new(error.to_string()))?;
    Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let passwords = Passwords::new().expect("made");
        let hash = passwords.hash("gul traktor").await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=4,p=1$"), "{hash}");
        assert!(passwords.fits("gul traktor", Some(&hash)).await.expect("checked"));
        assert!(!passwords.fits("gul tractor", Some(&hash)).await.expect("checked"));
        assert_ne!(hash, passwords.hash("gul traktor").await.expect("hashed"), "each has its own salt");
    }

    #[tokio::test]
    async fn where_there_is_no_password_the_same_work_is_done_in_vain() {
        let passwords = Passwords::new().expect("made");
        let began = std::time::Instant::now();
        assert!(!passwords.fits("gul traktor", None).await.expect("checked"));
        let without = began.elapsed();
        assert!(without.as_millis() >= 2, "{without:?} is too short for argon2");
    }

    #[tokio::test]
    async fn no_more_than_a_few_run_at_once() {
        let passwords = Passwords::new().expect("made");
        let turns = Arc::clone(&passwords.running).acquire_many_owned(2).await.expect("free");
        let waits = timeout(std::time::Duration::from_millis(50), passwords.hash("gul traktor")).await;
        assert!(waits.is_err(), "it ran although both turns were taken");
        drop(turns);
        assert!(passwords.hash("gul traktor").await.is_ok());
    }
}
