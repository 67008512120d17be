"""Services whose players, maps and posts stand in pages: how they are embedded, where a reader finds them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from boilerstrip.patterns import late_pattern

__all__ = ["SERVICES", "Service"]


class Service(NamedTuple):
    """A service: its name, what each of its addresses for embedding has in it (in small letters), those
    addresses (without scheme and "www."), and the address for a reader.

    `\\g<url>` of the latter is decoded.
    """

    name: str
    sign: str
    embedded: re.Pattern[str]
    address: str


def _service(name: str, sign: str, embedded: str, address: str) -> Service:
    return Service(name, sign, late_pattern(embedded, re.IGNORECASE), address)


_PARAMETERS: Final = r"[^#]{0,400}?[?&]"
"""What stands before a parameter of the query."""

SERVICES: Final = (
    _service(
        "YouTube",
        "youtube",
        rf"youtube(?:-nocookie)?\.com/embed(?:/videoseries)?/?{_PARAMETERS}list=(PL[\w-]{{10,60}})",
        r"https://www.youtube.com/playlist?list=\1",
    ),
    _service(
        "YouTube",
        "youtube",
        r"(?:m\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/(?!videoseries)([\w-]{6,20})",
        r"https://www.youtube.com/watch?v=\1",
    ),
    _service(
        "YouTube",
        "youtube",
        rf"(?:m\.)?youtube\.com/watch{_PARAMETERS}v=([\w-]{{6,20}})",
        r"https://www.youtube.com/watch?v=\1",
    ),
    _service("YouTube", "youtu.be", r"youtu\.be/([\w-]{6,20})", r"https://www.youtube.com/watch?v=\1"),
    _service(
        "Vimeo",
        "vimeo",
        r"player\.vimeo\.com/video/(\d+)\?(?:[^#]{0,400}&)?h=(\w+)",
        r"https://vimeo.com/\1/\2",
    ),
    _service("Vimeo", "vimeo", r"(?:player\.)?vimeo\.com/(?:video/)?(\d+)", r"https://vimeo.com/\1"),
    _service(
        "Dailymotion",
        "dailymotion",
        r"dailymotion\.com/(?:embed/)?video/(\w{4,20})",
        r"https://www.dailymotion.com/video/\1",
    ),
    _service(
        "Dailymotion",
        "dailymotion",
        rf"geo\.dailymotion\.com/player{_PARAMETERS}video=(\w{{4,20}})",
        r"https://www.dailymotion.com/video/\1",
    ),
    _service(
        "Spotify",
        "spotify",
        r"open\.spotify\.com/embed(?:-podcast)?/(track|album|playlist|artist|episode|show)/(\w{10,40})",
        r"https://open.spotify.com/\1/\2",
    ),
    _service(
        "SoundCloud",
        "soundcloud",
        rf"w\.soundcloud\.com/player/?{_PARAMETERS}url=(?P<url>[^&#]+)",
        r"\g<url>",
    ),
    _service(
        "CodePen",
        "codepen",
        r"codepen\.io/([\w-]+(?:/[\w-]+)?)/(?:embed|pen)/(?:preview/)?(\w+)",
        r"https://codepen.io/\1/pen/\2",
    ),
    _service("JSFiddle", "jsfiddle", r"jsfiddle\.net/((?:[\w-]+/){1,3})embedded", r"https://jsfiddle.net/\1"),
    _service(
        "CodeSandbox", "codesandbox", r"codesandbox\.io/(?:embed|s)/([\w-]+)", r"https://codesandbox.io/s/\1"
    ),
    _service(
        "Gist", "gist.github", r"gist\.github\.com/([\w-]+/\w+)(?:\.js|\.pibb)", r"https://gist.github.com/\1"
    ),
    _service(
        "Google Maps",
        "/maps",
        r"google\.\w{2,3}(?:\.\w{2})?/maps/embed\?pb=[^&#]{0,60}?!2d(-?\d+\.?\d*)!3d(-?\d+\.?\d*)",
        r"https://www.google.com/maps/@?api=1&map_action=map&center=\2,\1",
    ),
    _service(
        "Google Maps",
        "/maps",
        rf"(?:maps\.)?google\.\w{{2,3}}(?:\.\w{{2}})?/maps(?:/embed/v1/\w+)?/?{_PARAMETERS}q=([^&#]+)",
        r"https://www.google.com/maps/search/?api=1&query=\1",
    ),
    _service(
        "OpenStreetMap",
        "openstreetmap",
        rf"openstreetmap\.org/export/embed\.html{_PARAMETERS}marker=(-?\d+\.?\d*)(?:,|%2C)(-?\d+\.?\d*)",
        r"https://www.openstreetmap.org/?mlat=\1&mlon=\2",
    ),
    _service(
        "Datawrapper", "datawrapper", r"datawrapper\.dwcdn\.net/(\w{5})", r"https://datawrapper.dwcdn.net/\1/"
    ),
    _service(
        "Flourish",
        "flo.uri",
        r"flo\.uri\.sh/(visualisation|story)/(\d+)",
        r"https://public.flourish.studio/\1/\2/",
    ),
    _service(
        "X", "twitter", rf"platform\.twitter\.com/embed/{_PARAMETERS}id=(\d+)", r"https://x.com/i/status/\1"
    ),
    _service(
        "Instagram", "instagram", r"instagram\.com/(p|reel|tv)/([\w-]+)", r"https://www.instagram.com/\1/\2/"
    ),
    _service(
        "TikTok", "tiktok", r"tiktok\.com/(?:embed|player)/v\d/(\d+)", r"https://www.tiktok.com/@/video/\1"
    ),
    _service(
        "Facebook",
        "facebook",
        rf"(?:\w{{1,40}}\.)?facebook\.com/plugins/(?:video|post)\.php{_PARAMETERS}href=(?P<url>[^&#]+)",
        r"\g<url>",
    ),
    _service(
        "Facebook",
        "facebook",
        r"(?:\w{1,40}\.)?facebook\.com/([\w.-]{1,80}/(?:posts|videos|photos)/[\w./-]{1,200})",
        r"https://www.facebook.com/\1",
    ),
    _service(
        "Bluesky",
        "bsky",
        r"embed\.bsky\.app/embed/([\w:.]+)/app\.bsky\.feed\.post/(\w+)",
        r"https://bsky.app/profile/\1/post/\2",
    ),
    _service("Mastodon", "/embed", r"([\w.-]{1,100}/@[\w.@-]{1,100}/\d{1,30})/embed(?![^?#])", r"https://\1"),
    _service(
        "Twitch",
        "twitch",
        rf"player\.twitch\.tv/{_PARAMETERS}video=v?(\d+)",
        r"https://www.twitch.tv/videos/\1",
    ),
    _service(
        "Twitch",
        "twitch",
        rf"clips\.twitch\.tv/embed{_PARAMETERS}clip=([\w-]+)",
        r"https://clips.twitch.tv/\1",
    ),
    _service(
        "TED",
        "ted.com",
        r"embed(?:-ssl)?\.ted\.com/talks/(?:lang/\w+/)?(\w+)",
        r"https://www.ted.com/talks/\1",
    ),
    _service(
        "Wistia",
        "wistia",
        r"fast\.wistia\.(?:net|com)/embed/iframe/(\w+)",
        r"https://fast.wistia.net/embed/iframe/\1",
    ),
    _service("Loom", "loom", r"loom\.com/embed/(\w+)", r"https://www.loom.com/share/\1"),
    _service("Streamable", "streamable", r"streamable\.com/[eos]/(\w+)", r"https://streamable.com/\1"),
    _service(
        "Apple Podcasts",
        "podcasts",
        r"embed\.podcasts\.apple\.com/([^?#\s]+)",
        r"https://podcasts.apple.com/\1",
    ),
    _service("Apple Music", "music", r"embed\.music\.apple\.com/([^?#\s]+)", r"https://music.apple.com/\1"),
    _service(
        "Bandcamp",
        "bandcamp",
        r"bandcamp\.com/EmbeddedPlayer/([^?#\s]+)",
        r"https://bandcamp.com/EmbeddedPlayer/\1",
    ),
    _service(
        "Internet Archive", "archive", r"archive\.org/embed/([\w.-]+)", r"https://archive.org/details/\1"
    ),
    _service("PeerTube", "/videos", r"([\w.-]{1,100})/videos/embed/([\w-]{20,40})", r"https://\1/w/\2"),
    _service(
        "Bilibili",
        "bilibili",
        rf"player\.bilibili\.com/player\.html{_PARAMETERS}bvid=(\w+)",
        r"https://www.bilibili.com/video/\1",
    ),
    _service("Rutube", "rutube", r"rutube\.ru/play/embed/(\w+)", r"https://rutube.ru/video/\1/"),
    _service(
        "VK",
        "vk.",
        r"vk\.(?:com|ru)/video_ext\.php\?oid=(-?\d+)&(?:amp;)?id=(\d+)",
        r"https://vk.com/video\1_\2",
    ),
)
