"""Parse one file and show or write what was found."""

from contract_site.cli import inspect_agreement

if __name__ == "__main__":
    inspect_agreement()
