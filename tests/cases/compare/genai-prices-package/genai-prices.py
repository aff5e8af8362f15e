import datetime
from decimal import Decimal

from .types import *

__all__ = ('providers',)

providers: list[Provider] = [
    Provider(
        id='acme',
        models=[
            ModelInfo(
                id='large-1',
                match=ClauseOr(or_=[ClauseEquals(equals='large'), ClauseStartsWith(starts_with='larger')]),
                prices=[
                    ConditionalPrice(prices=ModelPrice(input_mtok=Decimal('5'), output_mtok=Decimal('15'))),
                    ConditionalPrice(
                        constraint=StartDateConstraint(start_date=datetime.date(2026, 3, 13)),
                        prices=ModelPrice(
                            input_mtok=TieredPrices(base=Decimal('3'), tiers=[Tier(start=200000, price=Decimal('6'))]),
                            output_mtok=Decimal('15'),
                        ),
                    ),
                ],
            ),
        ],
    ),
]
