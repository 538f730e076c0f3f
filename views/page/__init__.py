"""One module per page of the app: what it shows and controls."""
