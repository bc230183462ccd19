"""`python -m clean`: the same as `clean`, by the Python that is named."""

from clean.console.running import main

if __name__ == "__main__":
    main()
