"""Marks that say: here a story ends. Whole lines as they stand, in lower case."""

from __future__ import annotations

SHAPES = {
    "": """
        -30- | - 30 - | end | (end) | end of {story,article,text,document,message,report,item} | [end] | ends | (ends)
        ends- | ends// | -ends- | [ends] | nnnn | zczc | eom | eof | -ende- | ende | (ende) | - ende - | fin | (fin)
        - fin - | fine | (fine) | fim | (fim) | einde | (einde) | koniec | конец | son | (son) | انتهى | (انتهى)
        以上 | (終わり) | (了) | (完) | 完 | (끝) | 끝
    """,
}
