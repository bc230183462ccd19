"""Lines that go: those of each kind of formula, by rule."""

FORMULAIC = {
    "read-more": """\
See TOLL, Page A6
Please turn to OPERA, A7
Continued on Page 8
(Continued from page 1)
Cont'd on A-12
TURN TO A6
From Page One
Story, Page B3
Fortsetzung auf Seite 3
Siehe Seite 12
Suite page 4
(Suite de la page 1)
Pasa a la página 5
Viene de la página 1
Continua na página 5
Segue a pagina 7
Lees verder op pagina 3
Ciąg dalszy na str. 4
Окончание на стр. 3
Devamı 8. sayfada
（下转第四版）
3面に続く
Fortsättning på sidan 5
Read more: Harbour wall to be rebuilt
READ MORE
Also read: Storm hits Port Example
» Related: more from the region
Related articles
RELATED STORIES:
Watch: the week in pictures
For more on this story visit www.courier.example
Click here to read the full report
Story continues below advertisement
Mehr zum Thema: Hafen
Lesen Sie auch: Sturm über der Küste
Lire aussi : La digue sera reconstruite
À lire aussi
Lea también: Reconstruirán el muelle
Leia também
Leggi anche: Il molo sarà ricostruito
Lees ook: Havenmuur wordt herbouwd
Czytaj także: Mur portowy
Читайте также: Стену порта восстановят
İlgili Haberler
İLGİLİ HABER: Liman duvarı
اقرأ أيضا: جدار الميناء
関連記事：港の壁を再建へ
【関連記事】港の壁を再建へ
相关阅读：港口围墙将重建
관련기사
Läs också: Hamnmuren byggs upp
Lue myös
More from The Courier
More from this author
More news from Port Example
Article continues after this promotion
Más noticias de Lima
Weitere Informationen unter www.courier.example
Weitere Meldungen aus Wien""",
    "follow-us": """\
Follow us on Twitter @courier
Follow us
Like us on Facebook
Follow Jane Example on Twitter
Folgen Sie uns auf Facebook
Suivez-nous sur Instagram
Síguenos en Facebook y Twitter
Siga-nos no Twitter
Seguici su Facebook
Volg ons op Twitter
Подписывайтесь на наш канал в Telegram
تابعونا على فيسبوك
Join us on Facebook
扫一扫关注我们
关注公众号""",
    "subscribe": """\
Sign up for our morning newsletter
Subscribe to our newsletter.
SUBSCRIBE NOW
Get the latest news delivered to your inbox
Already a subscriber? Log in
By signing up you agree to our terms.
Newsletter abonnieren
Abonnez-vous
Suscríbete a nuestro boletín
Iscriviti alla newsletter
この記事は会員限定です
اشترك في نشرتنا البريدية""",
    "copyright-line": """\
The views do not necessarily reflect those of the Example Courier.
© 2020 Evening Ledger. All Rights Reserved
(c) 2020 Evening Ledger
Copyright 2018 Coastal Post. For reprint rights contact rights@post.example
Copyright © 2019 Coastal Post
All rights reserved.
This material may not be published, broadcast, rewritten or redistributed.
Alle Rechte vorbehalten
Tous droits réservés.
Todos los derechos reservados
© RIPRODUZIONE RISERVATA
Все права защищены.
جميع الحقوق محفوظة
無断転載を禁じます
版权所有 海岸邮报
Distributed by Tribune Content Agency, LLC.
Nachdruck, auch auszugsweise, nur mit Genehmigung.
Nachdruck verboten
Nachdruck und Vervielfältigung nur mit Genehmigung des Verlags
This article was originally published on The Courier. Read the original article.
First published in the print edition of The Courier
Published in Dawn, November 14th, 2024
Published in The Nation, May 2, 2012
© The Canadian Press
未经授权不得转载
未经本报书面授权，不得转载、摘编
무단전재 및 재배포 금지
При использовании материалов ссылка на сайт обязательна
Overname van artikelen is alleen met toestemming toegestaan""",
    "photo-credit": """\
Photo: Jane Example/Coast Courier
Image credit: Harbour Board
Jane Example / AFP
Jane Example via Getty Images
FILE PHOTO: The harbour wall
Foto: dpa
Crédit photo : Jeanne Exemple
写真：港湾局
写真＝港湾局提供
사진=홍길동 기자
영상 = 홍길동 기자
사진제공=홍길동 기자
By Jane Example / Getty Images
图片来源：港务局
Photo by Jane Example
Photos by Jane Example / AP
Photo courtesy of the museum""",
    "wire-sign-off": """\
Source: Al Jazeera and news agencies
Source: News agencies
This interview was conducted by Jane Example.
Check back for updates.
(Example Weekly 01/06/2017 page28)
(Reporting by Jane Example in Port Example; Editing by John Example)
Reporting by Jane Example. Editing by John Example.
The Associated Press contributed to this report.
With inputs from agencies
AP-NY-03-07-22 0915EST
Quelle: dpa
(Avec AFP)
(Con información de Reuters)
Источник: ТАСС
Reporting by Anna Example and Tom Example in Port Example, extra reporting by Peter Example; writing by Mary Example
(Editing by John Example)
04-NOV-23 18:22 NNNN
(Writing by Jane Example in Port Example)
(Additional reporting by Jane Example and Peter Example)
(Reporting by Jan van der Example and the Berlin newsroom)
Compiled by Anna Example
With files from the Canadian Press
With inputs from agencies
Adds details, quotes, background
(Updates with closing prices)
(Changes headline)
(Corrects to say bank, not fund)
(Repeats to additional subscribers with no change)
Con información de EFE y AP
Com informações da Agência Brasil
Version française Anna Example, édité par Tom Example
(إعداد أحمد علي للنشرة العربية - تحرير سمير حسن)
إعداد أحمد علي - تحرير سمير حسن
(ANSA)
(PAP)
With reports from the Example
With a report from Jane Example
Additional reporting from Thorn by Jane Example
Fonte: Agência Lusa
Com Reuters
Le Monde avec AFP
По материалам РИА Новости
انتهای پیام
انتهای پیام/4021
کد خبر: 123456""",
    "contact-line": """\
Contact the writers through jane@courier.example and joe@courier.example
jane@courier.example (Example Weekly 01/06/2017 page28)
jane@courier.example and joe@courier.example
Contact: Jane Example, 555-0100
Jane Example can be reached at jane@courier.example.
newsdesk@courier.example
Email: newsdesk@courier.example
Got a news tip? Write to tips@courier.example
If you have a story suggestion email news@courier.example.
Email news@courier.example with your stories.
Please include a contact number if you are willing to speak to a reporter.
You can also contact us in the following ways:
Kontakt: Hafenamt
Tel: 555 0100""",
    "web-address": """\
https://www.courier.example/2019/03/harbour-wall
http://courier.example/7
URL: https://www.courier.example/2019/03/harbour-wall""",
    "share-buttons": """\
Send Facebook Twitter Google+ Whatsapp Tumblr reddit Permalink https://www.courier.example/p/2Uoc
Share this article
Share on Facebook
Facebook Twitter Email
1.2K Shares
340 shares
5 min read
Teilen
Partager sur Twitter
Compartir en Facebook
Поделиться
Deel dit artikel via Facebook
Compartilhe esta notícia
شارك على فيسبوك""",
    "advertisement": """\
Advertisement
- ADVERTISEMENT -
Sponsored content
Anzeige
Publicité
PUBLICIDAD
Pubblicità
Реклама
広告
广告
إعلان""",
    "page-furniture": """\
ID: 7123
Skip to main content
Log in
Privacy Policy
We use cookies to improve your visit.
50 Comments
Comments (12)
Page 2 of 14
Tags: harbour, storm
Impressum
Mentions légales
ログイン
Powered by WordPress
By continuing to use this site you agree to our privacy policy""",
}
