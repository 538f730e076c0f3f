"""What the browser is given: for every page a JSON scene, and its arrays as blobs."""
