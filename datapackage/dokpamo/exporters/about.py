"""What every catalogue says about the record: the descriptor's own words, and the ids that others have for them.

A fact stands in `datapackage.json`; here it is read, and named as each catalogue's vocabulary names it.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from dokpamo.errors import ContractError

if TYPE_CHECKING:
    from dokpamo.contract import Table
    from dokpamo.exporters import Publication

EU = "http://publications.europa.eu/resource/authority"
"""Where the controlled vocabularies of the EU's data portals stand."""

LICENCES = {"CC-BY-4.0": ("CC_BY_4_0", "cc-by")}
"""By SPDX id: the licence's code in the EU's list, and CKAN's id, by which it knows it as open."""

FREQUENCIES = {"irregular": ("IRREG", "irregular", "수시")}
"""How often the record is renewed: code in the EU's list, and words."""

LANGUAGES = {"en": "ENG", "ko": "KOR"}
COUNTRIES = {"KR": "KOR"}


@dataclass(frozen=True)
class Licence:
    """The licence of the data, as catalogues name it."""

    spdx: str
    url: str
    eu: str
    ckan: str
    en: str
    ko: str


@dataclass(frozen=True)
class About:
    """The descriptor's facts about the whole record; `spec` may be the hand-written descriptor or the release's."""

    spec: dict[str, Any]

    def text(self, key: str, lang: str = "en") -> str:
        """Return the title or description in a language."""
        return str(self.spec[f"{key}_ko" if lang == "ko" else key])

    def keywords(self, lang: str = "en") -> list[str]:
        """Return the keywords in a language."""
        return list(self.spec["keywords_ko" if lang == "ko" else "keywords"])

    @property
    def name(self) -> str:
        return str(self.spec["name"])

    @property
    def version(self) -> str:
        return str(self.spec["version"])

    @property
    def day(self) -> str:
        """The record's date, on which it was last changed and is issued."""
        return str(self.spec["created"])[:10]

    @property
    def temporal(self) -> tuple[str, str]:
        """The first day that the record tells of, and the last; only the release's descriptor has it."""
        return str(self.spec["temporal"]["start"]), str(self.spec["temporal"]["end"])

    def publisher(self, lang: str = "en") -> str:
        """Return who publishes the record: a team, no person."""
        (found,) = [who for who in self.spec["contributors"] if "publisher" in who["roles"]]
        return str(found["title_ko" if lang == "ko" else "title"])

    def own_title(self, lang: str = "en") -> str:
        """Return the title without the publisher before it."""
        own = self.text("title", lang).removeprefix(f"{self.publisher(lang)}: ")
        return own[0].upper() + own[1:]

    def cited(self, lang: str = "en") -> str:
        """Return how this version is cited."""
        version, kind = (
            (f"버전 {self.version}", "데이터셋") if lang == "ko" else (f"version {self.version}", "data set")
        )
        return f"{self.publisher(lang)} ({self.day[:4]}). {self.own_title(lang)}, {version} [{kind}]."

    def place(self, lang: str = "en") -> str:
        """Return the country that the record is about."""
        return str(self.spec["spatial"]["title_ko" if lang == "ko" else "title"])

    @property
    def country(self) -> str:
        """The address of the country in the EU's list."""
        return f"{EU}/country/{COUNTRIES[self.spec['spatial']['country']]}"

    @property
    def languages(self) -> list[str]:
        """The languages of the record, by their two-letter codes."""
        return list(self.spec["languages"])

    @property
    def language_addresses(self) -> list[str]:
        """The addresses of the languages in the EU's list."""
        return [f"{EU}/language/{LANGUAGES[code]}" for code in self.languages]

    @property
    def themes(self) -> list[str]:
        """The addresses of the subjects in the EU's list of data themes."""
        return [f"{EU}/data-theme/{code}" for code in self.spec["themes"]]

    @property
    def frequency(self) -> tuple[str, str, str]:
        """How often the record is renewed: address in the EU's list, word in English, word in Korean."""
        code, en, ko = FREQUENCIES[self.spec["frequency"]]
        return f"{EU}/frequency/{code}", en, ko

    @property
    def licence(self) -> Licence:
        """The licence of the data; raises `ContractError` if other catalogues' ids for it aren't known here."""
        spec = self.spec["licenses"][0]
        if spec["name"] not in LICENCES:
            raise ContractError(
                f"datapackage.json: licence {spec['name']!r} has no ids in exporters/about.py; add them to LICENCES",
                f"datapackage.json: exporters/about.py의 LICENCES에 라이선스 {spec['name']!r} 항목을 추가하세요",
            )
        eu, ckan = LICENCES[spec["name"]]
        return Licence(spec["name"], spec["path"], f"{EU}/licence/{eu}", ckan, spec["title"], spec["title_ko"])


def about(publication: "Publication") -> About:
    """Return the facts about a record that is being published, with the days that it tells of."""
    days = {"start": publication.first_day, "end": publication.contract.day}
    return About({**publication.contract.spec, "temporal": days})


def data_path(table: "Table", suffix: str) -> str:
    """Return where a file of a table or view stands in a release: `data/teams.csv`, `views/team_status.csv`."""
    return (PurePosixPath("views" if table.is_view else "data") / f"{table.name}.{suffix}").as_posix()
