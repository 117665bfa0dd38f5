"""Take an agreement out of the project."""

from contract_site.cli import remove_agreement

if __name__ == "__main__":
    remove_agreement()
