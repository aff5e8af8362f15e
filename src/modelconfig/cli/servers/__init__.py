"""The commands that start a server and show the status of a running one: `serve …` and `status`."""
