"""The measurements of `make bench`, as ratios to a floor or a peer that ran in the same minute."""
