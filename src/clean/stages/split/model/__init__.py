"""The boundary model: the cues of gaps weighed, the gaps held against each other, and what spoke for each."""
