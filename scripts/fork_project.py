"""Make a site of one's own of a copy of this project: `python scripts/fork_project.py "Pier Papers" --yes`."""

from contract_site.cli import fork_project

if __name__ == "__main__":
    fork_project()
