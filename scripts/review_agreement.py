"""Open the reading desk of an agreement."""

from contract_site.cli import review_agreement

if __name__ == "__main__":
    review_agreement()
