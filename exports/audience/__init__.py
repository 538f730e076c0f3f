"""The audience's page: the living handout of a link as a page with files that all such pages share."""
