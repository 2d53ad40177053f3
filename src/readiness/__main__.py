"""`python -m readiness`: the command line."""

from readiness.cli.main import run

if __name__ == "__main__":
    run()
