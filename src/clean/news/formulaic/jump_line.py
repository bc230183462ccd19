"""Jump lines: where in the paper a story goes on, or where it comes from. A part of `read-more`."""

from __future__ import annotations

# Pages of papers: 8, A6, A-6, 8A.
_PAGE = "{#,a#,b#,c#,d#,e#,f#,a-#,b-#,c-#,d-#,#a,#b,#c,#d}"
_SECTION = "{a#,b#,c#,d#,e#,f#,a-#,b-#,c-#,d-#}"

SHAPES = {
    "en, on paper": f"""
        {{continued,cont.,cont'd,cont'd.,contd.,continues,story continues}} {{on,from}} {{page,pg.,p.}} {_PAGE}
        {{continued,cont'd,continues}} {{on,from}} {_SECTION} | {{continued,continues}} {{on,from}} page one
        see …, {{page,p.}} {_PAGE} | see …, {_SECTION} | please see …, {{page,p.}} {_PAGE}
        {{please,}} turn to …, {{page,p.}} {_PAGE} | {{please,}} turn to …, {_SECTION}
        please turn to page {_PAGE} | turn to page {_SECTION} | {{please,}} turn to {_SECTION}
        {{more,story,full story,report,full report,related story,details}} {{on,}} page {_PAGE}
        {{more,story,full story,report,full report,related story,details}}, page {_PAGE}
        from page {{one,#,a#,b#,c#}} | page {_SECTION}
    """,
    "de, on paper": """
        {fortsetzung,weiter,mehr dazu,mehr,bericht,berichte,kommentar} {auf,} {seite,s.} #
        {fortsetzung von,siehe,siehe auch,lesen sie auch} {seite,s.} #
    """,
    "fr, on paper": """
        suite {en,à la,de la,} page # | {voir,lire,lire aussi,voir aussi,nos informations} {en,} {page,p.} #
        {suite,voir,lire,lire aussi} {en,} pages # et #
    """,
    "es, on paper": """
        {pasa,continúa,sigue,viene} {a la,en la,de la,en,a} {página,pág.,pag.} # | {ver,véase} {página,pág.} #
    """,
    "pt, on paper": """
        {continua,segue} {na,à} {página,pág.,pag.} # | continuação da {página,pág.} # | {ver,veja na} {página,pág.} #
    """,
    "it, on paper": """
        {segue,continua} {a,da,in} {pagina,pag.} # | {segue,continua} dalla {prima pagina,prima}
        {servizio,servizi,articolo} a {pagina,pag.} #
    """,
    "nl, on paper": """
        vervolg {op,van} {pagina,pag.} # | {lees verder,lees meer,verder} op {pagina,pag.} #
        zie {ook,} {pagina,pag.} #
    """,
    "pl, on paper": "{ciąg dalszy,dokończenie,cd.,dok.,więcej,czytaj} {na,ze} {str.,s.,stronie,strony} #",
    "ru, on paper": """
        {продолжение,окончание,начало} на {стр.,с.,странице} #
        {продолжение,окончание,начало} на # {стр.,странице,с.}
    """,
    "uk, on paper": "{продовження,закінчення,початок} на {стор.,с.,сторінці} #",
    "tr, on paper": "devamı {#,sayfa #,# sayfada}",
    "ar, on paper": "{التتمة,تتمة,البقية} {ص,صفحة,في صفحة,في الصفحة,على الصفحة} #",
    "ja, on paper": "#面に{続く,関連記事} | #面から続く",
    "zh, on paper": "(下转… | (上接… | (下轉…",
    "sv, on paper": "{fortsättning,forts.,se} {på,} {sidan,sid} #",
    "da, on paper": "{fortsættes,fortsat,læs mere,se} {på,fra,} side #",
    "nb, on paper": "{fortsetter,fortsettelse,les mer,se} {på,fra,} side #",
    "fi, on paper": "jatkuu sivulla #",
}
