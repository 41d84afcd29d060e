# Counts a file of approvals with pabutools, by the rule that tests/data/elections describes: FILE equal-shares
import sys

from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule

instance, profile = parse_pabulib(sys.argv[1])
place = {project.name: int(project.name[1:]) for project in instance}
ties = TieBreakingRule(
    lambda _instance, profile, project: (project.cost, -profile.approval_score(project), place[project.name])
)
bought = method_of_equal_shares(
    instance, profile, sat_class=Cost_Sat, voter_budget_increment=1, tie_breaking=ties
)
print(",".join(sorted((project.name for project in bought), key=place.get)))
