//! The services of partnerships on real databases: a partnership with people, organisations and seats in it.

mod anchorings;
mod bodies;
mod foreign;
mod organisations;
mod seats;
mod speed;

use std::sync::Arc;

use domain::{
    ids::{BodyId, OrganisationId, PartnershipId, SeatId},
    moment::Span,
    partnerships::{BodyFields, NewOrganisationFields, PartnershipFields, ProfileFields},
    problem::{Problem, Reason, What},
};

use super::*;
use crate::{
    Backend, Failure,
    accounts::tests::{Visitor, administrator, invited, later, problem, refused_at},
    testing::on_each_database,
};

pub const OMS: PartnershipFields<'_> = PartnershipFields {
    name: "Östra Mellansverige",
    short: "ÖMS",
    zone: "Europe/Stockholm",
    accent: "ostra-mellansverige",
};

/// A partnership, and the one who began it.
pub struct Ground {
    pub backend: Arc<Backend>,
    pub id: PartnershipId,
    pub secretary: Visitor,
}

/// Sara begins it for Region Uppsala.
pub async fn begun(backend: &Arc<Backend>) -> Ground {
    let ada = administrator(backend).await;
    let secretary = invited(&ada, "sara@example.se", "secretariat").await;
    let host = fields("Uppsala", "Region Uppsala");
    let id = begin_partnership(backend, &secretary.call().await, OMS, host).await.expect("begun");
    Ground { backend: Arc::clone(backend), id, secretary }
}

pub fn fields<'a>(short: &'a str, official: &'a str) -> NewOrganisationFields<'a> {
    let profile = ProfileFields { actor_type: "public", region: "Uppsala län", ..ProfileFields::default() };
    NewOrganisationFields { short, official, membership: "full", profile }
}

impl Ground {
    pub fn text(&self) -> String {
        self.id.to_string()
    }

    pub async fn organisation(&self, short: &str) -> OrganisationId {
        let call = self.secretary.call().await;
        add_organisation(&self.backend, &call, &self.text(), fields(short, "")).await.expect("added")
    }

    pub async fn body(&self, name: &str) -> BodyId {
        let call = self.secretary.call().await;
        let fields = BodyFields { name, ..BodyFields::default() };
        add_body(&self.backend, &call, &self.text(), fields).await.expect("added")
    }

    pub async fn seat(&self, organisation: OrganisationId, body: Option<BodyId>, role: &str) -> SeatId {
        let (organisation, body) = (organisation.to_string(), body.map(|id| id.to_string()).unwrap_or_default());
        let call = self.secretary.call().await;
        make_seat(&self.backend, &call, &self.text(), &organisation, &body, role).await.expect("made")
    }

    /// On the seat's present revision.
    pub async fn hand_over(&self, seat: SeatId, email: &str, from: &str) -> Result<(), Failure> {
        let call = self.secretary.call().await;
        let revision = self.page(seat).await.seat.revision.0.to_string();
        hand_over(&self.backend, &call, &self.text(), &seat.to_string(), email, from, &revision).await
    }

    pub async fn page(&self, id: SeatId) -> SeatPage {
        seat(&self.backend, &self.secretary.call().await, &self.text(), &id.to_string()).await.expect("a page")
    }

    pub async fn today(&self) -> String {
        let call = self.secretary.call().await;
        partnership(&self.backend, &call, &self.text()).await.expect("a page").today.to_string()
    }

    /// Somebody with an account, signed in.
    pub async fn person(&self, email: &str) -> Visitor {
        invited(&self.secretary, email, "member").await
    }

    /// Somebody who holds a seat of that role from today on.
    pub async fn sitting(&self, organisation: OrganisationId, email: &str, role: &str) -> (Visitor, SeatId) {
        let visitor = self.person(email).await;
        let seat = self.seat(organisation, None, role).await;
        self.hand_over(seat, email, &self.today().await).await.expect("handed over");
        (visitor, seat)
    }
}
