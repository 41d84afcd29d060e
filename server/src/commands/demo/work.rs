//! Two processes of the demo, both under way, and what waits in them for different people.

use backend::{
    lists::{self, Owner},
    processes, waiting,
};
use domain::{
    processes::{MandateFields, NewProcessFields, ProcessFields},
    waiting::WaitingKind,
};

use super::{
    Told,
    ground::{Ground, LEADING, WORKING},
    seats::address,
};

const GOALS: &str = "code,label,group\n\
    M1,Alla i Sörmland har nära till arbete och utbildning,Arbete\n\
    M2,Energin är fossilfri och räcker till,Klimat\n\
    M3,Vattnet är rent i sjöar och brunnar,Klimat\n";

pub async fn fill(ground: &Ground) -> Result<(), Told> {
    input(ground).await?;
    roadmap(ground).await?;
    let region = ground.organisation("Region Sörmland")?;
    let maria = ground.call_of(&address("maria")).await?;
    let owner = Owner { organisation: &region, kind: "goals" };
    lists::replace_list(&ground.backend, &maria, &ground.partnership, owner, GOALS.as_bytes(), "0").await?;
    let waits = waiting::waiting(&ground.backend, &maria).await?;
    if let Some(item) = waits.iter().find(|row| row.kind == WaitingKind::ConfirmOrganisation && row.may_give) {
        waiting::give_to_substitute(&ground.backend, &maria, &item.id.to_string()).await?;
    }
    Ok(())
}

/// In consultation since two weeks, with a mandate in writing.
async fn input(ground: &Ground) -> Result<(), Told> {
    let title = "NRPP-inspel 2028–2034";
    let id = begin(ground, title, "nrpp_input", LEADING, "partnership_proposes", [47, 17]).await?;
    let (backend, call) = (&ground.backend, ground.secretary().await?);
    let purposes = "Ett gemensamt inspel som varje region kan stå bakom\n\
        Det syns var regionerna tycker olika\n\
        Kommunerna har haft sin tid";
    let body = ground.body(LEADING)?;
    let fields = ProcessFields { title, body: &body, purposes };
    processes::change_process(backend, &call, &id, fields, &revision(ground, &id).await?).await?;
    let mandate = MandateFields {
        text: "Ledningsgruppen ska lämna ett gemensamt inspel som varje region kan stå bakom, \
            och som visar var vi tycker olika.",
        writes: "Arbetsgruppen",
        answers: "Alla organisationer, var och en genom sin plats",
        weighs: "Sekretariatet",
        decides: "Politiska styrgruppen, med två tredjedelars majoritet. Reservationer följer med texten.",
    };
    processes::change_mandate(backend, &call, &id, mandate, &revision(ground, &id).await?).await?;
    Ok(())
}

/// Still a draft, and nobody has written down who decides.
async fn roadmap(ground: &Ground) -> Result<(), Told> {
    begin(ground, "Färdplan Morgondagens energilösningar", "roadmap", WORKING, "partnership_reads", [39, 3]).await?;
    Ok(())
}

/// One of so many weeks, of which some have passed; the timetable is proposed from today on, and then moved back.
async fn begin(
    ground: &Ground,
    title: &str,
    kind: &str,
    body: &str,
    access: &str,
    [weeks, passed]: [i32; 2],
) -> Result<String, Told> {
    let (backend, call) = (&ground.backend, ground.secretary().await?);
    let body = ground.body(body)?;
    let last = ground.in_days(7 * weeks);
    let fields = NewProcessFields { title, kind, last: &last, body: &body, access };
    let id = processes::begin_process(backend, &call, &ground.partnership, fields).await?.to_string();
    let page = processes::process(backend, &call, &id).await?;
    let first = page.phases.first().ok_or("a process has phases")?.phase;
    // In whole weeks, so that phases still begin on Mondays.
    let back = 7 * ((first.from.since(ground.today) + 6) / 7 + passed);
    let days = [first.from.plus(-back).to_string(), first.to.plus(-back).to_string()];
    let days = [days[0].as_str(), days[1].as_str()];
    let revision = page.revision.0.to_string();
    processes::move_phase(backend, &call, &id, &first.id.to_string(), days, "shift", &revision).await?;
    Ok(id)
}

async fn revision(ground: &Ground, process: &str) -> Result<String, Told> {
    let page = processes::process(&ground.backend, &ground.secretary().await?, process).await?;
    Ok(page.revision.0.to_string())
}
