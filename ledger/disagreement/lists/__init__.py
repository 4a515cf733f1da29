"""The words that steer a comparison, as data: signals, cues, outcomes, measures, and the rest."""
