"""Propose subjects for an edition: lines of TOML for a person to read, correct and accept."""

from contract_site.cli import propose_subjects

if __name__ == "__main__":
    propose_subjects()
