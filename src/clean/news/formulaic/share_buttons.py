"""Share, print and save buttons, counts of shares, reading time."""

from __future__ import annotations

SHAPES = {
    "en": """
        share | share {this,on,via,now,article,story,post,page} | share:
        share this {article,story,post,page,content,video}
        share this {article,story,post,page,with} {on,with,via,by,to} … | share this with …
        share {this on,on,via,to,with} {facebook,twitter,whatsapp,linkedin,email,reddit,pinterest,telegram,messenger,
        x,flipboard,friends,others} | share your {story,thoughts,views} …
        share the {story,article} {on,via,with} …
        share the {story,article,love}
        {facebook,twitter,whatsapp,linkedin,pinterest,reddit,tumblr,flipboard,telegram,messenger,instagram,youtube,
        google+,rss,email,print,e-mail} {share,tweet,icon,logo,button} | {tweet,tweet this,tweet it,retweet,pin it}
        click to share | click to share on … (opens … | click to share on … | click to {email,print,tweet} …
        {email,e-mail,print,save,bookmark} this {article,story,page,post} | {email,print} {article,story,page}
        {print,email,facebook,twitter,whatsapp,linkedin,pinterest,reddit,telegram,copy link,copy url,link copied,
        copy link to story,send,send this by,messenger,flipboard} | {facebook,send facebook,share facebook} twitter …
        share tweet …
        {facebook,twitter,email,print,share,tweet} {facebook,twitter,email,print,share,tweet,whatsapp,linkedin}
        email print … | share facebook … | tweet share … | like this: | like this
        {like,love,save,bookmark} this {article,story,post}
        add to {favorites,favourites,bookmarks,reading list,saved stories}
        # {share,shares,likes,tweets,views,reads,retweets} | {shares,likes,tweets}: # | text size
        {increase,decrease} {text,font} size | {font,text} size … | listen to this {article,story}
        listen to {article,story} | # {min,minute,minutes,mins} {read,listen} … | {reading,read} time: … # …
        estimated {read,reading} time: …
    """,
    "de": """
        teilen
        {artikel,beitrag,seite,auf facebook,auf twitter,per whatsapp,per mail,per e-mail} {teilen,drucken,merken,
        versenden,empfehlen,twittern} | {artikel,beitrag} {anhören,vorlesen,speichern} | drucken | teilen auf …
        teilen sie … {artikel,beitrag} … | twittern | lesezeit: … | lesezeit # … | # {min,minuten} lesezeit
        {merken,feedback,vorlesen,link kopieren,zur startseite,zur merkliste}
    """,
    "fr": """
        partager | {partager,partagez} {cet article,sur,par,l'article,l'info}
        {partager,partagez} {cet article,sur,par} {sur,par,avec,facebook,twitter,whatsapp,e-mail,mail,linkedin}
        {partager,partagez} sur …
        {imprimer,envoyer,tweeter,envoyer par e-mail,envoyer par mail,copier le lien,imprimer l'article,
        écouter l'article} | # partages | temps de lecture: … | temps de lecture # … | lecture # min
        # min de lecture | # {commentaires,réactions}
    """,
    "es": """
        compartir
        {compartir,comparte,compartir en,comparte en} {facebook,twitter,whatsapp,esta noticia,este artículo,esta nota,
        linkedin} | {comparte,compartir} {esta,este,la} {noticia,artículo,nota} …
        {imprimir,enviar,tuitear,twittear,guardar,copiar enlace,enviar por correo,enviar por email,escuchar}
        # compartidos | tiempo de lectura: … | # min de lectura | lectura: # …
    """,
    "pt": """
        {compartilhar,compartilhe,partilhar,partilhe}
        {compartilhar,compartilhe,partilhar,partilhe} {no,via,por} {facebook,twitter,x,whatsapp,telegram,linkedin,
        e-mail,email} …
        {compartilhar,compartilhe,partilhar,partilhe} {esta,este,essa,esse} {notícia,artigo,matéria,reportagem,
        conteúdo,página} …
        {imprimir,enviar por e-mail,enviar por email,tweetar,copiar link,salvar,ouvir} | tempo de leitura: …
        # min de leitura | {ouvir,ouça} {o artigo,este artigo,a notícia}
    """,
    "it": """
        condividi | condividi {su,questo,via,l'articolo,con} …
        {stampa,tweet,invia,salva,invia per email,copia link,twitta,ascolta l'articolo} | tempo di lettura: …
        # {minuti,min} di lettura
    """,
    "nl": """
        {deel,delen,deel dit artikel,deel dit bericht} | {deel,delen} dit {artikel,bericht,verhaal} …
        {deel,delen} {op,via} {facebook,twitter,x,whatsapp,linkedin,e-mail,mail} …
        {printen,afdrukken,bewaren,bewaar,tweeten,kopieer link,kopieer de link} | leestijd: … | leestijd # …
        # {min,minuten} leestijd
    """,
    "pl": """
        {udostępnij,podziel się,drukuj,tweetnij,wyślij,kopiuj link,skomentuj}
        {udostępnij,podziel się} {na,artykuł,na facebooku,artykułem} … | udostępnij na {facebooku,twitterze}
    """,
    "ru": """
        {поделиться,поделитесь,распечатать,версия для печати,отправить,твитнуть,скопировать ссылку}
        {поделиться,поделитесь} {новостью,ссылкой} …
        {поделиться,поделитесь} в {соцсетях,социальных сетях,telegram,телеграме,facebook,вконтакте,одноклассниках,
        whatsapp} … | {поделиться,поделитесь} {новостью,ссылкой}
    """,
    "tr": """
        {paylaş,paylaşın,yazdır,tweetle,beğen,kaydet} | {facebook'ta,twitter'da,whatsapp'ta} paylaş | haberi paylaş
    """,
    "ar": """
        {شارك,مشاركة,طباعة,حفظ,أرسل,ارسل,شارك المقال,شارك الخبر,نسخ الرابط}
        {شارك,مشاركة} {على,عبر} {فيسبوك,فيس بوك,تويتر,إكس,واتساب,تيليغرام,لينكد إن} …
        شارك هذا {المقال,الخبر} …
        # {مشاركة,مشاركات}
    """,
    "ja": """
        {シェア,シェアする,ツイート,ツイートする,印刷,印刷する,保存,ブックマーク,リンクをコピー,記事を保存,共有,
        共有する,lineで送る,はてなブックマーク,noteで書く,いいね}
        {facebook,twitter,line,x}で{シェア,シェアする,送る,共有}
    """,
    "zh": """
        {分享,分享到,分享至,打印,收藏,转发,列印,轉發,字号,字級,点赞,评论} | {分享到,分享至}…
        {打印本页,关闭窗口,返回顶部,回到顶部,加入收藏,复制链接,複製連結} | 【{打印,关闭,收藏}】… | 【{字体,字号}: …
    """,
    "ko": "{공유하기,공유,인쇄하기,인쇄,글자크기,글씨크기,스크랩,url복사,url 복사,기사 공유}",
    "sv": "{dela,dela artikeln,skriv ut,dela på facebook,dela på twitter,tipsa en vän}",
    "da": "{del,del artikel,del på facebook,udskriv}",
    "nb": "{del,del på facebook,skriv ut}",
    "fi": "{jaa,jaa artikkeli,tulosta}",
    "cs": "{sdílet,sdílejte,tisk,vytisknout,sdílet na facebooku}",
    "ro": "{distribuie,distribuie pe facebook,tipărește}",
    "hu": "{megosztás,megosztom,nyomtatás}",
    "el": "{κοινοποίηση,εκτύπωση,μοιράσου το}",
    "id": "{bagikan,cetak,salin tautan} | bagikan {ke,artikel,di} …",
    "vi": "{chia sẻ,in bài viết}",
    "hi": "{शेयर करें,साझा करें}",
}
