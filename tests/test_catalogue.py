"""The catalogue metadata of a release: each proven by its readers' tool, and all of them saying the same."""

import pytest

from dokpamo.contract import package
from dokpamo.errors import ContractError
from dokpamo.exporters.about import About

ABOUT = About({**package().spec, "temporal": {"start": "2025-02-20", "end": package().day}})


def test_what_catalogues_share_stands_once_in_both_languages() -> None:
    assert ABOUT.text("title", "ko") == "독파모: 독자 AI 파운데이션 모델 프로젝트의 기록"
    assert ABOUT.publisher() == "dokpamo" and ABOUT.publisher("ko") == "독파모"
    assert "sovereign AI" in ABOUT.keywords() and "소버린 AI" in ABOUT.keywords("ko")
    assert ABOUT.place("ko") == "대한민국" and ABOUT.country.endswith("/country/KOR")
    assert ABOUT.frequency[0].endswith("/frequency/IRREG") and ABOUT.frequency[2] == "수시"
    assert (ABOUT.licence.spdx, ABOUT.licence.ckan) == ("CC-BY-4.0", "cc-by")
    assert ABOUT.licence.eu == "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"


def test_a_licence_without_ids_is_refused() -> None:
    with pytest.raises(ContractError, match="'KOGL-1' has no ids"):
        _ = About({**package().spec, "licenses": [{"name": "KOGL-1"}]}).licence
