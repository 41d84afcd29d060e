//! The tables of the record, and an entry as an administrator sees it.

use domain::{actor::Actor, moment::Moment, record::Event};

pub mod row {
    //! One entry.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub at: i64,
        pub actor: String,
        pub event: String,
        pub hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod head {
    //! The one row that says where the record ends.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub number: i64,
        pub hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub number: i64,
    pub at: Moment,
    /// `None`, like the event, when this release cannot read it; verifying does not need to.
    pub actor: Option<Actor>,
    pub event: Option<Event>,
}

impl From<row::Model> for Entry {
    fn from(row: row::Model) -> Self {
        Self { number: row.number, at: Moment(row.at), actor: row.actor.parse().ok(), event: row.event.parse().ok() }
    }
}
