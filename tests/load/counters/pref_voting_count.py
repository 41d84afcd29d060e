# Counts a file of ballots with pref_voting, as its own documentation does: FILE irv|schulze
import sys

from pref_voting.io.readers import abif_to_profile
from pref_voting.iterative_methods import instant_runoff
from pref_voting.margin_based_methods import beat_path

profile = abif_to_profile(sys.argv[1])
count = {"irv": instant_runoff, "schulze": beat_path}[sys.argv[2]]
print(",".join(profile.cmap[winner] for winner in count(profile)))
