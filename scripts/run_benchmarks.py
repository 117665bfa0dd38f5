"""Measure parsing and building: speed, growth with the text, stages, weight of pages."""

from contract_site.cli import run_benchmarks

if __name__ == "__main__":
    run_benchmarks()
