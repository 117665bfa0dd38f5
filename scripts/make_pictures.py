"""Make the pictures of the guides anew."""

from contract_site.cli import make_pictures

if __name__ == "__main__":
    make_pictures()
