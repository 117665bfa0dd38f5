"""Compare two agreements: slugs of the project, or any two files."""

from contract_site.cli import compare_editions

if __name__ == "__main__":
    compare_editions()
