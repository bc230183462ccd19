"""How to reach the newsroom, an author or a press office."""

from __future__ import annotations

SHAPES = {
    "en": """
        contact us | contact us {at,on,by,here,via,:} … | contact us: … | contact: …
        {contact,email,e-mail} the {newsroom,editor,author,writer,reporter,newsdesk}
        {contact,email,e-mail} the {newsroom,editor,author,writer,reporter,newsdesk,city desk} {at,on,by,through,via} …
        {contact,email,e-mail} the {authors,writers,reporters} {at,on,by,through,via} … | @ and @ | @ (…
        contact our {newsroom,reporter,reporters,staff} {at,on,by} …
        {contact,reach,email,e-mail,write to} … at … @ … | {contact,reach} … at #-#-# …
        {reach,contact} {him,her,them,the writer,the reporter,the author} at …
        {he,she,they} can be {reached,contacted} at … | … can be {reached,contacted} {at,by email at,via} @ | @
        email: … @ … | {email,e-mail}: … @ … | {email,e-mail} us | {email,e-mail} us {at,on,:} …
        {email,e-mail} … at … @ … | {tel,phone,telephone,fax,mobile,call us}: … #
        {tel,phone,telephone,fax,mobile}: # | got a {story,news tip,tip,news story,question,comment} … ? … @ …
        {got,have} a {story,news tip,tip,story tip,confidential tip,question}? …
        {got,have} a {story,news tip,tip,story idea} {for,to} {us,share} …
        send {us your,your,us a,news} {tips,stories,story,news,photos,letters,views,comments,tip} …
        {write,talk} to us {at,on} …
        {tell,let} us {know,what you think,what you think …,know what you think …,know in the comments …}
        what do you think? {let,tell,have,share,join,comment} … | {submit,send} a {news tip,tip,letter,correction}
        {submit,send} a {news tip,tip,letter,correction} {to,at,here} …
        {report,spotted} {a,an} {correction,error,typo,mistake} … | {letters to the editor,letters}: … @ …
        for {media,press} {enquiries,inquiries} … contact … | for {media,press} {enquiries,inquiries}: …
        {media,press} {contact,contacts,enquiries,inquiries,office}
        {media,press} {contact,contacts,enquiries,inquiries}: … | {visit,see} our website {at,:} …
        {visit,on the web at} www. …
        if you have a {story,story suggestion,story idea,news tip,tip} … @ …
        {email,e-mail} @ with your {story,stories,experience,experiences,views,comments,photos,pictures,questions} …
        {email,e-mail} @ with your {story,stories,experience,experiences,views,comments,photos,pictures,questions}
        please include {a,your} {contact,telephone,phone,daytime} number …
        you can {contact,reach,email,get in touch with} us … | you can also {contact,reach,email} us …
    """,
    "de": """
        kontakt: … | kontakt zur redaktion | {schreiben,mailen} sie {uns,an} … @ … | {e-mail,email,mail}: … @ …
        e-mail an den {autor,verfasser} | e-mail an die {autorin,verfasserin,redaktion} | {tel,telefon,fax}: … #
        {tel,telefon,fax}: # | {pressekontakt,ansprechpartner,rückfragen}: … | pressekontakt
        {fehler,hinweis} gefunden? … | leserbriefe an … @ …
    """,
    "fr": """
        {contact,contacts,contact presse}: … | contact presse | {contactez-nous,nous contacter,écrivez-nous}
        {contactez-nous,écrivez-nous} {à,au,par} … | {courriel,e-mail,email,mail}: … @ … | {tél,téléphone,fax}: … #
        {tél,téléphone,fax}: # | signaler une {erreur,faute} …
    """,
    "es": """
        {contacto,contactos,contacto de prensa}: … | {contáctanos,contáctenos,escríbenos}
        {contáctanos,contáctenos,escríbenos} {a,en,al} … | {correo,correo electrónico,email,e-mail}: … @ …
        {tel,teléfono,fax}: … # | {tel,teléfono,fax}: #
    """,
    "pt": """
        {contato,contacto}: … | {fale,entre em contato} conosco | fale {com a redação,conosco} … | fale com a redação
        {e-mail,email}: … @ … | {tel,telefone,fax}: … # | {tel,telefone,fax}: #
    """,
    "it": """
        {contatti,contatto,ufficio stampa}: … | {contattaci,scrivici} | {contattaci,scrivici} {a,su,al} …
        {e-mail,email,mail}: … @ … | {tel,telefono,fax}: … # | {tel,telefono,fax}: #
    """,
    "nl": """
        contact: … | {neem contact op,tip de redactie,mail de redactie}
        {neem contact op,tip de redactie,mail de redactie} {met,via,op} … | {e-mail,email,mail}: … @ …
        {tel,telefoon,fax}: … # | heb je een tip? … | heeft u een tip? …
    """,
    "pl": """
        kontakt: … | kontakt z redakcją | kontakt z redakcją: … | {e-mail,email,mail}: … @ … | {tel,telefon,faks}: … #
        napisz do nas … | napisz do {nas,autora} | {tel,telefon,faks}: #
    """,
    "ru": """
        {контакты,контакт,контакты для сми,пресс-служба}: …
        {связаться с нами,написать в редакцию,сообщить об ошибке} | {тел,телефон,факс}: … # | {тел,телефон,факс}: #
        {e-mail,email,эл. почта,почта}: … @ … | нашли {ошибку,опечатку}? … | если вы нашли {ошибку,опечатку} …
        пишите нам … @ …
    """,
    "tr": "{iletişim,irtibat}: … | {e-posta,eposta}: … @ … | tel: … # | bize {ulaşın,yazın}",
    "ar": "اتصل بنا | تواصل معنا | للتواصل: … | {البريد الإلكتروني,هاتف}: …",
    "ja": """
        {お問い合わせ,お問合せ,問い合わせ先} | {お問い合わせ,お問合せ,お問い合わせ先,問い合わせ先}: …
        お問い合わせは{こちら,電話,メール,事務局}… | 本件に関する{お問い合わせ,お問い合わせ先} …
        本件に関するお問い合わせ先 | ご意見・ご感想…
        情報提供はこちら
    """,
    "zh": """
        联系我们 | 联系我们: … | {联系电话,联系邮箱,投稿邮箱,新闻热线,报料热线,客服电话}: … | 聯絡我們 | 聯絡我們: …
        我要{报错,纠错,投稿,爆料}
    """,
    "ko": "{기자,제보} {메일,이메일}: … | 제보하기 | 제보는 {카카오톡,전화,이메일,메일,@,www,#} …",
    "sv": "kontakt: … | kontakta oss | kontakta redaktionen … | {mejla,tipsa} {oss,redaktionen} …",
    "da": "kontakt: … | kontakt os",
    "fi": "ota yhteyttä | ota yhteyttä: …",
    "cs": "kontakt: … | kontaktujte nás …",
    "id": "hubungi kami …",
}

# Labels of a block that says whom to ask, each a whole line in the folded form, before a colon or nothing: expressions
# (verbose ones), for `stages/boilerplate/contacts.py`. Behind a label of `NAMED` a name may stand in the same line.
NAMED = {
    "en": r"""
        (?:(?:media|press|investors?|news|editorial|company|corporate|sales|pr)\s){0,2}contacts?
          (?:\s(?:information|info|details|person))?
        | (?:media|press|investors?|public)\s(?:relations|enquiries|inquiries|office)
        | for\s(?:more|further|additional)\sinformation(?:,?\s(?:please\s)?contact)?
    """,
    "de": r"(?:presse)?kontakt(?:\sfür\s\w+)? | ansprechpartner(?:in)? | rückfragen(?:\san)? | rückfragehinweis",
    "fr": r"contacts?\s(?:presse|médias?) | relations\s(?:presse|médias)",
    "es": r"contactos?(?:\sde\sprensa)?",
    "pt": r"contatos?(?:\s(?:de|para\sa)\simprensa)? | assessoria\sde\simprensa",
    "it": r"contatt[oi](?:\sstampa)? | ufficio\sstampa",
    "nl": r"perscontact",
    "sv": r"press?kontakt",
    "fi": r"yhteystiedot",
    "ru": r"контакты(?:\sдля\s\w+)? | пресс-служба",
    "uk": r"контактна\sособа",
    "tr": r"(?:basın\s)?iletişim(?:i|\sbilgileri)?",
}
# These may open a headline too (`Investors: what the bond means`), so that nothing but a colon stands behind them.
LONE = r"media|press|investors?|public"
# What a label without a colon says: `Public relations` may be a section.
CALLED = ("conta", "kontak", "контакт", "letişim")
