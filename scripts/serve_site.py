"""Show the site on this machine and follow changes."""

from contract_site.cli import serve_site

if __name__ == "__main__":
    serve_site()
