//! Votes in Swedish.

use domain::votes::{
    count::{Event, Purpose, Reason, Settled, Stands},
    export::Decided,
    files::{Expected, Flaw},
    rules::{Basis, Part, Quorum, Threshold},
};

use super::{VoteWords, list};

pub static WORDS: VoteWords = VoteWords {
    winner: "vinnare",
    elected: "valda",
    tie: "lika röstetal",
    estimate: "uppskattning",
    nobody: "Ingen är vald.",
    round: |round| format!("Omgång {round}"),
    exhausted: "utan fler namn",
    unspent: "kvar hos de röstande",
    cut: "bortkapat",
    by_organisations: |parts| match parts {
        1 => "Räknat per organisation:".to_owned(),
        parts => format!("Räknat per organisation, som var och en har {parts} röster:"),
    },
    hands: |hands| format!("{} räknades genom handuppräckning i rummet.", counted(hands, "röst", "röster")),
    event,
    decided,
    fault: |line, column, what| format!("rad {line}, tecken {column}: {what}"),
    flaw,
};

fn counted(number: u64, one: &str, more: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {more}") }
}

fn event(event: &Event) -> String {
    match event {
        Event::Ballots { valid, blank, invalid } => {
            let valid = counted(*valid, "giltig röstsedel", "giltiga röstsedlar");
            let blank = counted(*blank, "blank", "blanka");
            format!("{valid}, {blank} och {}.", counted(*invalid, "ogiltig", "ogiltiga"))
        }
        Event::NothingToCount => "Ingen har fått någon röst. Därför är alla alternativ lika.".to_owned(),
        Event::Quota { quota, votes, seats } => {
            let seats = counted(*seats, "plats", "platser");
            format!("{seats} och {votes} röster: den som har {quota} är vald.")
        }
        Event::Elected { option, votes, reason } => match reason {
            Reason::MostVotes => format!("{option} är vald med flest röster, {votes}."),
            Reason::Majority { of } => format!("{option} är vald med {votes} röster, mer än hälften av {of}."),
            Reason::Quota { quota } => format!("{option} är vald: {votes} röster räcker till gränsen {quota}."),
            Reason::LastPlaces => {
                format!("{option} är vald med {votes} röster, för det finns inte fler alternativ kvar än platser.")
            }
            Reason::Unbeaten => {
                format!("{option} är vald: inget annat alternativ har en starkare väg dit än vägen tillbaka.")
            }
            Reason::BestGrade => format!("{option} kommer först, med {votes}."),
        },
        Event::Excluded { option, votes } => format!("{option} går ut med minst antal röster, {votes}."),
        Event::Equal { options, votes } => format!("{} är kvar, var och en med {votes} röster.", list(options, "och")),
        Event::Surplus { option, votes, quota, surplus } => format!(
            "{option} har {votes} röster och behöver {quota}. Överskottet {surplus} går vidare: varje röstsedel är nu \
             värd sitt värde gånger {surplus} delat med {votes}, kapat efter fem decimaler."
        ),
        Event::Moved { from, to: Some(to), papers, value, votes } => {
            let papers = counted(*papers, "röstsedel", "röstsedlar");
            format!("{papers} à {value} går från {from} till {to}: {votes}.")
        }
        Event::Moved { from, to: None, papers, value, votes } => {
            let papers = counted(*papers, "röstsedel", "röstsedlar");
            format!("{papers} à {value} från {from} har inga fler namn: {votes}.")
        }
        Event::Cut { votes } => format!("{votes} faller bort när decimaler kapas."),
        Event::Tie { purpose, options, settled } => tie(*purpose, &list(options, "och"), settled),
        Event::Pair { option, other, votes, against } => {
            format!("{votes} sätter {option} före {other}, {against} tvärtom.")
        }
        Event::Path { winner, loser, strength, back } => {
            format!("Den starkaste vägen från {winner} till {loser} har {strength} röster, vägen tillbaka {back}.")
        }
        Event::Keeps { option, share } => format!("{option} behåller {share} av varje röst och lämnar resten vidare."),
        Event::Iterated { times, surplus } => {
            let times = counted((*times).into(), "gång", "gånger");
            format!("Röster lämnades vidare {times}; överskottet som är kvar är {surplus}.")
        }
        Event::CertainLosers { options, votes, surplus, next } => format!(
            "{} kan inte komma i kapp: deras {votes} röster och hela överskottet {surplus} är mindre än de {next} som \
             nästa har.",
            list(options, "och")
        ),
        Event::Median { option, grade, better, worse } => {
            format!("{option} har mittbetyget {grade}; {better} gav ett bättre och {worse} ett sämre.")
        }
        Event::Blocked { option, blocks } => {
            format!("{option} går inte igenom: {} blockerar.", counted(*blocks, "röstsedel", "röstsedlar"))
        }
        Event::Mean { option, criterion, mean, weight, answers } => {
            format!("{option}, {criterion}: i snitt {mean} av {answers} svar, med vikten {weight}.")
        }
        Event::NoAnswer { option, criterion, least } => {
            format!("{option}, {criterion}: ingen har svarat, vilket räknas som {least}.")
        }
        Event::Requirement { option, criterion, met, unmet, unclear, stands } => {
            let stands = match stands {
                Stands::Met => "uppfyllt",
                Stands::Failed => "inte uppfyllt, och alternativet redovisas för sig",
                Stands::Unclear => "oklart",
            };
            format!("{option}, {criterion}: {met} svarar uppfyllt, {unmet} inte, {unclear} oklart. Kravet är {stands}.")
        }
        Event::Weighted { option, mean, level: Some(level) } => {
            format!("{option} har det vägda medelvärdet {mean}: {level}.")
        }
        Event::Weighted { option, mean, level: None } => format!("{option} har det vägda medelvärdet {mean}."),
        Event::Estimated { option, answers, least, lower_quartile, median, upper_quartile, greatest } => format!(
            "{option}: mitten av {answers} svar är {median}; hälften ligger mellan {lower_quartile} och \
             {upper_quartile}, alla mellan {least} och {greatest}."
        ),
        Event::Share { share, voters, raised } => {
            let voters = counted(*voters, "röstande", "röstande");
            let times = counted(*raised, "gång", "gånger");
            format!("Var och en av {voters} har {share}, efter att andelen har höjts med 1 {times}.")
        }
        Event::Bought { option, cost, supporters, each, emptied } => format!(
            "{option} köps. Det kostar {cost} och stöds av {supporters}, som betalar {each} var; {emptied} av dem har \
             mindre och betalar allt de har kvar."
        ),
        Event::NothingFits { left } => format!("{left} är kvar, och inget mer som någon stöder ryms i det."),
        Event::WouldOverspend { cost, budget } => {
            format!("Om andelarna höjdes en gång till skulle valet kosta {cost}, mer än budgeten {budget}.")
        }
    }
}

fn tie(purpose: Purpose, options: &str, settled: &Settled) -> String {
    let what = match purpose {
        Purpose::Elect => "kan vinna",
        Purpose::Transfer => "kan lämna vidare först",
        Purpose::Exclude => "kan gå ut",
        Purpose::Buy => "kan köpas",
    };
    let how = match settled {
        Settled::EarlierRound { chosen, round } => {
            format!("{chosen} tas, för i omgång {round} skilde de sig senast åt")
        }
        Settled::Order { chosen } => format!("{chosen} tas, eftersom det står först i listan"),
        Settled::Seed { chosen, draw, ticket } => {
            format!("lott nummer {draw} faller på {chosen}, vars lott {ticket} är minst")
        }
        Settled::Chair { chosen } => format!("{chosen} tas genom utslagsröst"),
        Settled::Open => "det lämnas öppet".to_owned(),
    };
    format!("{options} har lika röstetal och {what}: {how}.")
}

fn decided(decided: &Decided) -> Vec<String> {
    let mut said: Vec<String> = decided.decision.parts.iter().flat_map(part).collect();
    said.push(match (&decided.option, decided.decision.carried) {
        (Some(option), true) => format!("{option} går igenom."),
        (Some(option), false) => format!("{option} går inte igenom."),
        (None, true) => "Mötet är beslutfört.".to_owned(),
        (None, false) => "Inget går igenom.".to_owned(),
    });
    said
}

fn part(part: &Part) -> Vec<String> {
    let Part { in_favour, against, abstaining, blocking, of, .. } = part;
    let basis = match part.basis {
        Basis::Heads => "Per person",
        Basis::Organisations => "Per organisation",
    };
    let mut said =
        vec![format!("{basis}: {in_favour} för, {against} emot (varav {blocking} blockerar), {abstaining} avstår.")];
    let reached = |reached: bool| if reached { "uppnås" } else { "uppnås inte" };
    if let Some(quorum) = part.quorum {
        let wanted = match quorum {
            Quorum::Number(number) => number.to_string(),
            Quorum::AtLeast { part, of } => format!("minst {part}/{of} av de röstberättigade"),
            Quorum::MoreThan { part, of } => format!("mer än {part}/{of} av de röstberättigade"),
        };
        said.push(format!("{basis}: kravet på beslutförhet, {wanted}, {}.", reached(part.has_quorum)));
    }
    if let Some(threshold) = part.threshold {
        let wanted = match threshold {
            Threshold::Simple => format!("mer än hälften av {of}"),
            Threshold::OfAllEntitled => format!("mer än hälften av alla {of}"),
            Threshold::TwoThirds => format!("två tredjedelar av {of}"),
            Threshold::Consensus => "att ingen blockerar".to_owned(),
        };
        said.push(format!("{basis}: {wanted} {}.", reached(part.has_threshold)));
    }
    if part.by_tie_rule {
        said.push(format!("{basis}: det är lika röstetal, och regeln för det avgör."));
    }
    said
}

fn flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::NotText => "det här är inte text i UTF-8".to_owned(),
        Flaw::ControlCharacter => "det här är ett styrtecken och inte text (är filen i UTF-16?)".to_owned(),
        Flaw::LineTooLong { most } => format!("raden är längre än {most} byte"),
        Flaw::Expected { what } => format!("här ska {} stå", expected(*what)),
        Flaw::NumberTooLarge => "talet är för stort".to_owned(),
        Flaw::TooManyBallots => "det finns fler röstsedlar än som kan räknas".to_owned(),
        Flaw::TooManyOptions { most } => format!("det finns fler än {most} alternativ"),
        Flaw::NoOptions => "filen har inga alternativ".to_owned(),
        Flaw::UnknownOption { name } => format!("det finns inget {name:?} att välja"),
        Flaw::Twice { name } => format!("{name:?} står här två gånger"),
        Flaw::NoScore { name } => format!("{name:?} saknar poäng, och det är poäng som ska räknas"),
        Flaw::MixedSigns => "kommatecken går inte ihop med > och = på samma röstsedel".to_owned(),
        Flaw::OrderAgainstScores => "ordningen säger något annat än poängen".to_owned(),
        Flaw::AfterEnd => "efter slutet får inget stå".to_owned(),
        Flaw::WrongNumber { said, found } => format!("filen uppger {said} men har {found}"),
        Flaw::Unfinished { missing } => format!("filen slutar för tidigt: {} saknas", expected(*missing)),
        Flaw::NotApprovals => "ur det här formatet kan bara godkännanden räknas".to_owned(),
        Flaw::Lacks { key } => format!("{key:?} saknas"),
        Flaw::DoesNotFit { key } => format!("{key:?} stämmer inte med det som annars står om omröstningen"),
        Flaw::NoMark { given } => format!("{given:?} är inget som kan ges i den här omröstningen"),
    }
}

fn expected(what: Expected) -> &'static str {
    match what {
        Expected::Number => "ett tal",
        Expected::Positive => "ett tal över 0",
        Expected::Name => "ett alternativs namn",
        Expected::Quote => "ett citattecken",
        Expected::Bracket => "en slutparentes",
        Expected::Colon => "ett kolon",
        Expected::Sign => ">, = eller ett kommatecken",
        Expected::Nought => "den nolla som avslutar röstsedlarna",
        Expected::Seats => "antalet platser",
        Expected::Section => "META, sedan PROJECTS, sedan VOTES",
        Expected::Column => "avsnittets kolumn",
        Expected::Budget => "budgeten",
        Expected::Cell => "en cell till",
        Expected::LineEnd => "raden sluta och inget mer",
        Expected::Vote => "omröstningen, före röstsedlarna,",
        Expected::Ballots => "listan med röstsedlar",
    }
}
