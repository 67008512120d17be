"""The date of a post is when it was written, not when its author joined, in twenty languages."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from boilerstrip.page import Comment
from tests.pure import pure

POSTS = (
    (
        "Marine22",
        "Le vieux moteur fume depuis l'hiver, et je ne trouve plus de joints pour la pompe du bord.",
    ),
    (
        "vieux_loup",
        "Le chantier du Moros travaille encore sur ces moteurs ; demande Yann, il a gardé un stock.",
    ),
    (
        "Gwen",
        "J'ai fait tailler les miens à Lorient pour trente euros, il faut apporter l'ancien ou un dessin.",
    ),
    (
        "Marine22",
        "Merci à vous deux, j'appelle Yann demain matin et je vous raconte la suite de cette affaire.",
    ),
)
DAYS = [f"1{place} mars 2024 14:0{place}" for place in range(len(POSTS))]


def posts_of(profile: str, after: str = "") -> tuple[Comment, ...]:
    """A thread as phpBB writes it, each author's profile before what he writes."""
    entries = "".join(
        f"<div id='p{place}' class='post bg{place % 2 + 1}'><div class='inner'>"
        f"{profile.format(name=f'<a href=/u{place} class=username>{name}</a>', year=2010 + place)}"
        f"<div class='postbody'><h3><a href='#p{place}'>Re: Moteur Baudouin</a></h3>"
        f"<p class='author'><a href='/t?p={place}#p{place}'>Message</a> par <strong><a class='username' "
        f"href='/u{place}'>{name}</a></strong> » {DAYS[place]}</p><div class='content'>{words}</div>{after}</div>"
        "</div></div>"
        for place, (name, words) in enumerate(POSTS)
    )
    page = extract(
        f"<html lang=fr><title>Moteur Baudouin - Forum</title><body><h2 class='topic-title'>Moteur Baudouin</h2>"
        f"<div id='page-body'>{entries}</div></html>",
        url="https://forum.example/t",
    )
    return page.posts


@pytest.mark.parametrize(
    "label",
    [
        *("Joined:", "Enregistré le :", "Inscription :", "Inscrit le", "Membre depuis"),
        *("Registriert:", "Mitglied seit", "Beigetreten:", "Anmeldungsdatum:", "Dabei seit:"),
        *("Registrado:", "Miembro desde", "Ingresó:", "Se unió el", "Membro desde:", "Cadastrado em"),
        *("Iscritto il:", "Geregistreerd:", "Lid sinds", "Rejestracja:", "Dołączył:", "Зарегистрирован:"),
        *(
            "Registrován:",
            "Blev medlem:",
            "Tilmeldt:",
            "Liittynyt:",
            "Kayıt:",
            "Katılım:",
            "登録日:",
            "注册时间:",
        ),
        *("Csatlakozott:", "Εγγραφή:", "Реєстрація:", "가입일:"),
    ],
)
@pytest.mark.parametrize("label_class", ["", "postprofile"])
def test_when_an_author_joined_is_no_date_of_a_post(label: str, label_class: str) -> None:
    posts = posts_of(
        f"<dl class='{label_class}'><dt>{{name}}</dt><dd><strong>{label}</strong> 4 mars {{year}} 10:20</dd></dl>"
    )
    assert [(post.author, post.date) for post in posts] == [
        (name, day) for (name, _), day in zip(POSTS, DAYS, strict=True)
    ]


@pytest.mark.parametrize("label", ["postprofile", "userinfo", "user-profile clearfix", "message-userDetails"])
def test_a_date_in_a_profile_is_that_of_a_post_only_if_there_is_no_other(label: str) -> None:
    """Whatever the words for it are."""
    profile = f"<div class='{label}'>{{name}}<div>Bu oldu</div><div>4 mars {{year}} 10:20</div></div>"
    assert [post.date for post in posts_of(profile)] == DAYS


@pytest.mark.parametrize(
    "said", ["Dernière modification le", "Zuletzt bearbeitet am", "Editado por última vez", "Modificato il"]
)
def test_when_a_post_was_edited_is_no_date_of_it(said: str) -> None:
    profile = f"<div><span>{{name}}</span> <em>{said} 4 mars {{year}} 10:20</em></div>"
    assert [post.date for post in posts_of(profile)] == DAYS


@pytest.mark.parametrize("rank", ["Membre actif", "Mitglied", "Miembro", "Medlem", "Dernier arrivé"])
def test_a_rank_beside_the_date_of_a_post_takes_nothing_from_it(rank: str) -> None:
    profile = f"<div><span>{{name}}</span> <em>{rank} · 4 mars {{year}} 10:20</em></div>"
    assert [post.date for post in posts_of(profile)] == [
        f"4 mars {2010 + place} 10:20" for place in range(len(POSTS))
    ]


def test_a_users_box_with_such_a_date_is_no_post() -> None:
    """As phpBB 2 writes them: a cell for who, and one for when and what, whose names mean nothing."""
    rows = "".join(
        f"<tr><td class=row1><span class=name><b>{name}</b></span><br><span class=postdetails>Member<br><br>"
        f"Joined: 0{place + 1} Feb 2001<br>Posts: {place}17<br>Location: place {place} of many</span></td>"
        f"<td class=row1><table><tr><td><span class=postdetails>Posted: Wed Sep 1{place}, 2011 8:22 pm"
        "<span class=gen> </span> Post subject: </span></td></tr><tr><td colspan=2><hr></td></tr>"
        f"<tr><td><span class=postbody>{words}<br><br>{words} Bonne route !</span></td></tr></table></td></tr>"
        "<tr><td class=spaceRow></td></tr>"
        for place, (name, words) in enumerate(POSTS)
    )
    source = f"<title>Moteur Baudouin</title><table class=forumline>{rows}</table>"
    page = extract(source)
    assert [(post.author, post.date) for post in page.posts] == [
        (name, f"Sep 1{place}, 2011 8:22 pm") for place, (name, _) in enumerate(POSTS)
    ]
    with pure():
        assert extract(source).posts == page.posts
