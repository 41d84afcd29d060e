//! Expand: persons and how they sign in: sessions, attempts, invitations, links and recovery codes.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [person(), session(), sign_in_attempt(), invitation(), link(), recovery_code()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in INDEXES {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["recovery_code", "link", "invitation", "sign_in_attempt", "session", "person"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &str, &[&str]); 6] = [
    ("person_order", "person", &["sort_name", "id"]),
    ("session_person", "session", &["person"]),
    ("sign_in_attempt_begun_at", "sign_in_attempt", &["begun_at"]),
    ("invitation_email", "invitation", &["email"]),
    ("link_person", "link", &["person"]),
    ("recovery_code_person", "recovery_code", &["person"]),
];

fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(pk_uuid("id"))
        .col(text("name"))
        // In lower case, which neither database does for every script.
        .col(text("sort_name"))
        // None once the person has been forgotten.
        .col(text_null("email").unique_key())
        .col(text("office"))
        .col(text("language"))
        .col(text("theme"))
        .col(text_null("picture"))
        .col(text_null("password_hash"))
        // Sealed with the key file in the data folder.
        .col(binary_null("totp_key"))
        .col(boolean("totp_confirmed").default(false))
        .col(big_integer_null("totp_last_step"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .col(big_integer_null("deleted_at"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(pk_uuid("id"))
        .col(uuid("person"))
        .col(binary_uniq("token_hash"))
        .col(text_null("browser"))
        .col(text("system"))
        .col(big_integer("begun_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("confirmed_at"))
        // Secrets that this browser may see once more after the form that made them, sealed, and until when.
        .col(binary_null("shown"))
        .col(big_integer_null("shown_until"))
        .foreign_key(&mut to_person("session", "person"))
        .to_owned()
}

fn sign_in_attempt() -> TableCreateStatement {
    Table::create()
        .table("sign_in_attempt")
        .col(pk_uuid("id"))
        .col(text("purpose"))
        // Of the secret that only the browser holds which began it.
        .col(binary_uniq("browser_hash"))
        // A keyed hash, so that addresses without an account are not kept.
        .col(binary("address_hash"))
        // None for an address without an account: its code opens nothing.
        .col(uuid_null("person"))
        .col(binary_null("code_hash"))
        // By what the first step was done, when the second is awaited.
        .col(text_null("first_step"))
        .col(integer("tries"))
        .col(boolean("used"))
        .col(big_integer("begun_at"))
        .foreign_key(&mut to_person("sign_in_attempt", "person"))
        .to_owned()
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(pk_uuid("id"))
        .col(text("email"))
        .col(text("office"))
        .col(binary_uniq("token_hash"))
        .col(uuid("invited_by"))
        .col(big_integer("sent_at"))
        .col(big_integer_null("accepted_at"))
        .col(big_integer_null("withdrawn_at"))
        .foreign_key(&mut to_person("invitation", "invited_by"))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("link")
        .col(pk_uuid("id"))
        .col(text("purpose"))
        .col(binary_uniq("token_hash"))
        .col(uuid_null("person"))
        .col(big_integer("made_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut to_person("link", "person"))
        .to_owned()
}

fn recovery_code() -> TableCreateStatement {
    Table::create()
        .table("recovery_code")
        .col(pk_uuid("id"))
        .col(uuid("person"))
        .col(binary("code_hash"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut to_person("recovery_code", "person"))
        .to_owned()
}

fn to_person(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to("person", "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}
