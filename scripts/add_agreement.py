"""Add an agreement from its files."""

from contract_site.cli import add_agreement

if __name__ == "__main__":
    add_agreement()
