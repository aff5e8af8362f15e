"""The two servers: a gateway that publishes the catalogue, and an instance that polls one and serves its clients.

Everything here needs the extra `server` of the distribution. Nothing is opened, started or fetched by an import.
"""
