"""The controls of the race: each draws widgets from the lecture and returns nothing."""
