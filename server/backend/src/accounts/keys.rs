//! The key file in the data folder: it seals what has to be read again, and makes hashes of addresses useless elsewhere.

use std::{fs, io::Write, path::Path};

use chacha20poly1305::{
    ChaCha20Poly1305, KeyInit, Nonce,
    aead::{Aead, Payload},
};

use crate::{
    Failure, Unexpected,
    secrets::{hash, random_bytes},
};

const FILE: &str = "key";
const NONCE: usize = 12;

/// It lies beside the database and not in it: whoever has only the database has no key of an authenticator app.
///
/// Several servers on one PostgreSQL need the same file.
pub struct Keys {
    sealing: ChaCha20Poly1305,
    hashing: [u8; 32],
}

impl Keys {
    /// Reads the key file, or makes it at the first start.
    pub fn in_folder(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(FILE);
        if !path.exists() {
            make(folder, &path).map_err(Unexpected::during("making the key file"))?;
        }
        let bytes = fs::read(&path).map_err(Unexpected::during("reading the key file"))?;
        let key = <[u8; 32]>::try_from(bytes.as_slice())
            .map_err(|_| Unexpected::new(format!("{} does not hold 32 bytes", path.display())))?;
        Ok(Self {
            sealing: ChaCha20Poly1305::new(&hash(&[b"sealing", &key]).into()),
            hashing: hash(&[b"hashing", &key]),
        })
    }

    /// Only who names the same `purpose` (what it is, and whose) can open it again.
    pub fn seal(&self, purpose: &[u8], clear: &[u8]) -> Result<Vec<u8>, Failure> {
        let nonce: [u8; NONCE] = random_bytes()?;
        let sealed = self
            .sealing
            .encrypt(&Nonce::from(nonce), Payload { msg: clear, aad: purpose })
            .map_err(|_| Unexpected::new("a secret could not be sealed"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    pub fn open(&self, purpose: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Failure> {
        let not_ours =
            || Unexpected::new("a secret could not be opened: the key file is another, or the row is damaged");
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or_else(not_ours)?;
        let clear = self.sealing.decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: purpose });
        Ok(clear.map_err(|_| not_ours())?)
    }

    /// A hash that only this server can make: there are few enough addresses to try them all.
    pub fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        hash(&[self.hashing.as_slice(), &hash(parts)])
    }
}

/// Written whole under another name first: of two servers that start at once, the second finds the key of the first.
fn make(folder: &Path, path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let key = random_bytes::<32>().map_err(std::io::Error::other)?;
    let unfinished = folder.join(format!("{FILE}-{}", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    file.write_all(&key)?;
    file.sync_all()?;
    let linked = fs::hard_link(&unfinished, path);
    fs::remove_file(&unfinished)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn what_is_sealed_opens_for_the_same_purpose_only() {
        let test = testing::sqlite().await;
        let keys = &test.backend.keys;
        let sealed = keys.seal(b"totp 1", b"secret").expect("sealed");
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_eq!(keys.open(b"totp 1", &sealed).expect("opened"), b"secret");
        assert!(keys.open(b"totp 2", &sealed).is_err(), "another person's row");
        assert!(keys.open(b"totp 1", &sealed[1..]).is_err());
        assert_ne!(sealed, keys.seal(b"totp 1", b"secret").expect("sealed"), "twice the same looks different");
    }

    #[tokio::test]
    async fn the_key_is_the_same_after_a_restart_and_nobody_elses_to_read() {
        let test = testing::sqlite().await;
        let folder = &test.backend.settings.data_folder;
        let sealed = test.backend.keys.seal(b"x", b"secret").expect("sealed");
        assert_eq!(Keys::in_folder(folder).expect("again").open(b"x", &sealed).expect("opened"), b"secret");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.join(FILE)).expect("there").permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
        fs::write(folder.join(FILE), b"short").expect("written");
        assert!(Keys::in_folder(folder).is_err(), "a damaged key is not silently replaced");
    }
}
