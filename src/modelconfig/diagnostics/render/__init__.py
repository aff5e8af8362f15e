"""Problems as text for people, JSON for programs, annotations for GitHub, and SARIF for code scanners."""
