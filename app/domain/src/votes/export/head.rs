//! What stands before the ballots: the options, the method, and the rules said beforehand.

use serde::{Deserialize, Serialize};

use crate::votes::{
    count::Ties,
    election::{Budget, Consent, Criterion, Dots, Frame, Level, Matrix, Scale},
    files::{Flaw, hundredths},
    method::{Method, Variant},
    name::Name,
    rules::{Abstentions, Basis, Quorum, Rules, Threshold},
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub method: Method,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Variant>,
    pub options: Vec<Listed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u64>,
    /// An amount of money, with up to two decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Graded>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dots: Option<Dotted>,
    /// So many of the worst grades block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking: Option<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Aspect>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Ranks>,
    /// By what it is counted; the first is what the ballots are shown by.
    #[serde(default = "by_heads")]
    pub per: Vec<Basis>,
    /// Into so many parts an organisation's vote is divided, so that those who share it hold whole parts.
    #[serde(default = "one")]
    pub parts: u64,
    #[serde(default)]
    pub entitled: Entitled,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Threshold>,
    #[serde(default)]
    pub abstentions: Abstentions,
    #[serde(default)]
    pub ties: Ties,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<String>,
}

/// Numbers from the least to the most, or names of grades from the worst to the best.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Graded {
    Numbers { least: i64, most: i64 },
    Grades(Vec<Name>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dotted {
    pub budget: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A criterion with its weight, or a requirement, which has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    pub name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranks {
    pub name: Name,
    pub at_least: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Entitled {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heads: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisations: Option<u64>,
}

fn by_heads() -> Vec<Basis> {
    vec![Basis::Heads]
}

const fn one() -> u64 {
    1
}

impl Entitled {
    pub const fn by(self, basis: Basis) -> Option<u64> {
        match basis {
            Basis::Heads => self.heads,
            Basis::Organisations => self.organisations,
        }
    }
}

impl Head {
    pub fn rules(&self) -> Rules {
        Rules { quorum: self.quorum, threshold: self.threshold, abstentions: self.abstentions }
    }

    /// What its ballots may say; or what is wrong in it.
    pub(super) fn frame(&self) -> Result<Frame, Flaw> {
        self.check_rules()?;
        let measures = [
            ("budget", self.budget.is_some(), self.method == Method::EqualShares),
            ("dots", self.dots.is_some(), self.method == Method::Dots),
            ("blocking", self.blocking.is_some(), self.method == Method::Consent),
            ("criteria", !self.criteria.is_empty(), self.method == Method::Matrix),
            ("levels", !self.levels.is_empty(), self.method == Method::Matrix),
            ("scale", self.scale.is_some(), matches!(self.method, Method::Score | Method::Consent | Method::Matrix)),
        ];
        for (key, is_there, is_wanted) in measures {
            match (is_there, is_wanted) {
                (true, false) => return Err(Flaw::DoesNotFit { key }),
                (false, true) if key != "levels" => return Err(Flaw::Lacks { key }),
                _ => {}
            }
        }
        let cost = |listed: &Listed| listed.cost.as_deref().map(hundredths).transpose();
        let costs = self.options.iter().map(cost).collect::<Result<Vec<_>, Flaw>>()?;
        if self.method != Method::EqualShares && costs.iter().any(Option::is_some) {
            return Err(Flaw::DoesNotFit { key: "cost" });
        }
        let scale = self.scale.as_ref().map(Graded::scale).transpose()?;
        Ok(match (self.method, scale) {
            (Method::EqualShares, _) => {
                let costs: Option<Vec<u64>> = costs.into_iter().map(|cost| cost.filter(|cost| *cost > 0)).collect();
                let total = hundredths(self.budget.as_deref().unwrap_or_default())?;
                Frame::Budget(Budget { total, costs: costs.ok_or(Flaw::Lacks { key: "cost" })? })
            }
            (Method::Dots, _) => {
                let dots = self.dots.ok_or(Flaw::Lacks { key: "dots" })?;
                Frame::Dots(Dots { budget: dots.budget, limit: dots.limit })
            }
            (Method::Score, Some(scale)) => Frame::Scale(scale),
            (Method::Consent, Some(scale)) => {
                let blocking = self.blocking.filter(|blocking| *blocking < scale.grades.len());
                Frame::Consent(Consent { grades: scale.grades, blocking: blocking.ok_or(DOES_NOT_BLOCK)? })
            }
            (Method::Matrix, Some(scale)) => Frame::Matrix(self.matrix(scale)?),
            _ => Frame::Plain,
        })
    }

    fn check_rules(&self) -> Result<(), Flaw> {
        let wrong = |key| Err(Flaw::DoesNotFit { key });
        if self.rule.is_some_and(|rule| !self.method.variants().contains(&rule)) {
            return wrong("rule");
        }
        if self.seats == Some(0) || (self.seats.is_some() && !self.method.has_seats()) {
            return wrong("seats");
        }
        if self.threshold.is_some() && !self.method.can_be_carried() {
            return wrong("threshold");
        }
        if self.threshold == Some(Threshold::Consensus) && self.method != Method::Consent {
            return wrong("threshold");
        }
        let needs_number = matches!(self.quorum, Some(Quorum::AtLeast { .. } | Quorum::MoreThan { .. }))
            || self.threshold == Some(Threshold::OfAllEntitled);
        if needs_number && self.per.iter().any(|basis| self.entitled.by(*basis).is_none()) {
            return Err(Flaw::Lacks { key: "entitled" });
        }
        if let Some(Quorum::AtLeast { of: 0, .. } | Quorum::MoreThan { of: 0, .. }) = self.quorum {
            return wrong("quorum");
        }
        if self.parts == 0 {
            return wrong("parts");
        }
        if let Ties::Chair(order) = &self.ties {
            let is_option = |name: &Name| self.options.iter().any(|option| option.name == name.as_str());
            if !order.iter().all(is_option) {
                return wrong("ties");
            }
        }
        match self.per[..] {
            [] => wrong("per"),
            [first, ref more @ ..] if more.contains(&first) || more.len() > 1 => wrong("per"),
            _ => Ok(()),
        }
    }

    fn matrix(&self, scale: Scale) -> Result<Matrix, Flaw> {
        let cells = self.options.len().checked_mul(self.criteria.len()).and_then(|cells| u16::try_from(cells).ok());
        let weights = self.criteria.iter().filter_map(|criterion| criterion.weight);
        let sum = weights.clone().try_fold(0_u64, u64::checked_add);
        if cells.is_none() || weights.clone().any(|weight| weight == 0) || sum.is_none_or(|sum| sum == 0) {
            return Err(Flaw::DoesNotFit { key: "criteria" });
        }
        let mut names: Vec<&Name> = self.criteria.iter().map(|criterion| &criterion.name).collect();
        names.sort();
        if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Flaw::Twice { name: twice[0].to_string() });
        }
        if !self.levels.is_sorted_by(|one, other| one.at_least > other.at_least) {
            return Err(Flaw::DoesNotFit { key: "levels" });
        }
        let criterion = |aspect: &Aspect| Criterion { name: aspect.name.clone(), weight: aspect.weight };
        let level = |ranks: &Ranks| Level { name: ranks.name.clone(), at_least: ranks.at_least };
        Ok(Matrix {
            criteria: self.criteria.iter().map(criterion).collect(),
            scale,
            levels: self.levels.iter().map(level).collect(),
        })
    }
}

const DOES_NOT_BLOCK: Flaw = Flaw::DoesNotFit { key: "blocking" };

impl Graded {
    fn scale(&self) -> Result<Scale, Flaw> {
        let wrong = Flaw::DoesNotFit { key: "scale" };
        match self {
            Self::Numbers { least, most } if least < most => Ok(Scale { least: *least, most: *most, grades: vec![] }),
            Self::Numbers { .. } => Err(wrong),
            Self::Grades(grades) => {
                let most = i64::try_from(grades.len()).map_err(|_| wrong.clone())? - 1;
                if most < 1 { Err(wrong) } else { Ok(Scale { least: 0, most, grades: grades.clone() }) }
            }
        }
    }
}
