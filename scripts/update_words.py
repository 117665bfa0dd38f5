"""Bring the catalogues of the site's own words up to the code."""

from contract_site.cli import update_words

if __name__ == "__main__":
    update_words()
