"""News agencies: the names by which datelines, credits and sign-offs give them."""

from __future__ import annotations

from clean.news.dates import find_date
from clean.patterns import lazy

# As printed, one name a line where one has blanks. Compared case-folded.
_NAMES = """
Reuters|Thomson Reuters|Reuters Life!|AP|A.P.|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|dpa
dpa-AFX|dpa/lnw|dpa/lno|dpa/lni|dpa/lby|dpa/lsw|dpa/lhe|dpa/lrs|dpa/lbn|dpa/lth|dpa/tmn
AFP/dpa|dpa/AFP|Bloomberg|Xinhua|Xinhuanet|TASS|ITAR-TASS|Interfax|INTERFAX.RU|RIA Novosti
Sputnik|EFE|EUROPA PRESS|Europa Press|ANSA|Adnkronos|AGI|askanews|LaPresse|Lusa|Agência Brasil|Agência Lusa|ABr|ANI
PTI|IANS|UNI|Press Trust of India|AA|Anadolu|Anadolu Agency|DHA|İHA|IHA|ANKA|APA|APA-OTS|SDA|ATS|Keystone-SDA|KNA|epd
sid|ddp|AFX|dapd|Belga|ANP|Novum|TT|NTB|Ritzau|STT|FNB|BNS|ELTA|LETA|PAP|ČTK|CTK|TASR|SITA|MTI|Agerpres|Mediafax|BTA
HINA|Hina|Tanjug|FoNet|Beta|STA|MIA|MINA|SRNA|ANA|ANA-MPA|AMNA|CNA|Kyodo|Kyodo News|Jiji|Jiji Press|Yonhap|KCNA|Antara
Bernama|PNA|VNA|VNS|TNA|Lao News Agency|APP|PPI|INP|UNB|BSS|Nepal News|RSS|MENA|SANA|WAM|SPA|QNA|KUNA|BNA|ONA|Petra
NNA|INA|IRNA|ISNA|Fars|Tasnim|Mehr|Wafa|WAFA|SABA|TAP|APS|MAP|LANA|SUNA|ENA|KBC|NAN|GNA|SAPA|ANGOP|AIM|APA News
PANA|Prensa Latina|Notimex|Télam|Telam|ANSA/AFP|ANDES|ABI|Andina|Colprensa|El Universal|CP|The Canadian Press
Canadian Press|La Presse Canadienne|PC|AAP|Australian Associated Press|NZPA|PA|Press Association|PA Media|SNTV
Belga|Teleborsa|Italpress|Dire|AWP|awp|awp/afp|apro|EFECOM|Efe|Lusa|Folhapress|Estadão Conteúdo|UOL|AIP|ACP|AVN|JTA|CNS
IRIN|IRNA|MNA|ISBnews|IAR|taz|CNN Business|CNN Indonesia|BBC News|New Ziana|News24|Argus|OTS|Kathpress|idw|SID|SITA|Hina
Thomson Reuters Foundation|Reuters Health|Forum 18|UCAN|The New Humanitarian
Ukrinform|UNIAN|BelTA|Kazinform|Trend|Azertac|Armenpress|Interpressnews|Montsame|Inter Press Service|IPS|MarketWatch
Dow Jones|Dow Jones Newswires|DJ|PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|GlobeNewswire
Marketwire|Newswire|ACN Newswire|EQS|news aktuell|ots|ACCESSWIRE|VOA|RFE/RL|CNN|BBC|Wikinews|States News Service
РИА Новости|РИА «Новости»|ТАСС|ИТАР-ТАСС|Интерфакс|ИНТЕРФАКС|Интерфакс-Украина|Укринформ|Укрінформ|УНИАН|УНІАН|БЕЛТА
БелТА|БТА|УНН|Регнум|REGNUM|Росбалт|Прайм|РБК|Спутник|Sputnik|РБК-Україна|РБК-Украина|ІНТЕРФАКС-УКРАЇНА|Інтерфакс-Україна|Рейтер|Рейтерс|Казинформ|Тренд
رويترز|أ ف ب|ا ف ب|أ.ف.ب|اف ب|فرانس برس|أسوشيتد برس|د ب أ|د.ب.أ|واس|وام|وات|وكالات|الأناضول|كونا|بترا|قنا|سانا|واج|وفا
وكالة الأنباء السعودية|واع|شينخوا|سبوتنيك|أ ش أ|بنا|وكالة الأناضول
معا|ومع|وكالة المغرب العربي للأنباء|ایرنا|ایسنا|فارس|مهر|تسنیم|أ.ش.أ|آكي
新华社|新華社|新华网|中新社|中新网|中央社|中通社|共同社|路透社|法新社|美联社|塔斯社|德新社|韩联社|新华财经|中国新闻网
人民网|央视网|环球网|中国网|央广网|光明网|路透|法新|美联|中央广播电视总台
共同|時事|共同通信|時事通信|ロイター|AFP時事|AFP＝時事|AP通信|新華社＝共同|ＡＰ|ＡＦＰ|연합뉴스|뉴시스|뉴스1
TTXVN|ΑΠΕ-ΜΠΕ|ΑΠΕ|भाषा|वार्ता|आईएएनएस|एजेंसी|רויטרס
CNBC Indonesia|G1|ANTARA News|TTO|Dân trí|VTC News|VietNamNet|News 1st|KNO|FENA|ATSH|КРОСС|БГНЕС|Кабар|АКИpress|24.kg
АЗЕРТАДЖ|АРМЕНПРЕСС|Танјуг|AmurMedia|PrimaMedia|РИАМО|Интерфакс-Запад|9Colonne|Agenzia Nova|Servimedia|ACN
Noticias Argentinas|Agencia Reforma|Quadratín|AMAP|APAnews|Inforpress|STP-Press|NAMPA|ZANIS|SAnews|SAnews.gov.za
CAJ News|CMC|SKNIS|PACNEWS|ikr|ΚΥΠΕ|پانا|ایلنا|خبرآنلاین|اے پی پی|این این آئی|آئی این پی|العمانية|سبأ|القدس العربي
العربي الجديد|بلومبرغ|एएनआई|हि.स.|पीटीआई|पीटीआइ|यूएनआई|आइएएनएस|प्रेट्र|एएफपी|रायटर|रॉयटर्स|एपी|বাসস|ইউএনবি|রয়টার্স|এএফপি
পিটিআই|中国日报网|香港中通社|国际在线|ブルームバーグ|時事通信社|共同通信社|聯合ニュース|연합인포맥스|뉴스핌|노컷뉴스
이데일리|머니투데이|아시아뉴스통신|로이터
VG|Lännen Media|Rador|NEWS.RO|Hotnews|Onasa|ФоНет|СРНА|АФП|ДПА|Ройтерс|Ројтерс|NLĐO|SGGP
TTXVN/Vietnam+|Vietnam+|Chinhphu.vn|Liputan6.com|detikcom|รอยเตอร์|เอเอฟพี|เอพี|ซินหัว|สำนักข่าวไทย
เกียวโด|โพสต์ทูเดย์|אי-פי|איי-פי|אסושיאייטד פרס|סוכנות הידיעות רויטרס|ராய்ட்டர்ஸ்|பிடிஐ|ஐஏஎன்எஸ்|ఆంధ్రజ్యోతి|పీటీఐ|रासस
इएनएस|اے ایف پی|رائٹرز|روئٹرز|اے پی|ایجنسیاں|ثناء نیوز|الشرق الأوسط|ريا نوفوستي|إرنا|بلومبرج
"""
AGENCIES = frozenset(name.casefold() for line in _NAMES.split("\n") for name in line.split("|") if name)


def is_agency(text: str) -> bool:
    """Whether this is the name of an agency, or of two and more joined by a slash, a comma or `and`."""
    name = text.strip().casefold()
    if name in AGENCIES:
        return True
    parts = name.replace(" and ", "/").replace(", ", "/").replace("＝", "/").replace("-", "/").split("/")
    return len(parts) > 1 and all(part.strip() in AGENCIES for part in parts)


_DAY_MONTH = lazy(r"\b\d{1,2}[./]\d{1,2}\.?$")


def undated_agency(text: str) -> str:
    """The agency that this names, without a date behind it (`TTXVN 4/3`, `EFE, 4 mar`); the empty string for none."""
    if is_agency(text):
        return text
    date = find_date(text) or _DAY_MONTH.search(text)
    name = text[: date.start()].rstrip(" ,") if date and date.end() == len(text) else ""
    return name if is_agency(name) else ""
