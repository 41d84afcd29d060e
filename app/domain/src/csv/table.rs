//! Rows and cells: commas or semicolons, quotes round cells that hold them, and a head that names the columns.

use std::collections::HashMap;

use super::{MOST_BYTES, MOST_ROWS, encoding::decode};
use crate::problem::{Problem, Reason};

/// A sheet whose columns are known by what its head calls them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    columns: HashMap<String, usize>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// In the file, from 1; the head is its first.
    pub line: u32,
    cells: Vec<String>,
}

impl Sheet {
    /// Refuses the file as a whole, at the field `file`, when it is too large, has no rows, or a quote never ends.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let refuse = |reason| Problem::invalid("file", reason);
        if bytes.len() > MOST_BYTES {
            let max_kb = u32::try_from(MOST_BYTES >> 10).unwrap_or(u32::MAX);
            return Err(refuse(Reason::FileTooLarge { max_kb }));
        }
        let text = decode(bytes);
        let mut rows = rows(&text).map_err(refuse)?.into_iter();
        let head = rows.next().ok_or_else(|| refuse(Reason::Missing))?;
        let columns = head.cells.iter().enumerate().map(|(n, name)| (name.trim().to_lowercase(), n)).collect();
        let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())).collect::<Vec<_>>();
        if rows.is_empty() {
            return Err(refuse(Reason::Missing));
        }
        Ok(Self { columns, rows })
    }

    /// What stands in the first of these columns that there is; nothing where a row is too short.
    pub fn cell<'a>(&self, row: &'a Row, names: &[&str]) -> &'a str {
        let column = names.iter().find_map(|name| self.columns.get(*name));
        column.and_then(|column| row.cells.get(*column)).map_or("", String::as_str)
    }

    /// Refuses a sheet without any of these columns; `field` is what the column is called here.
    pub fn expect_column(&self, names: &[&str]) -> Result<(), Problem> {
        let is_there = names.iter().any(|name| self.columns.contains_key(*name));
        if is_there { Ok(()) } else { Err(Problem::invalid("file", Reason::NoSuchColumn)) }
    }
}

fn rows(text: &str) -> Result<Vec<Row>, Reason> {
    let separator = separator(text);
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun_on, mut quoted) = (1_u32, 1_u32, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        line += u32::from(letter == '\n');
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            letter if quoted => cell.push(letter),
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => {
                cells.push(std::mem::take(&mut cell));
                rows.push(Row { line: begun_on, cells: std::mem::take(&mut cells) });
                begun_on = line;
                if rows.len() > MOST_ROWS + 1 {
                    return Err(Reason::TooMany { max: u32::try_from(MOST_ROWS).unwrap_or(u32::MAX) });
                }
            }
            letter if letter == separator => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    if quoted {
        return Err(Reason::UnclosedQuote);
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        rows.push(Row { line: begun_on, cells });
    }
    Ok(rows)
}

/// Semicolons where the head has more of them; Swedish spreadsheets write these.
fn separator(text: &str) -> char {
    let head = text.lines().next().unwrap_or_default();
    let count = |one: char| head.chars().filter(|letter| *letter == one).count();
    [';', ',', '\t'].into_iter().rev().max_by_key(|one| count(*one)).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).expect("rows").into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn commas_semicolons_quotes_and_line_ends_are_understood() {
        assert_eq!(cells("a;b\r\n1;\"2;3\"\n"), [["a", "b"], ["1", "2;3"]]);
        assert_eq!(cells("a,b\n\"en \"\"två\"\"\",\"rad\nett\""), [["a", "b"], ["en \"två\"", "rad\nett"]]);
        assert_eq!(rows("a,b\n\"c"), Err(Reason::UnclosedQuote));
        assert_eq!(
            rows("a\n\n\"x\ny\"\nz").expect("rows").iter().map(|row| row.line).collect::<Vec<_>>(),
            [1, 2, 3, 5]
        );
    }

    #[test]
    fn columns_are_found_by_what_they_are_called() {
        let sheet = Sheet::read("Kod;Benämning\n63;Stöd\n;\n64\n".as_bytes()).expect("a sheet");
        assert_eq!(sheet.rows.len(), 2, "empty rows are none");
        assert_eq!(sheet.cell(&sheet.rows[0], &["name", "benämning"]), "Stöd");
        assert_eq!(sheet.cell(&sheet.rows[1], &["benämning"]), "");
        assert_eq!(sheet.expect_column(&["område"]), Err(Problem::invalid("file", Reason::NoSuchColumn)));
    }

    #[test]
    fn what_is_too_much_or_nothing_is_refused_as_a_whole() {
        let refused = |bytes: &[u8]| Sheet::read(bytes).expect_err("refused").at("file");
        assert_eq!(refused(b""), Some(Reason::Missing));
        assert_eq!(refused(b"code,label\n"), Some(Reason::Missing));
        assert_eq!(refused("a\n".repeat(1_000_000).as_bytes()), Some(Reason::TooMany { max: 20_000 }));
        assert_eq!(refused(&vec![b'a'; MOST_BYTES + 1]), Some(Reason::FileTooLarge { max_kb: 8_192 }));
    }

    proptest! {
        #[test]
        fn what_is_written_with_quotes_is_read_again(table in prop::collection::vec(prop::collection::vec("\\PC{0,8}|[;,\"\\n]{1,4}", 2..4), 1..6)) {
            let written = table.iter().map(|row| {
                let cells = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>();
                cells.join(";") + "\n"
            });
            // A head in front says what separates.
            let text = format!("a;b;c;d;e;f;g\n{}", written.collect::<String>());
            prop_assert_eq!(&cells(&text)[1..], &table[..]);
        }

        #[test]
        fn no_file_is_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Sheet::read(&bytes);
        }
    }
}
