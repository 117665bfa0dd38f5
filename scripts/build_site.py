"""Build the site from the source agreements."""

from contract_site.cli import build_site

if __name__ == "__main__":
    build_site()
