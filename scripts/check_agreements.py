"""Print the findings on all source agreements."""

from contract_site.cli import check_agreements

if __name__ == "__main__":
    check_agreements()
