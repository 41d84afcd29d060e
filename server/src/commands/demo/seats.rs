//! Who sits where in the demo: holders, substitutes, earlier holders, and one seat that is empty.

use backend::partnerships;

use super::{
    Told,
    ground::{Ground, LEADING, STEERING, WORKING},
};

/// Organisation, body (none: the partnership as a whole), role, whose it is; nobody's when empty.
const SEATS: [[&str; 4]; 30] = [
    ["Region Örebro län", "", "secretariat", "astrid"],
    ["Region Örebro län", "", "facilitator", "tove"],
    ["Region Östergötland", "", "facilitator", "per-olof"],
    ["Region Sörmland", "", "delegate", "maria"],
    ["Region Uppsala", "", "delegate", "ali"],
    ["Region Västmanland", "", "delegate", "lena"],
    ["Region Örebro län", "", "delegate", "karin"],
    ["Region Östergötland", "", "delegate", "mohammed"],
    ["Eskilstuna", "", "delegate", "pekka"],
    ["Kinda", "", "delegate", "eva"],
    ["Karlskoga", "", "delegate", "bo"],
    ["Linköpings universitet", "", "member", "henrik"],
    ["Örebro universitet", "", "member", "ingrid"],
    ["Automation Region", "", "member", "oskar"],
    ["Coompanion", "", "observer", "gun-britt"],
    ["Uppsala universitet", "", "evaluator", "viktor"],
    ["Region Sörmland", LEADING, "member", "maria"],
    ["Region Uppsala", LEADING, "member", "ali"],
    ["Region Västmanland", LEADING, "member", "lena"],
    ["Region Örebro län", LEADING, "member", "karin"],
    ["Region Östergötland", LEADING, "member", ""],
    ["Region Sörmland", STEERING, "delegate", "samira"],
    ["Region Uppsala", STEERING, "delegate", "daniel"],
    ["Region Västmanland", STEERING, "delegate", "elin"],
    ["Region Örebro län", STEERING, "delegate", "nils"],
    ["Region Östergötland", STEERING, "delegate", "fatima"],
    ["Region Sörmland", WORKING, "member", "jonas"],
    ["Region Uppsala", WORKING, "member", "tomas"],
    ["Region Västmanland", WORKING, "member", "ulrika"],
    ["Region Örebro län", WORKING, "member", "tove"],
];

pub async fn fill(ground: &Ground) -> Result<(), Told> {
    let call = ground.secretary().await?;
    let (backend, partnership) = (&ground.backend, &ground.partnership);
    for (n, [organisation, body, role, holder]) in (0..).zip(SEATS) {
        let (organisation, body) = (ground.organisation(organisation)?, ground.body(body)?);
        let seat = partnerships::make_seat(backend, &call, partnership, &organisation, &body, role).await?.to_string();
        if holder.is_empty() {
            continue;
        }
        let (from, email) = (ground.in_days(-400 + n), address(holder));
        partnerships::hand_over(backend, &call, partnership, &seat, &email, &from, "1").await?;
        match (holder, role) {
            // Jonas stands in for Maria.
            ("maria", "delegate") => {
                let from = ground.in_days(-120);
                let jonas = address("jonas");
                let until = [from.as_str(), ""];
                partnerships::appoint_substitute(backend, &call, partnership, &seat, &jonas, until, "2").await?;
            }
            // Lena leaves in three weeks, and nobody has been found yet.
            ("lena", "delegate") => {
                let leaves = ground.in_days(21);
                partnerships::hand_over(backend, &call, partnership, &seat, "", &leaves, "2").await?;
            }
            _ => {}
        }
    }
    for (short, person) in [("Region Uppsala", "ali"), ("Region Örebro län", "karin"), ("Kinda", "eva")] {
        let organisation = ground.organisation(short)?;
        let call = ground.call_of(&address(person)).await?;
        partnerships::confirm_organisation(backend, &call, partnership, &organisation).await?;
    }
    Ok(())
}

pub fn address(name: &str) -> String {
    format!("{name}@demo.example")
}
