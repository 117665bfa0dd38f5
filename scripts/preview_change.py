"""Say what the change since a commit does to the published site."""

from contract_site.cli import preview_change

if __name__ == "__main__":
    preview_change()
