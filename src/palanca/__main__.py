"""`python -m palanca`."""

from palanca.cli import main

main()
