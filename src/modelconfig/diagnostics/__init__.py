"""What is wrong with an input: problems, codes and their explanations, rules, phrases, suggestions."""
