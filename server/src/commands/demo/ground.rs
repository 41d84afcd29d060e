//! The partnership of the demo: its organisations, its bodies and its reference lists.

use std::{collections::HashMap, sync::Arc};

use backend::{
    Backend,
    accounts::{self, Call},
    lists, partnerships,
};
use domain::{
    csv::Sheet,
    day::Day,
    ids::{BodyId, OrganisationId, PersonId},
    lists::ListKind,
    partnerships::{BodyFields, NewOrganisationFields, PartnershipFields, ProfileFields},
};

use super::Told;

const PARTNERSHIP: PartnershipFields<'_> = PartnershipFields {
    name: "Östra Mellansverige",
    short: "ÖMS",
    zone: "Europe/Stockholm",
    accent: "ostra-mellansverige",
};

/// In the order of the columns: short, official, actor_type, region, municipality. The first one runs the secretariat.
const ORGANISATIONS: &str = include_str!("organisations.csv");

pub const LEADING: &str = "Ledningsgruppen";
pub const STEERING: &str = "Politiska styrgruppen";
pub const WORKING: &str = "RUS-arbetsgrupp";

/// Name, purpose, what it may decide, how often it meets.
const BODIES: [[&str; 4]; 9] = [
    [
        LEADING,
        "Leder det gemensamma arbetet och håller ihop regionernas linje.",
        "Lämnar gemensamma inspel som varje region kan stå bakom.",
        "En gång i månaden",
    ],
    [
        STEERING,
        "Ger arbetet politisk riktning och beslutar om det som binder regionerna.",
        "Beslutar med två tredjedelars majoritet. Reservationer följer med texten.",
        "Fyra gånger om året",
    ],
    [WORKING, "Skriver utkast och väger samman synpunkter.", "Föreslår, men beslutar inte.", "Varannan vecka"],
    ["RUS-gruppen", "Samordnar de regionala utvecklingsstrategierna.", "", "Sex gånger om året"],
    ["Regiondirektörsgruppen", "Stämmer av resurser mellan regionerna.", "", "Varje kvartal"],
    ["Strukturfondsgruppen", "Bereder ärenden om strukturfonderna.", "", "Varje månad"],
    ["Strukturfondspartnerskapet", "Prioriterar bland ansökningar till strukturfonderna.", "", "Fem gånger om året"],
    ["Advisory board", "Ger råd utifrån forskning och näringsliv.", "", "Två gånger om året"],
    ["Aktörsråd", "Samlar dem som arbetet berör.", "", "Två gånger om året"],
];

/// What the rest of the demo stands on.
pub struct Ground {
    pub backend: Arc<Backend>,
    pub partnership: String,
    pub today: Day,
    pub organisations: HashMap<String, OrganisationId>,
    pub bodies: HashMap<&'static str, BodyId>,
    people: HashMap<String, PersonId>,
}

impl Ground {
    /// The person of that address, with the seats that they have by now.
    pub async fn call_of(&self, email: &str) -> Result<Call, Told> {
        let person = self.people.get(email).ok_or_else(|| missing(email))?;
        Ok(accounts::call_as(&self.backend, *person).await?)
    }

    pub async fn secretary(&self) -> Result<Call, Told> {
        self.call_of("sara@demo.example").await
    }

    pub fn organisation(&self, short: &str) -> Result<String, Told> {
        Ok(self.organisations.get(short).ok_or_else(|| missing(short))?.to_string())
    }

    pub fn body(&self, name: &str) -> Result<String, Told> {
        if name.is_empty() {
            return Ok(String::new());
        }
        Ok(self.bodies.get(name).ok_or_else(|| missing(name))?.to_string())
    }

    /// So many days from today, as a form writes it.
    pub fn in_days(&self, days: i32) -> String {
        self.today.plus(days).to_string()
    }
}

fn missing(what: &str) -> Told {
    format!("the demo has no {what}").into()
}

pub async fn fill(backend: &Arc<Backend>) -> Result<Ground, Told> {
    let people = accounts::everyone(backend).await?.into_iter();
    let people = people.map(|row| (row.email.to_string(), row.id)).collect::<HashMap<_, _>>();
    let sara = *people.get("sara@demo.example").ok_or_else(|| missing("Sara"))?;
    let sheet = Sheet::read(ORGANISATIONS.as_bytes())?;
    let mut rows = sheet.rows.iter();
    let host = rows.next().ok_or_else(|| missing("organisations"))?;
    let call = accounts::call_as(backend, sara).await?;
    let id = partnerships::begin_partnership(backend, &call, PARTNERSHIP, fields(&sheet, host)).await?;
    let partnership = id.to_string();
    let call = accounts::call_as(backend, sara).await?;
    for row in rows {
        partnerships::add_organisation(backend, &call, &partnership, fields(&sheet, row)).await?;
    }
    let map = partnerships::stakeholders(backend, &call, &partnership, Default::default()).await?;
    let organisations: HashMap<String, OrganisationId> =
        map.rows.into_iter().map(|row| (row.name.short, row.id)).collect();
    let convenor = organisations.get("Region Örebro län").map(ToString::to_string).unwrap_or_default();
    let mut bodies = HashMap::new();
    for [name, purpose, mandate, rhythm] in BODIES {
        let fields = BodyFields { name, purpose, mandate, rhythm, convenor: &convenor, ..BodyFields::default() };
        bodies.insert(name, partnerships::add_body(backend, &call, &partnership, fields).await?);
    }
    for kind in ListKind::ALL.iter().filter(|kind| kind.shipped().is_some()) {
        lists::take_shipped(backend, &call, &partnership, kind.name(), "0").await?;
    }
    let today = map.today;
    let ground = Ground { backend: Arc::clone(backend), partnership, today, organisations, bodies, people };
    rename(&ground).await?;
    Ok(ground)
}

/// Two that were called something else before.
async fn rename(ground: &Ground) -> Result<(), Told> {
    let call = ground.secretary().await?;
    let (backend, partnership) = (&ground.backend, &ground.partnership);
    let old = NewOrganisationFields {
        short: "Regionförbundet Sörmland",
        official: "Regionförbundet Sörmland",
        membership: "full",
        profile: ProfileFields { actor_type: "public", region: "Södermanlands län", ..ProfileFields::default() },
    };
    let old = partnerships::add_organisation(backend, &call, partnership, old).await?.to_string();
    let successor = ground.organisation("Region Sörmland")?;
    let ending = ["merged", "2019-01-01", successor.as_str()];
    partnerships::end_organisation(backend, &call, partnership, &old, ending, "1").await?;
    let academy = ground.organisation("Mälardalens högskola")?;
    let name = ["Mälardalens universitet", "Mälardalens universitet"];
    partnerships::rename_organisation(backend, &call, partnership, &academy, name, "2022-01-01", "1").await?;
    Ok(())
}

fn fields<'a>(sheet: &Sheet, row: &'a domain::csv::Row) -> NewOrganisationFields<'a> {
    let profile = ProfileFields {
        actor_type: sheet.cell(row, &["actor_type"]),
        region: sheet.cell(row, &["region"]),
        municipality: sheet.cell(row, &["municipality"]),
        ..ProfileFields::default()
    };
    let short = sheet.cell(row, &["short"]);
    let membership = if profile.actor_type == "public" { "full" } else { "adjunct" };
    NewOrganisationFields { short, official: sheet.cell(row, &["official"]), membership, profile }
}
