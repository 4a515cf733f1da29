"""The use-cases: record, attach, decide, undo, report. One transaction each, no UI words."""
