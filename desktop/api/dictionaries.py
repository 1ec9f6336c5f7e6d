"""`client.dictionaries`: the small tables of an account. Names come in the client's language."""

from collections.abc import Sequence

from desktop.api.caller import Caller
from desktop.api.wire import dictionaries as wire
from desktop.api.wire.multilingual import multilingual
from desktop.api.wire.staff import Staff, staff
from desktop.domain.customers.multilingual import MultilingualContent
from desktop.domain.dictionaries import Country, CustomField, Language, Region, Source, TimeZone, VipLevel


class Dictionaries:
    """The account's small tables, each read whole; an entry without its key is left out.

    Every method raises what `SobotClient` says.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def sources(self) -> tuple[Source, ...]:
        """Return where customers can come from (003 "Query Customer Source")."""
        return await self._caller.call(wire.sources())

    async def staff(self) -> Staff:
        """Return `Staff(departments, agents)`, the agent tree laid flat (003 "Query Agent List")."""
        return await self._caller.call(staff())

    async def vip_levels(self) -> tuple[VipLevel, ...]:
        """Return the VIP levels (003 "Query Customer Level")."""
        return await self._caller.call(wire.vip_levels())

    async def customer_fields(self) -> tuple[CustomField, ...]:
        """Return the custom fields of customers (003 "Query Customer Custom Field")."""
        return await self._caller.call(wire.customer_fields())

    async def enterprise_fields(self) -> tuple[CustomField, ...]:
        """Return the custom fields of enterprises (003 "Query Enterprise Custom Field")."""
        return await self._caller.call(wire.enterprise_fields())

    async def provinces(self) -> tuple[Region, ...]:
        """Return the provinces (003 "Query Province")."""
        return await self._caller.call(wire.provinces())

    async def cities(self, province_id: str) -> tuple[Region, ...]:
        """Return the cities of a province (003 "Query City")."""
        return await self._caller.call(wire.cities(province_id))

    async def districts(self, city_id: str) -> tuple[Region, ...]:
        """Return the districts and counties of a city (003 "Query District and County")."""
        return await self._caller.call(wire.districts(city_id))

    async def time_zones(self) -> tuple[TimeZone, ...]:
        """Return the time zones a customer can have (003 "Search Time Zone")."""
        return await self._caller.call(wire.time_zones(self._caller.language))

    async def languages(self) -> tuple[Language, ...]:
        """Return the languages a customer can have (003 "Search language")."""
        return await self._caller.call(wire.languages(self._caller.language))

    async def countries(self) -> tuple[Country, ...]:
        """Return the countries (003 "Search country")."""
        return await self._caller.call(wire.countries(self._caller.language))

    async def multilingual(
        self, placeholder: str, languages: Sequence[str] = (), *, rich_text: bool = False
    ) -> MultilingualContent:
        """Return a text in several languages (003 "Query multilingual content detail").

        `placeholder` is like "{dc_test}", `languages` are codes (none: all); without `rich_text` markup goes.
        """
        return await self._caller.call(multilingual(placeholder, languages, rich_text))
