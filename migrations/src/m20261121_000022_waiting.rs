//! Expand: what waits for whom, of every feature.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let waiting = Table::create()
            .table("waiting")
            .col(pk_uuid("id"))
            .col(text("kind"))
            // What it is about: a process, a phase, a seat, an organisation.
            .col(uuid("subject"))
            .col(uuid("partnership"))
            .col(uuid_null("process"))
            // A person, a seat, a place's secretariat, an organisation's delegates; the columns after it name which.
            .col(text("waits_for"))
            .col(uuid_null("person"))
            .col(uuid_null("seat"))
            .col(uuid_null("body"))
            .col(uuid_null("organisation"))
            // Shown from then on.
            .col(big_integer("not_before"))
            .col(big_integer("due_at"))
            // The substitute to whom a holder gave it.
            .col(uuid_null("given_to"))
            .foreign_key(&mut to("partnership", "partnership"))
            .foreign_key(&mut to("process", "process"))
            .foreign_key(&mut to("person", "person"))
            .foreign_key(&mut to("seat", "seat"))
            .foreign_key(&mut to("body", "body"))
            .foreign_key(&mut to("organisation", "organisation"))
            .foreign_key(&mut to("given_to", "person"))
            .take();
        manager.create_table(waiting).await?;
        for (name, columns) in INDEXES {
            let mut index = Index::create().name(name).table("waiting").to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("waiting").to_owned()).await
    }
}

const INDEXES: [(&str, &[&str]); 6] = [
    ("waiting_subject", &["subject", "kind"]),
    ("waiting_person", &["person"]),
    ("waiting_given_to", &["given_to"]),
    ("waiting_seat", &["seat"]),
    ("waiting_organisation", &["organisation"]),
    ("waiting_for_secretariat", &["partnership", "waits_for", "due_at"]),
];

fn to(column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("waiting_{column}"))
        .from("waiting", column)
        .to(other, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
