"""The register of requests (办件) on the screen: the list, the panel of one request, taking one in, slips."""
