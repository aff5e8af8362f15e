"""Problems of an input: codes and explanations, rules, phrases, suggestions, JSON tokens, credentials."""
