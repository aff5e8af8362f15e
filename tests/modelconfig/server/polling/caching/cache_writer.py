"""Write two documents into a cache alternately, until killed.

Run as `python -m tests.modelconfig.server.polling.caching.cache_writer FOLDER`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from modelconfig.server.polling.base_selection import Base, BaseSource
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.storage.digests import digest
from modelconfig.storage.private_folder import PrivateFolder
from tests.modelconfig.server.faults.documents import as_bytes, edition
from tests.modelconfig.server.polling_servers import address_of


def main() -> None:
    cache, address = BaseCache(PrivateFolder(Path(sys.argv[1]))), address_of("https://gateway.example.com/")
    documents = [edition(1), edition(2)]
    for number, document in enumerate(cycle(documents)):
        data = as_bytes(document)
        base = Base(BaseSource.POLLED, document, digest(data))
        response = FetchResult(data, f'"{base.revision}"', None)
        cache.save_document(base, response, address, datetime.now(UTC))
        if number == 1:
            sys.stdout.write("writing\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
