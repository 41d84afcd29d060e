//! Guessing is slowed down, by account and by address; whoever is right is not.

use super::*;

#[tokio::test]
async fn five_wrong_passwords_make_the_account_wait_and_longer_each_time() {
    on_each_database(async |backend| {
        administrator(&backend).await;
        let mut ada = Visitor::new(&backend);
        for _ in 0..5 {
            let wrong = ada.with_password("ada@example.se", "fel lösenord här").await;
            assert_eq!(refused_at(wrong, "password"), Reason::WrongPassword);
        }
        let stopped = problem(ada.with_password("ada@example.se", PASSWORD).await);
        assert!(matches!(stopped, Problem::TooMany { retry_s: 25..=30 }), "{stopped:?}");
        later(&backend, Span::seconds(30));
        let wrong = ada.with_password("ada@example.se", "fel lösenord här").await;
        assert_eq!(refused_at(wrong, "password"), Reason::WrongPassword);
        let stopped = problem(ada.with_password("ada@example.se", PASSWORD).await);
        assert!(matches!(stopped, Problem::TooMany { retry_s: 55..=60 }), "{stopped:?}");
        later(&backend, Span::seconds(60));
        ada.with_password("ada@example.se", PASSWORD).await.expect("it is right, and the wait is over");
        let wrong = ada.with_password("ada@example.se", "fel lösenord här").await;
        assert_eq!(refused_at(wrong, "password"), Reason::WrongPassword, "being right has cleared the account");
        ada.with_password("ada@example.se", PASSWORD).await.expect("a single failure is free");
    })
    .await;
}

#[tokio::test]
async fn guessing_passwords_does_not_close_the_road_by_code() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        invited(&ada, "kim@example.se", "member").await;
        let mut thief = Visitor::from(&backend, "198.51.100.7");
        for _ in 0..6 {
            problem(thief.with_password("kim@example.se", "fel lösenord här").await);
        }
        let mut kim = Visitor::new(&backend);
        kim.request_code("kim@example.se").await.expect("asked");
        kim.enter_code(&code_for(&backend, "kim@example.se").await).await.expect("it is right");
    })
    .await;
}

#[tokio::test]
async fn a_whole_hall_behind_one_address_gets_in_while_somebody_there_is_slowed() {
    on_each_database(async |backend| {
        let ada = administrator(&backend).await;
        let mut hall = Vec::new();
        for n in 0..30 {
            let email = format!("guest{n}@example.se");
            invited(&ada, &email, "member").await;
            hall.push((Visitor::from(&backend, "203.0.113.5"), email));
        }
        // All at once, so that no second of theirs is forgotten while they are at it.
        let mut guesser = Visitor::from(&backend, "203.0.113.5");
        let mut answers = Vec::new();
        for n in 0..7 {
            guesser.request_code(&format!("unknown{n}@example.se")).await.expect("asked");
            for _ in 0..5 {
                answers.push(problem(guesser.enter_code("000000").await));
            }
        }
        let told = answers.iter().filter(|answer| answer.at("code").is_some()).count();
        let slowed = answers.iter().filter(|answer| matches!(answer, Problem::TooMany { .. })).count();
        assert!((20..=30).contains(&told), "{told} were told that the code was wrong");
        assert_eq!(told + slowed, 35);
        for (guest, email) in &mut hall {
            guest.request_code(email).await.expect("asked");
            guest.enter_code(&code_for(&backend, email).await).await.expect("others' failures do not stop them");
        }
        let mut elsewhere = Visitor::from(&backend, "198.51.100.1");
        elsewhere.request_code("unknown@example.se").await.expect("asked");
        assert!(matches!(refused_at(elsewhere.enter_code("000000").await, "code"), Reason::WrongCode { left: 4 }));
    })
    .await;
}

#[tokio::test]
async fn a_mailbox_is_not_filled_from_here() {
    on_each_database(async |backend| {
        let mut kim = Visitor::new(&backend);
        for _ in 0..5 {
            kim.request_code("kim@example.se").await.expect("asked");
        }
        let stopped = problem(kim.request_code("kim@example.se").await);
        assert!(matches!(stopped, Problem::TooMany { retry_s: 50..=60 }), "{stopped:?}");
        assert_eq!(letters_to(&backend, "kim@example.se").await.len(), 5);
        later(&backend, Span::minutes(1));
        kim.request_code("kim@example.se").await.expect("the wait is over");
        let mut elsewhere = Visitor::from(&backend, "198.51.100.1");
        elsewhere.request_code("kim@example.se").await.expect("another address has not asked yet");
        for n in 0..40 {
            let mut other = Visitor::from(&backend, &format!("198.51.100.{n}"));
            let _ = other.request_code("kim@example.se").await;
        }
        assert!(letters_to(&backend, "kim@example.se").await.len() <= 21, "from wherever it is asked");
    })
    .await;
}

#[tokio::test]
async fn of_many_guesses_at_once_no_more_are_answered_than_one_after_another() {
    on_each_database(async |backend| {
        administrator(&backend).await;
        let guesses = (0..12).map(|n| {
            let mut guesser = Visitor::from(&backend, &format!("198.51.100.{n}"));
            tokio::spawn(async move { problem(guesser.with_password("ada@example.se", "fel lösenord här").await) })
        });
        let mut told = 0;
        for guess in guesses.collect::<Vec<_>>() {
            told += usize::from(guess.await.expect("ran").at("password").is_some());
        }
        assert!((1..=6).contains(&told), "{told} learnt that they were wrong");
    })
    .await;
}
