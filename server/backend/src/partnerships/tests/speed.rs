//! How many questions do not grow with how much there is: a thousand organisations and five hundred seats are read at once.

use std::time::{Duration, Instant};

use domain::{
    ids::PersonId,
    partnerships::{ActorType, Membership, Name, NewOrganisation, Profile, Role},
};

use super::*;

/// Far more than it takes, and far less than a question for each would.
const PATIENCE: Duration = Duration::from_secs(2);

#[tokio::test]
async fn a_thousand_organisations_and_five_hundred_seats_are_read_at_once() {
    on_each_database(async |backend| {
        let ground = begun(&backend).await;
        let person: PersonId = ground.secretary.id().await;
        let today = ground.today().await.parse().expect("a day");
        backend
            .store
            .write(async |tx| {
                for n in 0..1_000 {
                    let short = format!("Organisation {n}");
                    let profile = Profile {
                        actor_type: ActorType::ALL[n % ActorType::ALL.len()],
                        region: Some(format!("Län {}", n % 21)),
                        municipality: None,
                        aliases: vec![format!("O{n}")],
                        helps_with: "Mycket".into(),
                        contact: None,
                    };
                    let name = Name { official: short.clone(), short };
                    let new = NewOrganisation { name, profile, membership: Membership::Full };
                    let id = organisation_changes::insert(&backend, tx, ground.id, new).await?;
                    if n % 2 == 0 {
                        let seat = seat_changes::insert(&backend, tx, ground.id, None, id, Role::Member).await?;
                        let tenure = domain::ids::TenureId(crate::ids::at_random()?);
                        let events = domain::partnerships::Seat::default().hand_over(tenure, Some(person), today)?;
                        seat_changes::store(tx, seat.id(), &events).await?;
                    }
                }
                Ok(())
            })
            .await
            .expect("written");
        let start = Instant::now();
        let call = ground.secretary.call().await;
        assert_eq!(call.caller.seats().len(), 501);
        let map = stakeholders(&backend, &call, &ground.text(), StakeholderFilter::default()).await.expect("a map");
        let page = partnership(&backend, &call, &ground.text()).await.expect("a page");
        let all = seats(&backend, &call, &ground.text(), None).await.expect("listed");
        let took = start.elapsed();
        assert_eq!((map.rows.len(), page.organisations, all.len()), (1_001, 1_001, 501));
        assert!(took < PATIENCE, "{took:?}");
    })
    .await;
}
