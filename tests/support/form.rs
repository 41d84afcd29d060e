//! A form as it stands on a page: filled in and sent as a browser would, with its own action and hidden fields.

use hyper::Method;
use scraper::ElementRef;

use crate::{
    answer::Answer,
    browser::{Browser, Call},
    page::{Page, selector},
};

pub struct Form<'b> {
    browser: &'b Browser,
    action: String,
    multipart: bool,
    fields: Vec<Field>,
    /// Names and values of its buttons: only the one that is pressed is sent.
    buttons: Vec<(String, String)>,
}

struct Field {
    name: String,
    value: Value,
    /// What one may choose from; empty where one writes.
    choices: Vec<String>,
    hidden: bool,
}

#[derive(PartialEq)]
enum Value {
    /// A box or choice that is not made is not sent.
    Nothing,
    Text(String),
    File {
        name: String,
        kind: String,
        bytes: Vec<u8>,
    },
}

const BOUNDARY: &str = "----radslag-boundary-8f2c61d0";

impl<'b> Form<'b> {
    pub(super) fn read(browser: &'b Browser, path: &str, form: ElementRef<'_>) -> Self {
        assert_eq!(form.attr("method").unwrap_or("get").to_lowercase(), "post", "a form that changes nothing by GET");
        let action = form.attr("action").filter(|action| !action.is_empty()).unwrap_or(path);
        let mut read = Self {
            browser,
            action: action.to_owned(),
            multipart: form.attr("enctype") == Some("multipart/form-data"),
            fields: Vec::new(),
            buttons: Vec::new(),
        };
        for control in form.select(&selector("input[name], select[name], textarea[name], button[name]")) {
            read.read_control(control);
        }
        read
    }

    fn read_control(&mut self, control: ElementRef<'_>) {
        let name = control.attr("name").unwrap_or_default().to_owned();
        let value = control.attr("value").unwrap_or_default().to_owned();
        let kind = control.attr("type").unwrap_or_default();
        let mut field = Field { name, value: Value::Nothing, choices: Vec::new(), hidden: kind == "hidden" };
        match (control.value().name(), kind) {
            ("button", _) | ("input", "submit") => return self.buttons.push((field.name, value)),
            ("input", "radio" | "checkbox") => {
                let made = control.attr("checked").is_some();
                if let Some(earlier) = self.fields.iter_mut().find(|earlier| earlier.name == field.name) {
                    if made {
                        earlier.value = Value::Text(value.clone());
                    }
                    return earlier.choices.push(value);
                }
                if made {
                    field.value = Value::Text(value.clone());
                }
                field.choices.push(value);
            }
            ("select", _) => {
                let options: Vec<_> = control.select(&selector("option")).collect();
                let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                let text = |option: &ElementRef<'_>| option.attr("value").unwrap_or_default().to_owned();
                field.value = chosen.map_or(Value::Nothing, |option| Value::Text(text(option)));
                field.choices = options.iter().map(text).collect();
            }
            ("textarea", _) => field.value = Value::Text(control.text().collect()),
            ("input", "file") => {}
            _ => field.value = Value::Text(value),
        }
        self.fields.push(field);
    }

    fn field(&mut self, name: &str) -> &mut Field {
        let action = self.action.clone();
        let found = self.fields.iter_mut().find(|field| field.name == name);
        found.unwrap_or_else(|| panic!("the form at {action} has no field {name}"))
    }

    /// What stands in a field now.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name).and_then(|field| match &field.value {
            Value::Text(text) => Some(text.as_str()),
            Value::Nothing | Value::File { .. } => None,
        })
    }

    /// The names of the fields that a person fills in.
    pub fn open_fields(&self) -> Vec<&str> {
        self.fields.iter().filter(|field| !field.hidden).map(|field| field.name.as_str()).collect()
    }

    /// Writes into a field, or makes one of the choices it offers.
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let field = self.field(name);
        assert!(!field.hidden, "nobody can write into the hidden field {name}");
        let offered = field.choices.is_empty() || field.choices.iter().any(|choice| choice == value);
        assert!(offered, "{name} offers {:?}, not {value}", field.choices);
        field.value = Value::Text(value.to_owned());
        self
    }

    /// Puts a value in that the form does not offer, as one who writes requests by hand would.
    pub fn forge(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|field| field.name != name);
        let value = Value::Text(value.to_owned());
        self.fields.push(Field { name: name.to_owned(), value, choices: Vec::new(), hidden: true });
        self
    }

    pub fn attach(mut self, field: &str, name: &str, kind: &str, bytes: &[u8]) -> Self {
        assert!(self.multipart, "the form at {} takes no files", self.action);
        self.field(field).value = Value::File { name: name.to_owned(), kind: kind.to_owned(), bytes: bytes.to_vec() };
        self
    }

    /// Adds what the button of this name and value sends along.
    #[track_caller]
    pub fn press(self, name: &str, value: &str) -> Self {
        let there = self.buttons.iter().any(|(n, v)| n == name && v == value);
        assert!(there, "there is no button {name}={value} but {:?}", self.buttons);
        self.forge(name, value)
    }

    /// Sends it without scripts and follows where that leads.
    pub async fn submit(self) -> Page<'b> {
        let call = self.call();
        self.browser.go(call).await
    }

    /// Sends it without scripts; follows nothing.
    pub async fn send(self) -> Answer {
        let call = self.call();
        self.browser.send(call).await
    }

    /// Sends it as the page's script does.
    pub async fn send_by_script(self) -> Answer {
        let call = self.call().for_scripts();
        self.browser.send(call).await
    }

    fn call(&self) -> Call {
        if self.multipart {
            let body = self.fields.iter().flat_map(part_of).chain(format!("--{BOUNDARY}--\r\n").into_bytes()).collect();
            let kind = format!("multipart/form-data; boundary={BOUNDARY}");
            return Call::new(Method::POST, &self.action).with_body(&kind, body);
        }
        let texts = self.fields.iter().filter_map(|field| match &field.value {
            Value::Text(text) => Some((field.name.as_str(), text.as_str())),
            Value::Nothing | Value::File { .. } => None,
        });
        Call::post(&self.action, &texts.collect::<Vec<_>>())
    }
}

/// One field as a part of `multipart/form-data`. An empty choice of files is sent as browsers do, with no name.
fn part_of(field: &Field) -> Vec<u8> {
    let disposition = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{}\"", field.name);
    match &field.value {
        Value::Text(text) => format!("{disposition}\r\n\r\n{text}\r\n").into_bytes(),
        Value::Nothing => {
            format!("{disposition}; filename=\"\"\r\ncontent-type: application/octet-stream\r\n\r\n\r\n").into_bytes()
        }
        Value::File { name, kind, bytes } => {
            let head = format!("{disposition}; filename=\"{name}\"\r\ncontent-type: {kind}\r\n\r\n");
            [head.as_bytes(), bytes, b"\r\n"].concat()
        }
    }
}
