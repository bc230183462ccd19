"""Labels that stand on a line of their own above a headline: the section of the paper, or an alert.

`BREAKING NEWS`, `World`, `Opinion | Letters`, `Политика`, `国际`. Words of the trade, not of any paper; what is as
often a subhead (`Background`, `What next`) is left out.
"""

from __future__ import annotations

from itertools import chain

from clean.news.words import fold
from clean.patterns import lazy

LONGEST = 48  # characters: two or three sections joined by bars

# What a paper files its stories under. Words that a blank parts stand in one label; compared folded.
_SECTIONS = """
World|World News|International|International News|Foreign|Global|National|National News|Nation|Local|Local News|Region
Regional|Regional News|Metro|City|State|U.S.|US|US News|UK|UK News|Europe|Asia|Africa|Americas|Latin America|Middle East
Asia Pacific|Politics|Government|Election|Elections|Business|Business News|Economy|Finance|Markets|Money|Companies
Industry|Energy|Real Estate|Property|Personal Finance|Small Business|Technology|Tech|Tech News|Science|Science & Tech
Science and Technology|Science & Environment|Environment|Climate|Health|Health News|Education
Culture|Arts|Arts & Culture
Arts and Culture|Arts and Entertainment|Arts & Entertainment|Entertainment|Entertainment & Arts|Film|Movies|Music|Books
Theatre|Television|TV & Radio|Media|Lifestyle|Life|Life & Style|Life and Style|Style|Fashion|Food|Food & Drink|Travel
Motoring|Cars|Religion|Faith|Society|Sport|Sports|Sports News|Football|Cricket|Tennis|Golf|Rugby|Rugby Union|Basketball
Baseball|Hockey|Cycling|Athletics|Racing|Horse Racing|Motorsport|Formula 1|Boxing|Olympics|Soccer|College Sports
Opinion|Opinions|Editorial|Editorials|Leader|Comment|Commentary|Column|Columnists|Columns|Op-Ed|Letters|Analysis
Perspective|Obituary|Obituaries|Feature|Features|Profile|Profiles|Essay|Essays|Interview|Review|Reviews
Crime|Courts|Police|Crime & Courts|Law|Justice
Weather|News|Top News|Top Stories|Top Story|Front Page|Home|Latest News|Latest|In Brief
News in Brief|Briefs|World in Brief
Around the World|Community|Community News|School News|Church News|Town News|County News|City News|Area News|State News
Club News|Farm News|Society News|Local Sports|Sports Briefs|News Briefs|Police Beat|Police Blotter|Court News
People|Defence|Defense|Security|Transport|Agriculture|Farming|Labour
Immigration|Special Report
Investigations|Explainer|Fact Check|Newsletter|Today|Weekend|Magazine
Politik|Inland|Ausland|Wirtschaft|Finanzen|Börse|Unternehmen|Panorama|Vermischtes|Aus aller Welt
Kultur|Feuilleton|Medien
Wissen|Wissenschaft|Gesellschaft|Gesundheit|Bildung|Reise|Lokales|Regionales|Aus der Region|Fußball|Meinung|Kommentar
Leitartikel|Leserbriefe|Leserbrief|Glosse|Netzwelt|Digital|Technik|Umwelt|Klima|Justiz|Kriminalität|Polizei|Verkehr
Wetter|Nachrichten|Hintergrund & Analyse|Seite 1|Titelseite|Kurz notiert|Kurz gemeldet|Leute|Welt|Deutschland|Schweiz
Österreich|Europa|Motor|Chronik|Innenpolitik|Außenpolitik
Monde|International|Politique|Économie|Entreprises|Bourse|Société|Faits divers|Justice|Sciences|Santé|Planète
Environnement|Éducation|Cinéma|Musique|Livres|Médias|Sports|Opinions|Éditorial|Tribune|Débats|Chronique|Idées
Actualité|Actualités|À la une|France|Europe|Afrique|Régions|Région|Météo|Voyages|Gastronomie|Technologies|High-Tech
Mundo|Internacional|Nacional|Política|Economía|Economia|Empresas|Mercados|Sociedad|Sociedade|Sucesos|Policiales|Cultura
Espectáculos|Deportes|Esportes|Desporto|Fútbol|Futebol|Ciencia|Ciência|Ciência e Saúde|Tecnología|Tecnologia|Salud|Saúde
Educación|Educação|Medio ambiente|Meio Ambiente|Opinión|Opinião|Editorial|Tribuna|Cartas al director|Portada|Última
España|América|América Latina|Argentina|México|Colombia|Chile|Perú|Brasil|Portugal|Cotidiano|Ilustrada|Poder|Polícia
Dinheiro|Negócios|Negocios|Finanzas|País|Local|Locais|Regiões|Ciudad|Ciudades|Cidades|Gente
Actualidad|Atualidade|Notícias
Noticias|Turismo|Seguridad
Mondo|Esteri|Interni|Politica|Cronaca|Cronache|Economia|Finanza|Spettacoli|Cinema|Musica|Calcio|Scienza|Scienze|Salute
Ambiente|Istruzione|Opinioni|Commenti|Editoriale|Società|Viaggi|Motori|Notizie|Primo piano|Attualità|Italia
Binnenland|Buitenland|Politiek|Economie|Cultuur|Wetenschap|Gezondheid|Onderwijs|Opinie|Media en Cultuur|Regio|Nieuws
Inrikes|Utrikes|Ekonomi|Näringsliv|Kultur & Nöje|Nöje|Vetenskap|Ledare|Debatt|Nyheter|Indland|Udland|Erhverv|Debat
Innenriks|Utenriks|Økonomi|Kotimaa|Ulkomaat|Talous|Kulttuuri|Urheilu|Politiikka|Mielipide|Tiede
Kraj|Świat|Polska|Polityka|Gospodarka|Biznes|Społeczeństwo|Nauka|Zdrowie|Opinie|Kultura|Wiadomości|Sport
Domácí|Zahraničí|Ekonomika|Kultúra|Domov|Svět|Zprávy|Názory|Z domova|Zo sveta|Slovensko|Regiony|Regióny
Belföld|Külföld|Gazdaság|Kultúra|Tudomány|Vélemény|Actualitate|Politică|Externe|Economie|Cultură
Sănătate|Sănătate|Opinii
Svijet|Hrvatska|Gospodarstvo|Svet|Srbija|Društvo|Ekonomija|Politika|Kultura|Crna kronika|Hronika|Vijesti|Vesti
Мир|В мире|Политика|Экономика|Бизнес|Финансы|Общество|Происшествия|Культура|Наука|Технологии|Здоровье|Спорт|Россия
Мнения|Мнение|Регионы|Образование|Экология|Недвижимость|Новости|Главное|Армия|Силовые структуры|Футбол|Хоккей
Світ|Політика|Економіка|Суспільство|Події|Культура|Наука|Здоров'я|Україна|Новини|Світ|Свят|Общество|Икономика|България
Κόσμος|Πολιτική|Οικονομία|Κοινωνία|Πολιτισμός|Αθλητισμός|Ελλάδα|Διεθνή|Υγεία|Επιστήμη|Απόψεις|Τεχνολογία
Dünya|Gündem|Siyaset|Ekonomi|Spor|Kültür|Kültür Sanat|Kültür-Sanat|Sağlık|Eğitim|Bilim|Teknoloji|Yaşam|Magazin|Türkiye
Yazarlar|Futbol|Finans|Politika|Otomobil|Dış Haberler|Bilim ve Teknoloji
أخبار|الأخبار|أخبار العالم|أخبار عالمية|أخبار محلية|العالم|عالم|العالم العربي|عربي|عربي ودولي|دولي|دولية|محلي|محليات
محلية|سياسة|السياسة|اقتصاد|الاقتصاد|أعمال|مال وأعمال|مال|رياضة|الرياضة|كرة القدم|ثقافة|الثقافة|ثقافة وفن|ثقافة وفنون|فن
فنون|منوعات|صحة|الصحة|علوم|علوم وتكنولوجيا|تكنولوجيا|تقنية|تعليم|مجتمع|حوادث|قضايا|رأي|آراء|الرأي|مقالات|مقال|تقارير
تقرير|تحليل|تحقيقات|حوارات|الشرق الأوسط|مصر|لبنان|سوريا|العراق|السعودية|المغرب|تونس|الجزائر|فلسطين|الأردن|الخليج|المرأة
بيئة|مناخ|سياحة|طقس|افتتاحية
جهان|بین‌الملل|سیاسی|سیاست|اقتصادی|اقتصاد|اجتماعی|فرهنگی|فرهنگ و هنر|ورزشی|ورزش|علمی|سلامت|حوادث|ایران
עולם|חדשות|פוליטיקה|כלכלה|ספורט|תרבות|דעות|בריאות|מדע|בארץ|משפט
दुनिया|विदेश|देश|राजनीति|व्यापार|कारोबार|अर्थव्यवस्था|खेल|मनोरंजन|स्वास्थ्य|शिक्षा|विज्ञान|राज्य|संपादकीय|विचार|अपराध
राष्ट्रीय|अंतरराष्ट्रीय|प्रादेशिक|समाचार|ताजा खबर
বিশ্ব|আন্তর্জাতিক|জাতীয়|রাজনীতি|অর্থনীতি|খেলা|বিনোদন|মতামত|সারাদেশ|বাংলাদেশ|دنیا|پاکستان|کھیل|تجارت|صحت|بین الاقوامی
Dunia|Nasional|Internasional|Politik|Ekonomi|Bisnis|Olahraga|Hiburan|Kesehatan|Pendidikan|Teknologi|Opini|Hukum|Daerah
Mancanegara|Sukan|Thế giới|Thời sự|Chính trị|Kinh tế|Kinh doanh|Thể thao|Văn hóa|Giải trí|Sức khỏe|Giáo dục|Pháp luật
Khoa học|Xã hội|Du lịch|ต่างประเทศ|การเมือง|เศรษฐกิจ|กีฬา|บันเทิง|อาชญากรรม|สังคม|ข่าว
정치|경제|사회|국제|세계|문화|스포츠|연예|과학|오피니언|사설|칼럼|건강|교육|지역|전국|산업|금융|증권|북한|생활|종합|부동산
国際|社会|経済|政治|スポーツ|文化|科学|地域|社説|コラム|暮らし|教育|医療|芸能|エンタメ|国内|ビジネス|海外|話題|天気|環境
事件・事故|訃報|投書|論説|主要ニュース|ニュース
国际|国内|时政|政治|财经|经济|社会|体育|文化|娱乐|科技|健康|教育|评论|社论|观点|军事|港澳|台湾|港澳台|地方|要闻|综合
头条|热点|民生|法治|生活|房产|汽车|旅游|言论|副刊|國際|時政|財經|經濟|體育|娛樂|評論|社論|觀點|軍事|兩岸|焦點|要聞|頭條
港聞|中國|中国|綜合|本地|生活
"""

# What calls for attention, or says what kind of text follows.
_ALERTS = """
Breaking|Breaking News|Just In|News Alert|Alert|Urgent|Flash|Newsflash|Bulletin|Exclusive
Developing|Developing Story|Live
Live Updates|Live Blog|Update|Updated|Latest Update|Watch|Video|Watch Live|Listen|Podcast|Photos
In Pictures|Gallery|Audio
Press Release|For Immediate Release|Immediate Release|News Release|Media Release|Embargoed
Correction|Clarification|Advisory
Sponsored|Must Read|Editor's Pick|Editors' Picks|Editor's Choice|Trending|Most Read|Special|Premium|Subscribers Only
Eilmeldung|Eil|Exklusiv|Aktuell|Liveticker|Live-Ticker|Newsticker|Pressemitteilung|Zur sofortigen Veröffentlichung
Bild des Tages|Meldung|Abo|Plus|Alerte info|Alerte|Flash info|Exclusif|En direct|Direct|Dernière minute|Dernière heure
Communiqué de presse|Communiqué|Pour diffusion immédiate|Vidéo|En images|Urgente|Última hora|En directo|En vivo|Directo
Exclusiva|Exclusivo|Vídeo|Fotos|Comunicado|Comunicado de prensa|Nota de prensa|Ao vivo|Última notícia|Plantão|Agora
Ultim'ora|Ultimora|Diretta|In diretta|Esclusiva|Comunicato stampa|Flash|Laatste nieuws|Net binnen|Exclusief|Liveblog
Persbericht|Senaste nytt|Just nu|Siste nytt|Seneste nyt|Pilne|Z ostatniej chwili|Na żywo|Срочно|Молния|Экстренно
Эксклюзив|Онлайн|Прямой эфир|Видео|Фото|Пресс-релиз|Терміново|Ексклюзив|Έκτακτο|Son dakika|Flaş
Canlı|Özel haber|Flaş haber
عاجل|خبر عاجل|عاجل جدا|حصري|مباشر|خاص|بث مباشر|فيديو|بالفيديو|صور|بيان صحفي|آخر الأخبار|فوری|زنده|מבזק|בלעדי|בזק
ब्रेकिंग न्यूज़|ब्रेकिंग न्यूज|ब्रेकिंग|ताज़ा खबर|লাইভ|ব্রেকিং নিউজ|Terkini|Berita terkini
Eksklusif|Siaran pers|Tin nóng|Nóng
ด่วน|ข่าวด่วน|속보|단독|긴급|영상|포토|보도자료|速報|緊急|独自|号外|動画|写真|特集|快讯|快訊|突发|突發|独家|獨家|直播|最新|视频
图片新闻|本网讯
"""


def _folded(table: str) -> frozenset[str]:
    return frozenset(fold(name) for name in chain.from_iterable(line.split("|") for line in table.split("\n")) if name)


_SECTION, _ALERT = _folded(_SECTIONS), _folded(_ALERTS)
KNOWN = _SECTION | _ALERT
_JOINTS = lazy(r"[|/>»›·•／｜]")  # no colon and no dash: a headline follows those


def read_label(line: str) -> str:
    """`section` or `alert` where a line is nothing but the name of one, or some of both; else the empty string."""
    if len(line) > LONGEST:
        return ""
    name = fold(line)
    if name not in KNOWN:
        parts = [fold(part) for part in _JOINTS.split(line.strip(" |/>»›·•／｜")) if part]
        # Of several the first is one; what follows it may be a paper's own: "World | Letters from Tarsova".
        if not parts or parts[0] not in KNOWN or (len(parts) > 1 and not all(map(_short, parts))):
            return ""
        name = parts[0]
    return "section" if name in _SECTION else "alert"


def _short(part: str) -> bool:
    return part in KNOWN or len(part.split()) <= 2
