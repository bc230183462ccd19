"""The command line beside its commands: options, help, how the program ends, progress, the report of a run."""
