//! Expand: partnerships with their bodies, organisations over time, seats and who held them, and what was anchored.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            partnership(),
            organisation(),
            organisation_name(),
            organisation_alias(),
            membership(),
            body(),
            seat(),
            tenure(),
            anchoring(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in INDEXES {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        for (name, table, columns) in ONCE {
            let mut index = Index::create().name(name).table(table).unique().to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "anchoring",
            "tenure",
            "seat",
            "body",
            "membership",
            "organisation_alias",
            "organisation_name",
            "organisation",
            "partnership",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &str, &[&str]); 8] = [
    ("organisation_alias_organisation", "organisation_alias", &["organisation"]),
    ("organisation_successor", "organisation", &["successor"]),
    ("membership_organisation", "membership", &["organisation"]),
    ("body_partnership", "body", &["partnership"]),
    ("seat_partnership", "seat", &["partnership"]),
    ("tenure_seat", "tenure", &["seat"]),
    ("tenure_person", "tenure", &["person"]),
    ("anchoring_text", "anchoring", &["partnership", "text_hash"]),
];

const ONCE: [(&str, &str, &[&str]); 2] = [
    ("organisation_name_once_a_day", "organisation_name", &["organisation", "from_day"]),
    ("membership_once", "membership", &["partnership", "organisation"]),
];

fn partnership() -> TableCreateStatement {
    Table::create()
        .table("partnership")
        .col(pk_uuid("id"))
        .col(text("name"))
        .col(text("short"))
        // A name in the tz database: its deadlines are meant there.
        .col(text("zone"))
        .col(text("accent"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .to_owned()
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(pk_uuid("id"))
        .col(text("actor_type"))
        .col(text_null("region"))
        .col(text_null("municipality"))
        .col(text("helps_with"))
        .col(text_null("contact"))
        .col(big_integer_null("confirmed_at"))
        .col(text_null("ending"))
        // The first day without it.
        .col(text_null("ended_on"))
        .col(uuid_null("successor"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .foreign_key(&mut to("organisation", "successor", "organisation"))
        .to_owned()
}

fn organisation_name() -> TableCreateStatement {
    Table::create()
        .table("organisation_name")
        .col(pk_uuid("id"))
        .col(uuid("organisation"))
        // Empty for the first one: it holds from before anything was known here.
        .col(text("from_day"))
        .col(text("short"))
        .col(text("official"))
        .foreign_key(&mut to("organisation_name", "organisation", "organisation"))
        .to_owned()
}

fn organisation_alias() -> TableCreateStatement {
    Table::create()
        .table("organisation_alias")
        .col(pk_uuid("id"))
        .col(uuid("organisation"))
        .col(text("alias"))
        .foreign_key(&mut to("organisation_alias", "organisation", "organisation"))
        .to_owned()
}

fn membership() -> TableCreateStatement {
    Table::create()
        .table("membership")
        .col(pk_uuid("id"))
        .col(uuid("partnership"))
        .col(uuid("organisation"))
        .col(text("kind"))
        .col(big_integer("created_at"))
        .foreign_key(&mut to("membership", "partnership", "partnership"))
        .foreign_key(&mut to("membership", "organisation", "organisation"))
        .to_owned()
}

fn body() -> TableCreateStatement {
    Table::create()
        .table("body")
        .col(pk_uuid("id"))
        .col(uuid("partnership"))
        .col(text("name"))
        .col(text("purpose"))
        .col(text("mandate"))
        .col(uuid_null("convenor"))
        .col(text("target_group"))
        .col(text("rhythm"))
        .col(text_null("from_day"))
        .col(text_null("to_day"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .col(big_integer_null("deleted_at"))
        .foreign_key(&mut to("body", "partnership", "partnership"))
        .foreign_key(&mut to("body", "convenor", "organisation"))
        .to_owned()
}

fn seat() -> TableCreateStatement {
    Table::create()
        .table("seat")
        .col(pk_uuid("id"))
        .col(uuid("partnership"))
        .col(uuid_null("body"))
        // The one it was made for; whoever follows upon that one has it too.
        .col(uuid("organisation"))
        .col(text("role"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .col(big_integer_null("deleted_at"))
        .foreign_key(&mut to("seat", "partnership", "partnership"))
        .foreign_key(&mut to("seat", "organisation", "organisation"))
        .foreign_key(
            ForeignKey::create()
                .name("seat_body")
                .from("seat", "body")
                .to("body", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn tenure() -> TableCreateStatement {
    Table::create()
        .table("tenure")
        .col(pk_uuid("id"))
        .col(uuid("seat"))
        .col(uuid("person"))
        .col(text("kind"))
        .col(text("from_day"))
        // The last day.
        .col(text_null("to_day"))
        .foreign_key(
            ForeignKey::create()
                .name("tenure_seat")
                .from("tenure", "seat")
                .to("seat", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(&mut to("tenure", "person", "person"))
        .to_owned()
}

fn anchoring() -> TableCreateStatement {
    Table::create()
        .table("anchoring")
        .col(pk_uuid("id"))
        .col(uuid("partnership"))
        .col(uuid("organisation"))
        .col(text("text_hash"))
        .col(text("level"))
        .col(text_null("decided_by"))
        .col(text("on_day"))
        .col(text_null("paragraph"))
        .col(text_null("reference"))
        .col(text("actor"))
        // None once the seat was removed for good; the organisation's word stands.
        .col(uuid_null("seat"))
        .col(big_integer("created_at"))
        .col(big_integer_null("withdrawn_at"))
        .foreign_key(&mut to("anchoring", "partnership", "partnership"))
        .foreign_key(&mut to("anchoring", "organisation", "organisation"))
        .foreign_key(
            ForeignKey::create()
                .name("anchoring_seat")
                .from("anchoring", "seat")
                .to("seat", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

fn to(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(other, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}
