"""Pointers to other stories: read more, related, see also, most read."""

from __future__ import annotations

SHAPES = {
    "en": """
        read more | read more: … | read more here | read more … here | read more {at,from,about,on,in} …
        read more {stories,news,articles,coverage} …
        read the {full,whole,complete,entire,original,rest of the} {story,article,report,interview}
        read the {full,whole,complete,entire,original,rest of the} {story,article,report,interview} {at,on,here,in,
        from} … | read full {story,article} | read next | read next: … | read this next | read this next: …
        read also | read also: … | also read | also read: … | read: … | also see: … | see also | see also: …
        see more | see more: … | more: … | more from NAMES
        more from {this,the} {author,section,series,writer,columnist} | more on this {story,topic}
        more on this {story,topic}: …
        more {stories,news,articles,headlines,coverage}
        more {stories,news,articles,headlines,coverage} {from,about,on,in} NAMES
        more {stories,news,articles,headlines,coverage} {like this,here} …
        more {stories,news,articles,headlines,coverage} {from,about,on} {this,the} {author,section,series,topic,story,
        web}
        more {stories,news,articles} like this | {latest,top,other,popular,local} {stories,news,headlines} from NAMES
        related | related: …
        related {stories,story,articles,article,content,news,coverage,links,link,topics,reading,posts,items,video,
        videos}
        related {stories,story,articles,article,content,news,coverage,links,link,topics,reading,posts,video,videos}: …
        recommended | recommended {stories,articles,reading,for you} | recommended {for you,reading,stories}: …
        you {may,might} also {like,enjoy,be interested in} | you {may,might} also {like,enjoy,be interested in}: …
        you may like | don't miss | don't miss: … | must read | must read: …
        {most,more} {read,popular,viewed,shared,commented} | trending | trending now | trending stories
        what to read next | {watch,listen,video,in pictures,gallery,in photos,photos,slideshow}: …
        {watch,listen} {now,again,below} | watch the video {above,below,here} | watch video | click here {to,for} …
        click {here,below} | continue reading | continue reading … below | continue reading the main story
        keep reading | {story,article,post,the story,the article} continues below
        {story,article,post,the story,the article} continues {below,after} {,the,this} {ad,ads,advertisement,video,
        photo,
        photos,image,gallery,map,graphic,newsletter,promotion} …
        for more {news,stories,information,details,coverage,on this story} {visit,go to,click,see,check,check out,
        follow,log on to} …
        for more {news,stories,information,details,coverage,on this story}, {visit,go to,click,see,check,check out,
        follow,log on to} … | for more on … {visit,click here,go to} … | for more {visit,go to,click} …
        for more, {visit,go to,click} … | find out more | find out more: … | find out more here | find out more at …
        learn more | learn more … here | learn more at … | full {story,coverage,report}
        full {story,coverage,report}: … | {next,previous} {story,article,post}
        {next,previous} {story,article,post}: … | up next | up next: …
        {editors',editor's,editors} {picks,choice,pick} | from {our,the} {archive,archives}
        from {our,the} {archive,archives}: … | {from,around,elsewhere on} {around the,the} web | in case you missed it
        in case you missed it: … | read in {app,the app} | {view,see} {gallery,all,more,full article}
        {show,load} more | {see,view,show} {all,more} {stories,articles,news,comments,posts}
    """,
    "de": """
        mehr lesen | weiterlesen | weiter lesen | lesen sie auch | lesen sie auch: … | lesen sie mehr
        lesen sie mehr: … | lesen sie hier: … | lesen sie hier {mehr,weiter} …
        lesen sie mehr {zum,zu diesem,über,dazu} …
        lesen sie {dazu,hierzu} auch | lesen sie {dazu,hierzu} auch: … | lies auch | lies auch: … | mehr zum thema
        mehr zum thema: … | mehr dazu | mehr dazu: … | mehr: … | mehr {nachrichten,meldungen,artikel} {aus,zu,zum} NAMES
        das könnte {sie,dich} auch interessieren | das könnte {sie,dich} auch interessieren: … | auch interessant
        auch interessant: … | siehe auch | siehe auch: … | zum thema | zum thema: … | meistgelesen
        {meistgelesene,meist gelesene,ähnliche,verwandte} {artikel,themen,beiträge} | meist gelesen
        weitere {artikel,meldungen,nachrichten,themen,beiträge,informationen}
        weitere {artikel,meldungen,nachrichten,themen,beiträge,informationen} {unter,finden sie} …
        weitere {artikel,meldungen,nachrichten,themen,beiträge,informationen} {zum,aus,zu} NAMES
        zum {artikel,video} | hier klicken | {video,bilderstrecke,fotostrecke,bildergalerie}: …
        empfehlung der redaktion | empfohlener {redaktioneller inhalt,externer inhalt,inhalt}
        {nächster,vorheriger} {artikel,beitrag} | mehr anzeigen | mehr erfahren
    """,
    "fr": """
        lire aussi | lire aussi: … | à lire aussi | à lire aussi: … | lire également | lire également: … | à lire
        à lire: … | à lire également | à lire également: … | lisez aussi | lisez aussi: … | lire: … | lire la suite
        lire la suite {sur,dans,de l'article} … | lire plus | voir aussi | voir aussi: … | à voir aussi
        à voir aussi: …
        en savoir plus | pour en savoir plus | pour en savoir plus: … | sur le même {sujet,thème}
        sur le même {sujet,thème}: … | lire l'article | lire l'article complet
        articles {liés,similaires,associés,connexes} | les plus {lus,consultés,commentés}
        {vous,tu} {aimerez,aimeras} aussi | vous pourriez aussi aimer | à ne pas manquer | {voir,afficher} plus
        cliquez ici | cliquez ici pour … | notre dossier: … | {vidéo,video,diaporama,en images}: … | relire: …
        lire notre {dossier,article,analyse,reportage}: … | {article,page} {suivant,précédent,suivante,précédente}
    """,
    "es": """
        leer más | leer más: … | lea más | lea más: … | lee más | lee más: … | {lea,lee,leer} también
        {lea,lee,leer} también: … | {te,le} puede interesar | {te,le} puede interesar: …
        también {te,le} puede interesar | también {te,le} puede interesar: … | {te,le} recomendamos
        {te,le} recomendamos: … | {noticias,notas} relacionadas | {artículos,contenidos,temas} relacionados
        {noticia,nota} relacionada: … | artículo relacionado: … | más información | más información: …
        más información {en,sobre} NAMES | más noticias | más noticias {de,en,sobre} NAMES | ver también
        ver también: …
        {ver,mostrar,cargar} más | haga clic aquí | haga clic aquí para … | ver más: … | vea también | vea también: …
        {sigue,sigue,seguir,continuar,continúa} leyendo | lo más {leído,visto,popular} | las más {leídas,vistas}
        relacionado | relacionado: … | relacionados | {vídeo,video,galería,fotogalería}: … | no te pierdas
        no te pierdas: … | siguiente artículo | artículo anterior
    """,
    "pt": """
        leia mais | leia mais: … | leia mais {sobre,no,na} … | leia mais em NAMES | leia também | leia também: …
        leia ainda
        leia ainda: … | ler mais | saiba mais | saiba mais: … | veja também | clique aqui | clique aqui para …
        veja também: … | veja mais | veja mais: … | confira também | confira também: …
        {notícias,matérias} relacionadas | {artigos,conteúdos} relacionados | mais lidas | as mais lidas | o mais lido
        mais notícias | mais notícias {de,em,sobre} NAMES | {continue,continua} lendo | continuar a ler
        {continua,a notícia continua} {após,depois da} {a publicidade,publicidade,o anúncio} | relacionadas | vídeo: …
        {assista,assista também,ouça}: …
    """,
    "it": """
        leggi anche | leggi anche: … | leggi tutto | leggi di più | leggi l'articolo | leggi l'articolo completo
        continua a leggere | clicca qui | clicca qui per … | approfondisci | per approfondire | per approfondire: …
        vedi anche | vedi anche: … | {guarda,ascolta} anche | {guarda,ascolta} anche: … | mostra altro
        {articolo,post} {successivo,precedente} | guarda il video | articoli {correlati,collegati,simili}
        {potrebbe,potrebbero} {interessarti,interessarti anche} | ti {potrebbe,potrebbero} interessare | i più letti
        più letti | ti {potrebbe,potrebbero} interessare: … | {video,foto,fotogallery}: …
    """,
    "nl": """
        lees ook | lees ook: … | lees meer | lees meer: … | lees meer {over,op} … | lees verder
        lees hier {meer,verder} … | verder lezen | meer lezen | klik hier | klik hier {voor,om} … | zie ook
        zie ook: … | bekijk ook | bekijk ook: … | kijk ook: … | meer nieuws | meer nieuws {uit,van,over} NAMES
        gerelateerd | gerelateerde {artikelen,berichten} | {meest,best} gelezen
        {tekst,artikel} gaat {verder,door} onder {de,het} … | de tekst gaat verder onder …
        het artikel gaat {verder,door} onder … | lees het {hele,volledige} {artikel,verhaal} …
        {volgend,vorig} artikel
    """,
    "pl": """
        {czytaj,przeczytaj,zobacz,sprawdź} {więcej,także,też,również}
        {czytaj,przeczytaj,zobacz,sprawdź} {więcej,także,też,również}: … | czytaj dalej | polecamy | polecamy: …
        {powiązane,podobne} artykuły | najczęściej czytane | więcej: … | więcej na ten temat
        więcej na stronie … | kliknij tutaj | {następny,poprzedni} artykuł
    """,
    "ru": """
        {читайте,смотрите} {также,ещё,еще} | {читайте,смотрите,читать} {также,ещё,еще}: …
        читать {далее,полностью,дальше,также} | читайте нас {в,на} … | подробнее | подробнее: …
        читайте на эту тему: … | по теме | по теме: … | материалы по теме | похожие {новости,материалы,статьи}
        самое {читаемое,популярное} | {ещё,еще} по теме | другие новости | {следующая,предыдущая} {статья,новость}
        показать {ещё,еще}
    """,
    "uk": """
        {читайте,дивіться} також | {читайте,дивіться} також: … | читати далі | докладніше | докладніше: …
        новини за темою | показати ще
    """,
    "tr": """
        devamını oku | haberin devamı | haberin devamı {için tıklayınız,için tıklayın} | ilgili {haber,haberler}
        ilgili {haber,haberler}: … | ayrıca bakınız: … | bunlar da ilginizi çekebilir | ilginizi çekebilir
        ilginizi çekebilir: … | daha fazla {oku,göster,bilgi} | detaylar için {tıklayın,tıklayınız}
        {çok,en çok} okunanlar | {sonraki,önceki} haber
    """,
    "ar": """
        {اقرأ,إقرأ} {أيضا,أيضاً,أيضًا,المزيد,ايضا} | {اقرأ,إقرأ} {أيضا,أيضاً,أيضًا,المزيد,ايضا}: … | المزيد | المزيد: …
        للمزيد: … | {شاهد,طالع} {أيضا,أيضاً,أيضًا} | {شاهد,طالع} {أيضا,أيضاً,أيضًا}: …
        {مواضيع,أخبار,مقالات} {ذات صلة,متعلقة} | الأكثر {قراءة,مشاهدة} | قد يهمك أيضا | قد يهمك أيضا: … | اضغط هنا
    """,
    "fa": "بیشتر بخوانید | بیشتر بخوانید: … | {اخبار,مطالب} مرتبط | ادامه مطلب",
    "he": "קראו {עוד,גם} | קראו {עוד,גם}: … | לקריאה נוספת | כתבות נוספות",
    "ja": """
        関連{記事,ニュース,リンク,項目,トピックス} | 関連{記事,ニュース}: … | 【関連記事】… | 【関連】…
        あわせて読みたい | あわせて読みたい: … | 続きを読む | もっと{見る,読む} | 記事全文を読む
        この記事の続きを読む | 続きは{こちら,こちらから} | 詳しくはこちら | {次,前}の記事 | {次,前}の記事: …
        おすすめ記事 | 人気記事 | アクセスランキング | こちらもおすすめ
    """,
    "zh": """
        相关{阅读,新闻,报道,链接,文章,专题} | 相关{阅读,新闻,报道,链接,文章,专题}: … | {延伸,推荐}阅读
        {延伸,推荐}阅读: … | 阅读{更多,全文,原文} | {更多新闻,查看更多,热门推荐,点击查看,点击进入专题} | {上,下}一篇
        {上,下}一篇: … | 相關{新聞,報導,閱讀,文章,連結} | 相關{新聞,報導,閱讀,文章,連結}: … | {延伸,推薦}閱讀
        {延伸,推薦}閱讀: … | {閱讀,繼續}{更多,全文,閱讀} | {更多新聞,看更多,熱門新聞}
    """,
    "ko": """
        {관련기사,관련 기사,관련뉴스} | {관련기사,관련 기사,관련뉴스}: … | 더보기 | 더 보기 | 기사 더보기
        많이 본 뉴스 | 함께 보면 좋은 기사
    """,
    "sv": """
        läs {också,även,mer,vidare} | läs {också,även,mer}: … | se också | se också: … | relaterat
        relaterade artiklar | mest läst | fler {nyheter,artiklar}
    """,
    "da": """
        læs {også,mere,videre} | læs {også,mere}: … | se også | se også: … | mest læste | relaterede artikler
    """,
    "nb": "les {også,mer,videre} | les {også,mer}: … | mest lest | relaterte saker",
    "fi": "lue {myös,lisää} | lue {myös,lisää}: … | katso myös | katso myös: … | luetuimmat",
    "cs": """
        čtěte {také,též,více} | čtěte {také,též,více}: … | přečtěte si také | přečtěte si také: …
        související {články,témata} | nejčtenější | více: …
    """,
    "sk": """
        čítajte {tiež,viac,aj} | čítajte {tiež,viac,aj}: … | prečítajte si {tiež,aj} | prečítajte si {tiež,aj}: …
        súvisiace články | najčítanejšie
    """,
    "ro": """
        {citește,citeşte,citiți,vezi} și | {citește,citeşte,citiți,vezi} {și,şi}: … | citește mai mult
        {articole,știri} similare
    """,
    "hu": """
        olvasd el ezt is | {olvass,olvasson} tovább | kapcsolódó cikkek | kapcsolódó cikkünk: … | legolvasottabb
    """,
    "el": """
        διαβάστε {επίσης,περισσότερα,ακόμα} | διαβάστε {επίσης,περισσότερα,ακόμα}: … | δείτε επίσης | δείτε επίσης: …
        σχετικά άρθρα
    """,
    "hr": """
        pročitajte {i,još,više} | pročitajte {i,još}: … | pročitaj {i,još} | vezano | povezani članci | najčitanije
    """,
    "id": """
        {baca,simak,lihat} juga | {baca,simak,lihat} juga: … | baca {selengkapnya,selanjutnya}
        {berita,artikel} terkait | terpopuler
    """,
    "vi": "{xem,đọc} thêm | {xem,đọc} thêm: … | {tin,bài} liên quan | đọc nhiều nhất",
    "hi": "{यह,ये} भी पढ़ें | {यह,ये} भी पढ़ें: … | और पढ़ें | संबंधित खबरें",
    "bn": "আরও পড়ুন | আরও পড়ুন: … | আরো পড়ুন | আরো পড়ুন: …",
    "th": "อ่านเพิ่มเติม | อ่านเพิ่มเติม: … | ข่าวที่เกี่ยวข้อง | อ่านต่อ",
    "sw": "soma {pia,zaidi} | soma {pia,zaidi}: …",
}

# Of these, what announces a list: the titles right below are pointers too. `Read more` alone stands below a title.
_ANNOUNCING = """
also read|read also|read next|read this next|see also|also see|more on this story|more on this topic|more stories
more news|more headlines|related|related stories|related story|related articles|related article|related content
related news|related coverage|related links|related topics|related reading|related posts|related items|recommended
recommended stories|recommended articles|recommended reading|recommended for you|you may also like
you might also like|you may also enjoy|you may also be interested in|you may like|must read|most read|most popular
most viewed|most shared|trending|trending now|trending stories|what to read next|editors' picks|editor's picks
in case you missed it|from around the web|elsewhere on the web
lesen sie auch|lies auch|mehr zum thema|zum thema|siehe auch|das könnte sie auch interessieren
das könnte dich auch interessieren|meistgelesen|meistgelesene artikel|ähnliche artikel|verwandte artikel
verwandte themen|weitere artikel|weitere meldungen|weitere nachrichten
lire aussi|à lire aussi|lire également|à lire également|lisez aussi|à lire|voir aussi|à voir aussi
sur le même sujet|sur le même thème|articles liés|articles similaires|articles associés|les plus lus
vous aimerez aussi|vous pourriez aussi aimer
lea también|lee también|te puede interesar|le puede interesar|también te puede interesar|noticias relacionadas
notas relacionadas|artículos relacionados|temas relacionados|más noticias|ver también|vea también|lo más leído
lo más visto|las más leídas|relacionadas|relacionados
leia também|leia ainda|veja também|notícias relacionadas|matérias relacionadas|artigos relacionados|mais lidas
as mais lidas|mais notícias
leggi anche|vedi anche|articoli correlati|articoli simili|potrebbe interessarti|i più letti|più letti
lees ook|zie ook|bekijk ook|gerelateerd|gerelateerde artikelen|meest gelezen|best gelezen
czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|polecamy|powiązane artykuły|najczęściej czytane
читайте также|по теме|материалы по теме|похожие новости|похожие материалы|самое читаемое|ещё по теме|другие новости
читайте також|новини за темою|ilgili haberler|çok okunanlar|en çok okunanlar|bunlar da ilginizi çekebilir
"""
ANNOUNCING = frozenset(name for line in _ANNOUNCING.split("\n") for name in line.split("|") if name)

# What is a subhead where a paragraph stands below it: agencies close reports of matches so.
SUBHEADS = frozenset({"up next"})
