"""Standard markup: JSON-LD, microdata, RDFa (all read as schema.org) and meta tags."""
