//! A mail server for tests: it speaks as much SMTP as senders need, keeps what it takes, and refuses some.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::settings::Smtp;

#[derive(Clone, Debug, Default)]
pub struct TakenMail {
    pub from: String,
    pub to: String,
    pub data: String,
}

#[derive(Default)]
struct State {
    taken: Vec<TakenMail>,
    /// Addresses `busy@…` that have been told to wait.
    told_to_wait: HashSet<String>,
    lets_everybody_in: bool,
}

pub struct SmtpServer {
    state: Arc<Mutex<State>>,
    port: u16,
}

impl SmtpServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let state = Arc::<Mutex<State>>::default();
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(talk(socket, Arc::clone(&shared)));
            }
        });
        Self { state, port }
    }

    pub fn settings(&self) -> Smtp {
        Smtp { url: format!("smtp://127.0.0.1:{}", self.port), from: "Rådslag <radslag@example.se>".into() }
    }

    pub fn taken(&self) -> Vec<TakenMail> {
        self.state().taken.clone()
    }

    /// `gone@…` has moved in.
    pub fn let_everybody_in(&self) {
        self.state().lets_everybody_in = true;
    }

    pub fn be_strict_again(&self) {
        *self.state() = State::default();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic")
    }
}

async fn talk(socket: TcpStream, state: Arc<Mutex<State>>) {
    let (read, mut write) = socket.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = TakenMail::default();
    let mut answer = "220 ready".to_owned();
    loop {
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
        let Ok(Some(line)) = lines.next_line().await else { return };
        answer = if let Some(from) = line.strip_prefix("MAIL FROM:") {
            mail = TakenMail { from: address(from), ..TakenMail::default() };
            "250 go on".to_owned()
        } else if let Some(to) = line.strip_prefix("RCPT TO:") {
            mail.to = address(to);
            state.lock().expect("no panic").answer_to(&mail.to)
        } else if line == "DATA" {
            write.write_all(b"354 go on\r\n").await.expect("a sender");
            while let Ok(Some(line)) = lines.next_line().await {
                if line == "." {
                    break;
                }
                mail.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                mail.data.push('\n');
            }
            state.lock().expect("no panic").taken.push(mail.clone());
            "250 taken".to_owned()
        } else {
            "250 as you like".to_owned()
        };
    }
}

impl State {
    fn answer_to(&mut self, address: &str) -> String {
        match address.split_once('@') {
            Some(("gone", _)) if !self.lets_everybody_in => format!("550 no mailbox {address} here"),
            Some(("busy", _)) if self.told_to_wait.insert(address.to_owned()) => format!("451 {address}, later"),
            _ => "250 go on".to_owned(),
        }
    }
}

fn address(text: &str) -> String {
    text.trim().trim_start_matches('<').split('>').next().unwrap_or_default().to_owned()
}
