//! The people of `radslag demo`, at work in a partnership, each signed in with a browser of their own.

use crate::{
    ground::Ground,
    people::{PASSWORD, Person, sign_in_by_code, sign_in_by_password},
};

/// Of those who have one, as the program prints it.
const PASSWORDS: [(&str, &str); 2] = [("astrid", "lugn sjö om hösten"), ("sara", "gul traktor i regn")];

pub struct Demo {
    /// Its administrator.
    pub astrid: Person,
}

impl Demo {
    pub async fn fill(ground: &Ground) -> Self {
        let output = ground.run(&["demo"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let [(astrid, password), _] = PASSWORDS;
        Self { astrid: with_password(ground, astrid, password).await }
    }

    /// Its secretary.
    pub async fn sara(&self, ground: &Ground) -> Person {
        let [_, (sara, password)] = PASSWORDS;
        with_password(ground, sara, password).await
    }

    /// One of its members, signed in with a code.
    pub async fn member(&self, ground: &Ground, name: &str) -> Person {
        let person = person(ground, name);
        sign_in_by_code(&person.browser, &person.email, &self.astrid).await.expect(200);
        person
    }
}

async fn with_password(ground: &Ground, name: &str, password: &str) -> Person {
    let person = person(ground, name);
    sign_in_by_password(&person.browser, &person.email, password).await.expect(200);
    person
}

fn person(ground: &Ground, name: &str) -> Person {
    Person { browser: ground.browser(), name: name.to_owned(), email: format!("{name}@demo.example") }
}

impl Person {
    /// Signs in with [`PASSWORD`] from now on, and not with the password of the demo.
    pub async fn chooses_a_password(&self) {
        let current = PASSWORDS.iter().find(|(name, _)| *name == self.name).map_or("", |(_, password)| password);
        let chosen = [("current", current), ("password", PASSWORD), ("again", PASSWORD)];
        let chosen = self.sends("/settings/security", "change_password", &chosen).await;
        assert_eq!(chosen.status, 200, "{}", chosen.text());
    }
}
