"""What the browser draws: for every page a small JSON, and its arrays as bytes."""
