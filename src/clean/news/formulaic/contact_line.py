"""How to reach the newsroom, an author or a press office. By language; the package says how shapes are written."""

from __future__ import annotations

SHAPES = {
    "en": """
        contact us | contact us {at,on,by,here,via,:} … | contact us: … | contact: …
        {contact,email,e-mail} {the,our,this} {newsroom,editor,author,writer,reporter,newsdesk,news desk,staff,
        editors}
        {contact,email,e-mail,write to,call,reach} {the,our,this} {newsroom,editor,author,writer,reporter,newsdesk,
        news desk,staff,editors,city desk} {at,on,by,:} … | {contact,reach,email,e-mail,write to} … at … @ …
        {contact,reach} … at #-#-# … | {reach,contact} {him,her,them,the writer,the reporter,the author} at …
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
        {media,press} {contact,contacts,enquiries,inquiries}: … | {website,web}: www …
        {visit,see} our website {at,:} … | {visit,on the web at} www. …
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
        {お問い合わせ,お問合せ,問い合わせ先} | {お問い合わせ,お問合せ,お問い合わせ先,問い合わせ先}: … | お問い合わせは… | 本件に関する{お問い合わせ,お問い合わせ先} … | 本件に関するお問い合わせ先
        ご意見・ご感想… | 情報提供はこちら
    """,
    "zh": "联系我们 | 联系我们: … | {联系电话,联系邮箱,投稿邮箱,新闻热线,报料热线,客服电话}: … | 聯絡我們 | 聯絡我們: … | 我要{报错,纠错,投稿,爆料}",
    "ko": "{기자,제보} {메일,이메일}: … | 제보하기 | 제보는 …",
    "sv": "kontakt: … | kontakta oss | kontakta redaktionen … | {mejla,tipsa} {oss,redaktionen} …",
    "da": "kontakt: … | kontakt os",
    "fi": "ota yhteyttä | ota yhteyttä: …",
    "cs": "kontakt: … | kontaktujte nás …",
    "id": "hubungi kami …",
}
