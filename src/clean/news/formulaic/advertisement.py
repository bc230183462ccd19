"""Marks of advertising, and notices about it."""

from __future__ import annotations

SHAPES = {
    "en": """
        {advertisement,advertisements,advert,ad,ads,advertising,sponsored,sponsored content,sponsored post,
        sponsored by,paid content,promoted,promoted content,promoted stories,paid post,partner content,supported by,
        presented by,advertiser content,branded content,skip ad,skip advertisement,close ad,advertise,
        advertise with us,advertise here,affiliate links,ad feedback,ad choices,adchoices,paid advertisement,
        brand studio}
        advertisement - {scroll to continue,continue reading below,story continues below,article continues below}
        {advertisement,ad}: … | advertisement {- ,} … continue … | scroll to continue with content
        scroll to continue | {sponsored,presented,promoted} {by,content by,links by}: … | sponsored {links,stories}
        {buy,book} {tickets,your tickets,now} {here,now,online} | shop now | skip to {ad,after advertisement}
        this is {a,an} {paid,sponsored} {advertisement,post,content} … | why am i seeing this? … | why you can trust …
        we may {earn,receive} {a,an} … commission …
        {this,our} {article,story,post,site} {contains,may contain,uses} affiliate links …
        when you {buy,purchase} through links … commission | when you {buy,purchase} through {our,links} …
        {turn off,disable} your ad blocker …
    """,
    "de": """
        {anzeige,anzeigen,werbung,gesponsert,sponsored,anzeige -,advertorial,in kooperation mit} | - anzeige -
        {artikel,text} wird nach der anzeige fortgesetzt
        nach der anzeige geht {es,der artikel,der text,die geschichte} weiter
        weiter nach der {anzeige,werbung}
    """,
    "fr": """
        {publicité,pub,annonce,annonces,contenu sponsorisé,sponsorisé,publireportage,partenaire,contenu partenaire,
        la suite après la publicité,la suite après cette publicité,- publicité}
    """,
    "es": """
        {publicidad,anuncio,anuncios,contenido patrocinado,patrocinado,pauta,espacio publicitario,- publicidad,
        publicidad - sigue leyendo,continúa después de la publicidad,sigue leyendo después de la publicidad}
    """,
    "pt": """
        {publicidade,anúncio,anúncios,conteúdo patrocinado,patrocinado,- publicidade,propaganda,publieditorial}
    """,
    "it": """
        {pubblicità,annuncio,annunci,contenuto sponsorizzato,sponsorizzato,- pubblicità,annuncio pubblicitario,
        continua a leggere dopo la pubblicità,continua dopo la pubblicità}
    """,
    "nl": """
        {advertentie,advertenties,reclame,gesponsord,gesponsorde inhoud,advertorial,- advertentie,
        lees verder na de advertentie,artikel gaat verder na advertentie}
    """,
    "pl": """
        {reklama,reklamy,artykuł sponsorowany,materiał sponsorowany,materiał partnera,treść sponsorowana,
        dalsza część artykułu pod reklamą,dalsza część tekstu pod reklamą} | {reklama,dalsza część} … poniżej
    """,
    "ru": """
        {реклама,на правах рекламы,партнёрский материал,партнерский материал,спонсорский материал,новости партнёров,
        новости партнеров} | реклама. … erid … | erid: …
    """,
    "uk": "{реклама,на правах реклами,новини партнерів}",
    "tr": "{reklam,reklamlar,ilan,sponsorlu,sponsorlu içerik,reklamı atla}",
    "ar": "{إعلان,إعلانات,اعلان,محتوى مدعوم,إعلان ممول,مساحة إعلانية}",
    "fa": "{آگهی,تبلیغات}",
    "he": "{פרסומת,תוכן ממומן,תוכן שיווקי}",
    "ja": "{広告,pr,【pr】,スポンサーリンク,sponsored link,提供,スポンサードリンク,[pr],ad}",
    "zh": "{广告,廣告,推广,赞助,赞助商链接,贊助,广告位,廣告贊助,请继续往下阅读,廣告 請繼續往下閱讀,ad}",
    "ko": "{광고,스폰서,ad}",
    "sv": "{annons,annonser,reklam}",
    "da": "{annonce,annoncer,reklame}",
    "nb": "{annonse,annonser,annonsørinnhold}",
    "fi": "{mainos,mainokset,kaupallinen yhteistyö}",
    "cs": "{reklama,inzerce,komerční sdělení}",
    "sk": "{reklama,inzercia}",
    "hr": "{oglas,reklama,promo}",
    "ro": "{publicitate,reclamă,advertorial}",
    "hu": "{hirdetés,reklám}",
    "el": "{διαφήμιση,χορηγούμενο}",
    "id": "{iklan,advertorial,scroll to continue with content} | advertisement scroll …",
    "vi": "{quảng cáo,tài trợ}",
    "hi": "विज्ञापन",
}
