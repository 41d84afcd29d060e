//! A page as it was answered, read as HTML: its words, its forms, its errors.

use scraper::{ElementRef, Html, Selector};

use crate::{answer::Answer, browser::Browser, form::Form};

pub struct Page<'b> {
    pub browser: &'b Browser,
    /// Its address without the origin, with the query.
    pub path: String,
    pub answer: Answer,
    html: Html,
}

/// Reads a selector of CSS.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// An element's text in one line, without its scripts.
pub fn text_of(element: ElementRef<'_>) -> String {
    let scripts: Vec<_> = element.select(&selector("script, template")).map(|script| script.id()).collect();
    let shown = element.descendants().filter(|node| !node.ancestors().any(|above| scripts.contains(&above.id())));
    let text: String = shown.filter_map(|node| node.value().as_text().map(|text| &**text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'b> Page<'b> {
    pub fn new(browser: &'b Browser, path: String, answer: Answer) -> Self {
        let html = Html::parse_document(&String::from_utf8_lossy(&answer.body));
        Self { browser, path, answer, html }
    }

    pub fn status(&self) -> u16 {
        self.answer.status
    }

    /// The same page, if it answered with this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status(), status, "{} says: {}", self.path, self.text());
        self
    }

    pub fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&selector(css)).collect()
    }

    #[track_caller]
    pub fn one(&self, css: &str) -> ElementRef<'_> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "{css} on {} ({}): {}", self.path, self.status(), self.text());
        found[0]
    }

    pub fn has(&self, css: &str) -> bool {
        !self.all(css).is_empty()
    }

    /// All words of the page, in one line.
    pub fn text(&self) -> String {
        self.all("body").into_iter().map(text_of).collect()
    }

    pub fn title(&self) -> String {
        text_of(self.one("head > title"))
    }

    pub fn heading(&self) -> String {
        text_of(self.one("h1"))
    }

    pub fn language(&self) -> String {
        self.one("html").attr("lang").unwrap_or_default().to_owned()
    }

    /// What the page says is wrong with a field: the error that its control, or the group it is in, points to.
    pub fn error_at(&self, field: &str) -> Option<String> {
        let named = self.all(&format!("[name=\"{field}\"], fieldset:has([name=\"{field}\"])"));
        let pointed_to = named.iter().filter_map(|one| one.attr("aria-describedby")).flat_map(str::split_whitespace);
        let error = pointed_to.flat_map(|id| self.all(&format!("[id=\"{id}\"].error"))).next();
        error.map(text_of)
    }

    /// Every form of this name, in the order they stand in.
    pub fn forms(&self, name: &str) -> Vec<Form<'b>> {
        let mark = selector(&format!("input[type=\"hidden\"][name=\"form\"][value=\"{name}\"]"));
        let all = selector("form");
        let forms = self.html.select(&all).filter(|form| form.select(&mark).next().is_some());
        forms.map(|form| Form::read(self.browser, &self.path, form)).collect()
    }

    /// The only form of this name.
    #[track_caller]
    pub fn form(&self, name: &str) -> Form<'b> {
        let mut forms = self.forms(name);
        assert_eq!(forms.len(), 1, "forms called {name} on {} ({}): {}", self.path, self.status(), self.text());
        forms.remove(0)
    }

    /// The form of this name that carries this value in a field, as in a list with a form in each row.
    #[track_caller]
    pub fn form_with(&self, name: &str, field: &str, value: &str) -> Form<'b> {
        let found = self.forms(name).into_iter().find(|form| form.value(field) == Some(value));
        found.unwrap_or_else(|| panic!("no form {name} with {field} = {value} on {}: {}", self.path, self.text()))
    }
}
