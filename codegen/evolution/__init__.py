"""The contract over time: releases as they were, and what a change of the schema breaks for whom."""
