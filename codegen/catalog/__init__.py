"""The hand-edited catalogue, from YAML files to one checked model configuration with its revision."""
