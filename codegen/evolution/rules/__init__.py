"""The rules: one small function a rule, whose name is its id. Each says what one kind of change does to whom."""
