"""The handout: the player in one file that needs no server and no network."""
