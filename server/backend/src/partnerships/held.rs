//! The seats that a person has today: asked once per request, because every permission in a partnership hangs on them.

use domain::{
    day::Day,
    ids::{BodyId, OrganisationId, PartnershipId, PersonId, SeatId},
    partnerships::{HeldSeat, Place, TenureKind},
};
use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::{
    register,
    room::{read, read_optional},
};
use crate::{Backend, Failure, zones::Zone};

#[derive(FromQueryResult)]
struct Row {
    seat: Uuid,
    partnership: Uuid,
    body: Option<Uuid>,
    organisation: Uuid,
    role: String,
    kind: String,
    from_day: String,
    to_day: Option<String>,
    zone: String,
    ending: Option<String>,
}

pub(crate) async fn seats_of(backend: &Backend, PersonId(person): PersonId) -> Result<Vec<HeldSeat>, Failure> {
    let query = Query::select()
        .expr_as(Expr::col(("seat", "id")), "seat")
        .columns([("seat", "partnership"), ("seat", "body"), ("seat", "organisation"), ("seat", "role")])
        .columns([("tenure", "kind"), ("tenure", "from_day"), ("tenure", "to_day")])
        .column(("partnership", "zone"))
        .column(("organisation", "ending"))
        .from("tenure")
        .inner_join("seat", Expr::col(("seat", "id")).equals(("tenure", "seat")))
        .inner_join("partnership", Expr::col(("partnership", "id")).equals(("seat", "partnership")))
        .inner_join("organisation", Expr::col(("organisation", "id")).equals(("seat", "organisation")))
        .left_join("body", Expr::col(("body", "id")).equals(("seat", "body")))
        .and_where(Expr::col(("tenure", "person")).eq(person))
        .and_where(Expr::col(("seat", "deleted_at")).is_null())
        .and_where(Expr::col(("body", "deleted_at")).is_null())
        .order_by(("seat", "id"), sea_orm::Order::Asc)
        .take();
    let now = backend.clock.now();
    let mut held = Vec::new();
    let mut some_have_ended = false;
    for row in backend.store.read().query_all(&query).await? {
        let row = Row::from_query_result(&row, "")?;
        let today = Zone::named(&row.zone)?.day_of(now);
        let from: Day = read(&row.from_day, "a day")?;
        let to: Option<Day> = read_optional(row.to_day.as_deref(), "a day")?;
        if today < from || to.is_some_and(|to| to < today) {
            continue;
        }
        some_have_ended |= row.ending.is_some();
        let seat = HeldSeat {
            seat: SeatId(row.seat),
            place: Place { partnership: PartnershipId(row.partnership), body: row.body.map(BodyId) },
            organisation: OrganisationId(row.organisation),
            role: read(&row.role, "a role")?,
            is_substitute: read::<TenureKind>(&row.kind, "a kind of tenure")? == TenureKind::Substitute,
        };
        held.push((seat, today));
    }
    if some_have_ended {
        let succession = register::succession(backend.store.read()).await?;
        for (seat, today) in &mut held {
            seat.organisation = succession.standing_for(seat.organisation, *today);
        }
    }
    Ok(held.into_iter().map(|(seat, _)| seat).collect())
}
