//! Reads ballots from a file, in chunks and with progress.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
    time::{Duration, Instant},
};

use domain::votes::{
    election::Election,
    export::{Reading, Vote},
    files::{Fault, Flaw, Format, Reader},
    method::Method,
};
use serde::de::DeserializeSeed as _;
use words::Words;

const CHUNK: usize = 1 << 18;
/// Between two quotation marks there is never more than this.
const LONGEST: usize = 1 << 20;

pub fn election(path: &Path, format: Format, method: Method, words: Words) -> Result<Election, String> {
    let told = |fault: &Fault| told(path, fault, words);
    let mut file = Watched::open(path)?;
    let mut reader = Reader::new(format, method);
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = file.read(&mut chunk).map_err(|error| format!("{}: {error}", path.display()))?;
        if length == 0 {
            return reader.end().map_err(|fault| told(&fault));
        }
        reader.feed(&chunk[..length]).map_err(|fault| told(&fault))?;
    }
}

pub fn vote(path: &Path, words: Words) -> Result<Vote, String> {
    let file = BufReader::with_capacity(CHUNK, Guarded { file: Watched::open(path)?, unquoted: 0 });
    let mut reading = Reading::default();
    let mut json = serde_json::Deserializer::from_reader(file);
    let read = reading.deserialize(&mut json).and_then(|()| json.end());
    let fault = |line: usize, column: usize, flaw: Flaw| {
        let number = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        told(path, &Fault { line: number(line), column: number(column), flaw }, words)
    };
    match read {
        Ok(()) => reading.end().map_err(|flaw| fault(1, 1, flaw)),
        Err(error) => Err(match reading.flaw() {
            Some(flaw) => fault(error.line(), error.column(), flaw),
            None if error.is_io() => fault(error.line(), error.column(), Flaw::LineTooLong { most: LONGEST }),
            None => format!("{}: {error}", path.display()),
        }),
    }
}

fn told(path: &Path, fault: &Fault, words: Words) -> String {
    let words = words.votes();
    let what = (words.flaw)(&fault.flaw);
    format!("{}: {}", path.display(), (words.fault)(fault.line, fault.column, &what))
}

/// A file that tells how far it has been read, once a second.
struct Watched {
    file: File,
    size: u64,
    read: u64,
    told: Instant,
}

impl Watched {
    fn open(path: &Path) -> Result<Self, String> {
        let open = || {
            let file = File::open(path)?;
            let metadata = file.metadata()?;
            if metadata.is_dir() {
                return Err(io::Error::from(io::ErrorKind::IsADirectory));
            }
            Ok(Self { file, size: metadata.len(), read: 0, told: Instant::now() })
        };
        open().map_err(|error: io::Error| format!("{}: {error}", path.display()))
    }
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        self.read += u64::try_from(length).unwrap_or(0);
        if self.told.elapsed() > Duration::from_secs(1) && self.size > 0 {
            self.told = Instant::now();
            #[expect(clippy::print_stderr, reason = "a sign of life for whoever waits at the terminal")]
            {
                eprintln!("radslag: {} % read", (100 * self.read / self.size).min(100));
            }
        }
        Ok(length)
    }
}

/// Ends with an error where a text without end would fill the memory.
struct Guarded {
    file: Watched,
    unquoted: usize,
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        let read = &buffer[..length];
        self.unquoted = match read.iter().rposition(|byte| *byte == b'"') {
            Some(last) => length - last,
            None => self.unquoted + length,
        };
        if self.unquoted > LONGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(length) }
    }
}
