"""Menus, accounts, cookies, comments, tags, paging: what a web page has around its story."""

from __future__ import annotations

SHAPES = {
    "en": """
        skip to {content,main content,navigation,site index,main,footer,search,menu,end of …}
        {skip navigation,main navigation,main menu,menu,site map,sitemap,search,site search,site navigation,
        toggle navigation,open navigation,close navigation,open menu,close menu,navigation menu,navigation,
        show navigation,breadcrumb,breadcrumbs,back to top,go to top,scroll to top,return to top,top of page,
        jump to content,open search,close search,search this site,primary menu,hamburger menu}
        {log in,login,log out,logout,sign in,sign out,sign up / log in,register,my account,my profile,
        account settings,create account,create an account,forgot password,forgot password?,log in / register,
        subscribe log in,sign in / register,log in or register,remember me,password,username,your account,
        manage account}
        {log in,login,sign in,register} to {comment,post comments,your account,view,vote,leave a comment,continue,
        reply} …
        {log in,login,sign in,register} to {comment,post comments,your account,leave a comment,continue,reply}
        {log in,login,sign in} or {register,sign up,subscribe} … | you must be logged in …
        you need to … {log in,sign in,javascript} …
        {privacy policy,terms of use,terms of service,terms and conditions,terms & conditions,privacy notice,
        privacy settings,cookie policy,cookie settings,manage cookies,cookie preferences,accept cookies,
        accept all cookies,accept all,reject all,manage preferences,your privacy choices,
        do not sell my personal information,do not sell my info,california privacy rights,accessibility statement,
        accessibility help,about us,contact us,about this site,editorial guidelines,code of conduct,
        corrections policy,imprint,help centre,help center,legal notice,disclaimer} | we use cookies …
        {this,our} {site,website} uses cookies …
        by {continuing,using} … {cookies,cookie policy,terms of use,terms of service,privacy policy} …
        by {continuing,using} … {cookies,cookie policy,terms of use,terms of service,privacy policy}
        please {enable,turn on} {javascript,cookies} … | please enable {javascript,cookies}
        {javascript,cookies} {is,are,must be} {disabled,required,enabled} …
        your browser {does not,doesn't} support … | this site is protected by recaptcha …
        if you are using a screen reader … | to view this … {javascript,cookies,browser} …
        {id,article id,document id,doc id,docid,story id,news id,record id}: #
        # {comment,comments,replies,reply,responses}
        {comments,comment,leave a comment,leave a reply,add a comment,post a comment,add comment,post comment,
        view comments,show comments,hide comments,read comments,join the conversation,join the discussion,
        start the conversation,start the discussion,write a comment,no comments,comments closed,comments are closed,
        be the first to comment,loading comments,reader comments,have your say,comment on this story,see comments,
        report abuse,flag as inappropriate,cancel reply,reply} | {comments,comment,view comments,show comments} #
        {view,show,read,see} {all,the,} {#,} comments | join the {conversation,discussion} … comments …
        {commenting,comments} {is,are} {closed,disabled,subject,moderated,not} … | be the first to comment …
        all comments are {moderated,subject,closed} … | your email address will not be published …
        {tags,topics,filed under,tagged,tagged with,tagged under,posted in,categories,keywords,more about,
        in this story,in this article,topics in this story,related tags,share tags}: …
        {tags,tagged,filed under,topics,posted in,categories,category,keywords} | page # of # | page #
        {prev,previous page,next page,« previous,older posts,newer posts,next »}
        {back to,return to} {top,home,homepage,news,home page,the top,main page}
        {about,follow,more by,more from} the author | about the author
        {view,see} {all posts,more posts,author,full bio,profile,bio,all articles,author's profile}
        {view,see} all posts by …
        {close,open,expand,collapse,dismiss,hide,cancel,submit,send,go,ok,pause,mute,unmute,replay,fullscreen,
        full screen,play video,play audio,now playing,loading,please wait,autoplay,current time #,duration #,
        remaining time #,video player is loading,this is a modal window}
        {close,open} {modal,dialog,this dialog,panel,sidebar,window} | this is a modal window …
        {view,switch to} {the,} {desktop,mobile} {site,version} | powered by NAMES | privacy policy {|,and,/} …
        (opens in new {tab,window}) | opens in {a,} new {tab,window}
        {breaking,latest,live} {news alerts,updates ticker}
        {newsletter preferences,site feedback,e-paper,epaper,e-edition,today's paper,digital edition,print edition,
        digital replica edition,place an ad,classifieds,obituaries,crossword,crosswords,rss feeds,rss,job board,
        text-only version}
    """,
    "de": """
        {menü,suche,startseite,anmelden,einloggen,ausloggen,abmelden,registrieren,impressum,datenschutz,
        datenschutzerklärung,nutzungsbedingungen,agb,nach oben,zum inhalt springen,zum seitenanfang,seitenanfang,
        schließen,kommentare,kommentieren,kommentar schreiben,kommentar verfassen,kommentare anzeigen,zur startseite,
        sitemap,zurück,navigation,hauptnavigation,mein konto,cookie-einstellungen,datenschutzeinstellungen}
        # kommentare | # kommentar | kommentare (#) | wir verwenden cookies …
        diese {website,webseite} verwendet cookies … | diskutieren sie {mit,diesen artikel} …
        {schlagworte,schlagwörter,themen,stichwörter}: … | seite # von #
    """,
    "fr": """
        {menu,recherche,rechercher,accueil,connexion,se connecter,déconnexion,s'identifier,créer un compte,mon compte,
        mentions légales,politique de confidentialité,conditions générales,conditions d'utilisation,plan du site,
        haut de page,retour en haut,aller au contenu,aller au contenu principal,commentaires,réagir,commenter,
        laisser un commentaire,fermer,ajouter un commentaire,données personnelles,gérer les cookies,tout accepter,
        tout refuser} | # {commentaire,commentaires} | commentaires (#) | nous utilisons des cookies …
        ce site utilise des cookies … | en poursuivant votre navigation … | {mots-clés,mots clés,tags,thèmes}: …
        page # sur #
    """,
    "es": """
        {menú,buscar,inicio,iniciar sesión,cerrar sesión,registrarse,mi cuenta,aviso legal,política de privacidad,
        política de cookies,términos y condiciones,mapa del sitio,ir al contenido,saltar al contenido,volver arriba,
        comentarios,comentar,deja un comentario,dejar un comentario,deja tu comentario,cerrar,ver comentarios}
        # comentarios | # comentario | comentarios (#) | {utilizamos,usamos} cookies …
        este sitio {web,} {utiliza,usa} cookies … | {etiquetas,temas,archivado en}: … | página # de #
    """,
    "pt": """
        {menu,buscar,pesquisar,início,página inicial,entrar,sair,fazer login,cadastre-se,minha conta,
        política de privacidade,termos de uso,mapa do site,ir para o conteúdo,voltar ao topo,comentários,comentar,
        deixe um comentário,deixe seu comentário,fechar} | # {comentários,comentário} | {utilizamos,usamos} cookies …
        este site utiliza cookies … | {tags,temas,assuntos,palavras-chave}: … | página # de #
    """,
    "it": """
        {menu,cerca,accedi,esci,registrati,il mio account,note legali,informativa sulla privacy,termini e condizioni,
        mappa del sito,vai al contenuto,salta al contenuto,torna su,torna all'inizio,commenti,commenta,
        lascia un commento,chiudi} | # {commenti,commento} | questo sito utilizza … cookie … | utilizziamo i cookie …
        {tag,argomenti}: … | pagina # di #
    """,
    "nl": """
        {zoeken,inloggen,uitloggen,registreren,mijn account,privacybeleid,privacyverklaring,cookiebeleid,
        algemene voorwaarden,naar boven,terug naar boven,naar de inhoud,ga naar de inhoud,reacties,reageer,reageren,
        plaats een reactie,sluiten,cookie-instellingen} | # {reacties,reactie} | wij gebruiken cookies …
        deze website gebruikt cookies … | {trefwoorden,onderwerpen}: …
    """,
    "pl": """
        {menu,szukaj,zaloguj się,wyloguj,zarejestruj się,strona główna,polityka prywatności,regulamin,do góry,
        wróć na górę,komentarze,dodaj komentarz,skomentuj,zamknij,przejdź do treści,mapa strony}
        # {komentarzy,komentarze,komentarz} | {używamy,wykorzystujemy} plików cookie …
        {tagi,tematy,słowa kluczowe}: …
    """,
    "ru": """
        {меню,поиск,войти,выйти,вход,регистрация,главная,наверх,политика конфиденциальности,
        пользовательское соглашение,комментарии,комментировать,оставить комментарий,добавить комментарий,закрыть,
        карта сайта,на главную,обсудить} | # {комментариев,комментария,комментарий} | комментарии (#)
        мы используем {cookie,файлы cookie} … | {теги,метки,ключевые слова,рубрика,рубрики,темы}: …
    """,
    "tr": """
        {menü,ara,giriş yap,üye ol,çıkış yap,anasayfa,ana sayfa,gizlilik politikası,kullanım koşulları,yukarı çık,
        yorumlar,yorum yap,yorum yaz,kapat,çerez politikası} | # yorum | {etiketler,konular}: …
    """,
    "ar": """
        {القائمة,بحث,ابحث,الرئيسية,تسجيل الدخول,تسجيل الخروج,سياسة الخصوصية,شروط الاستخدام,التعليقات,تعليقات,
        أضف تعليقا,أضف تعليق,اترك تعليقا,إغلاق,من نحن} | # {تعليق,تعليقات}
        {كلمات دلالية,الكلمات المفتاحية,وسوم,الوسوم}: …
    """,
    "ja": """
        {メニュー,検索,ログイン,ログアウト,新規登録,会員登録,トップページ,ページトップへ,ページの先頭へ,
        プライバシーポリシー,利用規約,サイトマップ,コメント,コメントする,コメントを書く,閉じる,会社概要,運営会社,
        サイトポリシー,ホーム,本文へスキップ} | #件のコメント | コメント# | コメント(#) | コメント#件
        {タグ,キーワード,カテゴリ,カテゴリー}: …
    """,
    "zh": """
        {菜单,搜索,登录,注册,退出,首页,返回首页,网站地图,隐私政策,使用条款,关于我们,评论,发表评论,查看评论,关闭,選單,
        搜尋,登入,註冊,首頁,隱私權政策,網站地圖,關於我們,留言,發表評論,我要评论,网友评论,返回顶部,责任编辑}
        {责任编辑,责编,編輯,编辑,责任校对,校对}: … | {标签,关键词,关键字,標籤,關鍵字,tags}: … | #条评论 | 评论(#)
        #人参与 | 当前位置: …
    """,
    "ko": """
        {메뉴,검색,로그인,로그아웃,회원가입,홈,댓글,댓글쓰기,댓글 쓰기,닫기,개인정보처리방침,이용약관,맨위로,목록}
        댓글 # | #개의 댓글 | 태그: …
    """,
    "sv": """
        {meny,sök,logga in,logga ut,kommentarer,kommentera,stäng,till toppen} | # kommentarer
        vi använder {cookies,kakor} …
    """,
    "da": "{menu,søg,log ind,log ud,kommentarer,luk} | vi bruger cookies …",
    "nb": "{meny,søk,logg inn,logg ut,kommentarer,lukk} | vi bruker {cookies,informasjonskapsler} …",
    "fi": """
        {valikko,haku,kirjaudu,kirjaudu sisään,kommentit,kommentoi,sulje} | # kommenttia | käytämme evästeitä …
    """,
    "cs": """
        {menu,hledat,přihlásit se,přihlásit,odhlásit,diskuse,komentáře,zavřít,nahoru} | # komentářů
        {témata,štítky}: …
    """,
    "ro": "{meniu,caută,autentificare,comentarii,închide} | # comentarii | {etichete,taguri}: …",
    "hu": "{menü,keresés,bejelentkezés,hozzászólások,bezárás} | # hozzászólás | címkék: …",
    "el": "{μενού,αναζήτηση,σύνδεση,εγγραφή,σχόλια,κλείσιμο} | # σχόλια | {ετικέτες}: …",
    "id": "{menu,cari,masuk,daftar,beranda,komentar,tutup} | # komentar | {tag,tags,topik}: …",
    "vi": "{tìm kiếm,đăng nhập,đăng ký,trang chủ,bình luận} | # bình luận | {từ khóa,tags}: …",
}
