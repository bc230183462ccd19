"""Marks that say: here a story ends. Whole lines as they stand, in lower case."""

from __future__ import annotations

SHAPES = {
    "": """
        -30- | - 30 - | -- 30 -- | enditem | endit | - endit - | end | (end) | [end]
        end of {story,article,text,document,message,report,item} | ends | (ends)
        ends- | ends// | -ends- | [ends] | nnnn | zczc | eom | eof | -ende- | ende | (ende) | - ende - | fin | (fin)
        - fin - | fine | (fine) | fim | (fim) | einde | (einde) | koniec | конец | (конец) | son | (son)
        انتهى | (انتهى) | /انتهى/ | / انتهى / | انتهى/
        以上 | (終わり) | (了) | (完) | 完 | (끝) | 끝
    """,
}
