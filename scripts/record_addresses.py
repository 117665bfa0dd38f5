"""Record new addresses in the ledgers of published addresses."""

from contract_site.cli import record_addresses

if __name__ == "__main__":
    record_addresses()
