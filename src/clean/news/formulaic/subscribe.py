"""Calls to subscribe or to sign up, and paywall notices."""

from __future__ import annotations

SHAPES = {
    "en": """
        subscribe | subscribe {now,today,here,for free} | subscribe to our … | subscribe to our newsletter
        subscribe to {the,get,receive,read,unlock,access} … {newsletter,newsletters,newspaper,updates,alerts,edition,
        briefing,articles,access,today,now,here,email,emails,inbox,feed,podcast,magazine}
        subscribe {now,today,here,for free} {to,for,and,from} …
        subscribe for … {month,week,year,free,access,updates,news} | subscribe: … | subscribe in …
        become a {subscriber,member,supporter,patron}
        become a {subscriber,member,supporter,patron} {today,now,here,of,and,for} … | sign up
        sign up {now,here,today,for free} | sign up {here,now,today} {to,for} … | sign up for our …
        sign up for {the,a,free,daily,weekly} … {newsletter,newsletters,updates,alerts,briefing,email,emails,inbox,
        digest,bulletin}
        sign up for {the,free,daily,weekly,email} {newsletter,newsletters,updates,alerts,briefing,emails}
        sign up {to,with} our …
        sign up to {receive,get,the,have} … {newsletter,newsletters,updates,alerts,briefing,email,emails,inbox,digest,
        bulletin} … | get our … {newsletter,newsletters,alerts,updates,briefing,inbox,email,emails}
        get our … {newsletter,alerts,updates,briefing,emails} …
        get … {delivered to,straight to,in,sent to,direct to} your {inbox,email,mailbox,phone}
        get … {delivered to,straight to,in,sent to,direct to} your {inbox,email,mailbox} …
        get the {latest,best,top,day's,biggest} … {inbox,newsletter,email,alerts,app}
        {newsletter,newsletters,newsletter signup,newsletter sign-up,email newsletter,email newsletters,
        our newsletters,free newsletter,e-edition} | {newsletter,newsletters}: …
        join our {newsletter,mailing list,community} | join our {newsletter,mailing list} …
        enter your {email,e-mail} … | {your,email} {email,address} {address,here}
        by {signing up,subscribing,registering,clicking,entering your email} … you {agree,accept,consent,
        acknowledge} … | thank you for {subscribing,signing up,your subscription}
        thanks for {subscribing,signing up} | already a {subscriber,member}? … | not a {subscriber,member}? …
        already have an account? …
        {to continue reading,to read more,for unlimited access}, … {subscribe,register,sign up,sign in,log in} …
        {to continue reading,to read more,for unlimited access}, {subscribe,register,sign up,sign in,log in} …
        this {article,story,content} is {for,available to,only available to,exclusive to,reserved for} … {subscribers,
        members} …
        this {article,story,content} is {for,available to,only available to,exclusive to,reserved for} {subscribers,
        members}
        this {article,story,content} is {for,available to,only available to,exclusive to,reserved for} … {subscribers,
        members,subscribers only,members only}
        {support,help support} {our,independent,local,quality} {journalism,newsroom,reporting,work}
        support {our,independent,local,quality} {journalism,newsroom,reporting,work} {by,today,with,for,and} …
        you have {read,used,reached} … {free articles,article limit,articles} …
        you have # free articles {remaining,left} … | {start,begin} your {free,#-day} trial …
        {make,donate} {a,to} {donation,our} … {today,now,here} | unlimited {digital,} access … {month,week,year,today}
    """,
    "de": """
        newsletter | newsletter {abonnieren,bestellen,anmelden,anmeldung}
        jetzt {abonnieren,anmelden,registrieren,abo abschließen,testen} | hier {abonnieren,anmelden} | abonnieren
        abonnieren sie {unseren,den,unsere,jetzt,hier} … | jetzt {unseren,den} … newsletter {abonnieren,bestellen}
        melden sie sich {hier,jetzt} {an,für unseren} … | melden sie sich {hier,jetzt} … newsletter …
        {unser,der} … newsletter: … | {hier,jetzt} … newsletter {abonnieren,anmelden,bestellen}
        sie haben bereits ein abo? … | bereits abonnent? …
        {dieser artikel,dieser beitrag,dieser inhalt} ist {nur für,exklusiv für} abonnenten … | weiterlesen mit …
        testen sie … {kostenlos,gratis,# wochen} …
    """,
    "fr": """
        newsletter | newsletters | {abonnez-vous,inscrivez-vous,s'abonner,je m'abonne,s'inscrire}
        {abonnez-vous,inscrivez-vous} {à notre,à nos,à la,aux,gratuitement,maintenant,dès} …
        {s'abonner,s'inscrire} à {la,notre} newsletter
        recevez {notre,nos,la,chaque,toute,gratuitement} … {newsletter,mail,e-mail,boîte mail,lettre d'information,
        lettre d'informations,alertes} …
        déjà abonné | déjà abonné ? … | déjà abonné? … | article réservé aux abonnés | réservé aux abonnés
        cet article est réservé aux abonnés … | il vous reste … de cet article à lire …
        la suite est réservée aux abonnés …
    """,
    "es": """
        {suscríbete,suscríbase,suscribirse,regístrate,regístrese}
        {suscríbete,suscríbase,regístrate,regístrese,apúntate} {a nuestro,a nuestra,al,a la,aquí,ahora,gratis,para} …
        boletín | boletines | {recibe,reciba} {nuestro,nuestros,las últimas,las noticias,el boletín,en tu} … {correo,
        boletín,newsletter,email} …
        {contenido,artículo} exclusivo para suscriptores | ¿ya eres suscriptor? … | hazte {socio,suscriptor} …
    """,
    "pt": """
        assine | {assine,assinar} {já,agora,a newsletter,nossa newsletter}
        assine {nossa,a nossa,o nosso,nosso,a newsletter} … | {inscreva-se,cadastre-se,subscreva}
        {inscreva-se,cadastre-se,subscreva} {na,no,em,a,para,gratuitamente,aqui} …
        {receba,recebe} {nossa,as,nossas,no seu} … {e-mail,email,newsletter} … | conteúdo exclusivo para assinantes
        já é assinante? …
    """,
    "it": """
        {iscriviti,abbonati,registrati} | {iscriviti,abbonati,registrati} {alla,alle,a,per,ora,qui,gratis,al} …
        {ricevi,ricevete} {la,le,ogni,nella} … {newsletter,mail,email} … | sei già abbonato? …
        {contenuto,articolo} riservato agli abbonati
    """,
    "nl": """
        {abonneer,aanmelden,inschrijven,schrijf je in,meld je aan}
        {abonneer u,abonneer je,schrijf je in,meld je aan,schrijf u in,meld u aan} {op,voor,hier,nu} … | nieuwsbrief
        nieuwsbrieven | ontvang … {nieuwsbrief,in je inbox,in je mailbox,per mail} … | al abonnee? …
        dit artikel is {alleen voor,exclusief voor} abonnees …
    """,
    "pl": """
        {zapisz się,zaprenumeruj,subskrybuj} | zapisz się {na,do} … {newsletter,newslettera}
        zapisz się {na,do} {nasz,naszego} … | {subskrybuj,zaprenumeruj} nasz … | kup {prenumeratę,dostęp} …
        dostęp tylko dla prenumeratorów …
    """,
    "ru": """
        подписаться | {подпишитесь,подписывайтесь,подписаться} на {рассылку,новости,рассылки}
        {подпишитесь,подписывайтесь,подписаться} на {рассылку,новости,рассылки,нашу} … | рассылка | рассылка новостей
        оформите подписку …
    """,
    "tr": """
        abone ol | abone olun | bültenimize {abone,kayıt} … | e-bülten
        {haber bültenimize,bültene} … {kaydolun,abone olun}
    """,
    "ar": """
        اشترك | {اشترك,اشتركوا} الآن … | النشرة {البريدية,الإخبارية}
        {اشترك,اشتركوا,سجل} {في,الان} {نشرتنا,النشرة,قناتنا,خدمة} …
    """,
    "ja": """
        メールマガジン登録 | メルマガ{登録,会員} | 購読{する,申し込み,のお申し込み} | 会員登録 | {無料,新規}会員登録
        {ログイン,会員登録}して{続きを読む,全文を読む} | この記事は{有料会員,会員}限定です… | 有料会員限定
        残り#文字…
    """,
    "zh": "订阅 | 订阅{我们,电子报,新闻,邮件}… | 訂閱 | 訂閱{電子報,我們}…",
    "ko": "{뉴스레터 구독,뉴스레터,구독신청}",
    "sv": "prenumerera | prenumerera på … | nyhetsbrev | bli prenumerant | anmäl dig till … nyhetsbrev …",
    "da": "nyhedsbrev | tilmeld dig … nyhedsbrev …",
    "nb": "nyhetsbrev | meld deg på … nyhetsbrev …",
    "fi": "tilaa | tilaa {uutiskirje,lehti} … | tilaa uutiskirje | uutiskirje",
    "cs": "odebírejte … | předplaťte si … | newsletter",
    "ro": "abonează-te | abonează-te la … {newsletter,newsletterul nostru}",
    "hu": "hírlevél | iratkozz fel … | iratkozzon fel …",
    "el": "εγγραφείτε στο newsletter … | εγγραφή στο newsletter",
    "id": "berlangganan | berlangganan {newsletter,buletin} …",
    "vi": "đăng ký nhận {tin,bản tin} …",
}
