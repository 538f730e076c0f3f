"""The link: a lecture as the query string of an address, and back."""
