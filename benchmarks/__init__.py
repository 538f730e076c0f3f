"""What `make bench` measures: always a ratio to a floor or a peer that ran in the same minute."""
