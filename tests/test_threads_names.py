"""Cheap looks that rule out what patterns of names would look for rule out nothing that these find."""

from __future__ import annotations

import pytest

from boilerstrip.threads import people, reading, terms


@pytest.mark.parametrize("word", people._BY)
def test_a_word_before_a_name(word: str) -> None:
    assert people._clean(f"{word.title()} Ann Lee") == "Ann Lee"
    assert people._clean(f"{word}: Ann Lee") == "Ann Lee"


@pytest.mark.parametrize("word", people._WRITTEN)
def test_words_before_a_name(word: str) -> None:
    assert people._clean(f"{word.upper()} by Ann Lee") == "Ann Lee"


@pytest.mark.parametrize("word", people._SAYS)
def test_words_behind_a_name(word: str) -> None:
    assert people._clean(f"Ann Lee {word.upper()}:") == "Ann Lee"
    assert people._clean(f"by Ann Lee {word}") == "Ann Lee"


def test_a_name_in_other_letters() -> None:
    assert people._clean("Автор: Анна") == "Анна"
    assert people._clean("Анна \u017fays") == "Анна"  # a long s


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/u/ann",
            "/users/ann",
            "/user/1",
            "/member/1",
            "/Members/1",
            "/profile/1",
            "/profiles/1",
            "/people/1",
        ),
        *("/author/ann", "/authors/1", "/by/ann", "/usuario/1", "/usuarios/1", "/perfil/1", "/profil/1"),
        *(
            "/benutzer/1",
            "/@ann",
            "/~ann",
            "member.php?1",
            "profile.aspx?1",
            "memberlist.php",
            "userinfo.html",
        ),
        *("user.htm", "?user=1", "&userid=1", "?uid=1", "?author=1", "user?id=1", "?action=profile;u=1"),
        "viewprofile?1",
    ],
)
def test_addresses_of_people(address: str) -> None:
    assert reading.is_profile(address)
    assert any(hint in address.lower() for hint in terms.PROFILE_HINTS)


@pytest.mark.parametrize(
    "address", ["/users", "/thread/1", "byline/1", "?uids", "https://example.org/peoples/"]
)
def test_addresses_of_other_pages(address: str) -> None:
    assert not reading.is_profile(address)
