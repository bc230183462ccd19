"""Places that open datelines, and words that look like one and are not.

A place in capitals or beside a date or an agency is known by its shape; the list is for the rest: `Kabul: `,
`London - `, `القاهرة - `. It holds capitals and the cities that wire style books let stand without a country.
"""

from __future__ import annotations

_CITIES = """
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Alger|Almaty|Amman|Amsterdam|Ankara|Antananarivo|Asmara|Astana
Asuncion|Asunción|Athens|Athen|Atenas|Atlanta|Auckland|Baghdad|Bagdad|Baku|Baltimore|Bamako|Bangkok|Bangui|Barcelona
Beijing|Peking|Pékin|Pekín|Beirut|Beyrouth|Belgrade|Belgrad|Berlin|Berlín|Bern|Berne|Bogota|Bogotá|Bonn|Boston
Brasilia|Brasília|Bratislava|Brazzaville|Brussels|Brüssel|Bruxelles|Bruselas|Bucharest|Bukarest|Budapest
Buenos Aires|Bujumbura|Cairo|Kairo|Le Caire|El Cairo|Canberra|Cape Town|Caracas|Casablanca|Chennai|Chicago|Chisinau
Cincinnati|Cleveland|Colombo|Conakry|Copenhagen|Kopenhagen|Dakar|Dallas|Damascus|Damas|Damaskus|Dar es Salaam|Davos
Delhi|Denver|Detroit|Dhaka|Djibouti|Doha|Dubai|Dublin|Dushanbe|Düsseldorf|Edinburgh|Frankfurt|Freetown|Gaborone|Gaza
Geneva|Genève|Genf|Ginebra|Guatemala City|Hamburg|Hanoi|Harare|Havana|La Habana|Helsinki|Hong Kong|Honolulu|Houston
Hyderabad|Indianapolis|Islamabad|Istanbul|İstanbul|Jakarta|Jeddah|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Karachi
Kathmandu|Khartoum|Kiev|Kyiv|Kigali|Kingston|Kinshasa|Kolkata|Kuala Lumpur|Kuwait City|Köln|La Paz|Lagos|Lahore
Las Vegas|Libreville|Lima|Lisbon|Lisboa|Lissabon|Ljubljana|Lomé|Lome|London|Londres|Londra|Los Angeles|Luanda|Lusaka
Luxembourg|Lyon|Macau|Madrid|Managua|Manama|Manila|Maputo|Marseille|Mecca|Melbourne|Mexico City|Ciudad de México|Miami
Milan|Milano|Milwaukee|Minneapolis|Minsk|Mogadishu|Monaco|Monrovia|Montevideo|Montreal|Montréal|Moscow|Moskau|Moscou
Moscú|Mumbai|Munich|München|Muscat|N'Djamena|Nairobi|New Delhi|Neu-Delhi|New Orleans|New York|Niamey|Nicosia|Nouakchott
Oklahoma City|Oslo|Ottawa|Ouagadougou|Panama City|Paris|París|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port-au-Prince
Porto|Prague|Prag|Praga|Pretoria|Pyongyang|Quebec|Québec|Quito|Rabat|Ramallah|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome
Roma|Rom|Salt Lake City|San Antonio|San Diego|San Francisco|San José|San Salvador|Sanaa|Santiago|Santo Domingo
Sao Paulo|São Paulo|Sarajevo|Seattle|Seoul|Shanghai|Singapore|Skopje|Sofia|St. Louis|St. Petersburg|Stockholm|Strasbourg
Stuttgart|Suva|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Teheran|Tel Aviv|Tokyo|Tokio|Toronto
Tripoli|Tunis|Turin|Torino|Ulan Bator|Ulaanbaatar|United Nations|Valletta|Vancouver|Vatican City|Vaduz|Venice|Vienna
Wien|Vienne|Vientiane|Vilnius|Warsaw|Warschau|Varsovie|Washington|Wellington|Windhoek|Winnipeg|Yangon|Yaoundé|Yerevan
Zagreb|Zurich|Zürich|İzmir|Izmir|The Hague|Den Haag|Brussel|Rotterdam|Utrecht|'s-Hertogenbosch|Antwerpen|Rio|Bologna
Napoli|Firenze|Palermo|Valencia|Sevilla|Barranquilla|Monterrey|Guadalajara|Salvador|Leipzig|Dresden|Essen|Dortmund|Bremen
Hannover|Graz|Salzburg|Basel|Lausanne|Bordeaux|Toulouse|Lille|Nantes|Beograd|Praha|Warszawa|Kraków|København|Bratislava
Москва|Киев|Київ|Минск|Санкт-Петербург|Лондон|Париж|Берлин|Рим|Пекин|Вашингтон|Нью-Йорк|Анкара|Женева|Брюссель|Астана
Якутск|Новосибирск|Екатеринбург|Казань|Владивосток|Харьков|Одесса|Львов|Одеса|Харків|Львів|Дніпро|Тбилиси|Ереван|Баку
Ташкент|Алматы|Токио|Сеул|Варшава|Вена|Мадрид
القاهرة|لندن|باريس|واشنطن|بغداد|دمشق|بيروت|عمان|عمّان|الرياض|جدة|مكة المكرمة|الدوحة|دبي|أبوظبي|أبو ظبي|المنامة|مسقط
الكويت|صنعاء|عدن|الخرطوم|طرابلس|بنغازي|تونس|الجزائر|الرباط|نواكشوط|القدس|القدس المحتلة|غزة|رام الله|أنقرة|اسطنبول
إسطنبول|طهران|موسكو|نيويورك|برلين|روما|مدريد|بروكسل|جنيف|أثينا|بكين|طوكيو|إسلام آباد|كابول|نيودلهي
تهران|الدار البيضاء|الإسكندرية|حلب|البصرة|أربيل|إسلام اباد
اصفهان|مشهد|شیراز|تبریز|اهواز|کرمان|کرمانشاه|همدان|قم|رشت|کابل|اسلام آباد|کراچی|لاہور|پشاور|کوئٹہ|راولپنڈی|ملتان
فیصل آباد|نئی دہلی|سری نگر|ممبئی|واشنگٹن|دبئی|مظفرآباد|گلگت|حیدرآباد|नई दिल्ली|नयी दिल्ली|मुंबई|लखनऊ|पटना|जयपुर|भोपाल|लंदन
वाशिंगटन|इस्लामाबाद|कोलकाता|चेन्नई|बेंगलुरु|हैदराबाद|अहमदाबाद|चंडीगढ़|रांची|रायपुर|देहरादून|शिमला|जम्मू|श्रीनगर|इंदौर|कानपुर|वाराणसी
प्रयागराज|आगरा|मेरठ|गाजियाबाद|नोएडा|गुरुग्राम|नागपुर|पुणे|नाशिक|नागपूर|गुवाहाटी|भुवनेश्वर|काठमांडू|काठमाडौं|ढाका|न्यूयॉर्क|बीजिंग|मॉस्को
अमृतसर|लुधियाना|जालंधर|ঢাকা|কলকাতা|চট্টগ্রাম|রাজশাহী|খুলনা|সিলেট|বরিশাল|রংপুর|নয়াদিল্লি|নয়াদিল্লি|মুম্বই|শিলিগুড়ি|লন্ডন|ওয়াশিংটন
আগরতলা|சென்னை|மதுரை|கோவை|திருச்சி|புதுடெல்லி|கொழும்பு|హైదరాబాద్|విజయవాడ|విశాఖపట్నం|తిరుపతి|అమరావతి|న్యూఢిల్లీ|തിരുവനന്തപുരം|കൊച്ചി|കോഴിക്കോട്
ന്യൂഡൽഹി|ಬೆಂಗಳೂರು|ಮೈಸೂರು|ಹುಬ್ಬಳ್ಳಿ|ನವದೆಹಲಿ|અમદાવાદ|સુરત|રાજકોટ|વડોદરા|ਚੰਡੀਗੜ੍ਹ|ਅੰਮ੍ਰਿਤਸਰ|ਜਲੰਧਰ|ਲੁਧਿਆਣਾ|කොළඹ|Αθήνα|Θεσσαλονίκη
Λευκωσία|Βρυξέλλες|Λονδίνο|Ουάσινγκτον|Παρίσι|Βερολίνο|Ρώμη|Μόσχα|ירושלים|תל אביב|חיפה|וושינגטון|לונדון|ניו יורק
Скопје|Београд|Сараево|Бишкек|Нур-Султан|Душанбе|Ашхабад|Кишинев|Kinshasa|Bamako|Cotonou|Libreville|Mombasa|Kisumu
Arusha|Dodoma|Zanzibar|Surabaya|Bandung|Medan|Makassar|Semarang|Yogyakarta|Denpasar|Hà Nội|TP.HCM|Cebu City|Davao City
Bridgetown|Georgetown|Port of Spain|Paramaribo|Port Moresby|Honiara|Apia|Nuku'alofa|Port Vila|Palikir|Majuro|Bulawayo
Lilongwe|Blantyre|Maseru|Mbabane|Moroni|Bissau|Malabo|Douala
Göteborg|Malmö|Uppsala|Helsingfors|Köpenhamn|Bryssel|Trondheim|Tromsø|Stavanger|Aarhus|Odense|Aalborg|Reykjavík
Tórshavn|Tampere|Turku|Oulu|Espoo|Vantaa|Tukholma|Moskova|Pariisi|Lontoo|Berliini|Kööpenhamina|Tallinna|Pietari|Tartu
Rīga|Kaunas|Brno|Ostrava|Plzeň|Olomouc|Brusel|Londýn|Paříž|Vídeň|Moskva|Varšava|Košice|Budapešť|Řím|Kyjev|Debrecen
Szeged|Pécs|Győr|Miskolc|Bécs|Brüsszel|Párizs|Moszkva|Pozsony|Kijev|București|Bucureşti|Cluj-Napoca|Iași|Iaşi|Timișoara
Timişoara|Constanța|Brașov|Craiova|Chișinău|Chişinău|Gdańsk|Poznań|Wrocław|Łódź|Katowice|Szczecin|Lublin|Bruksela
Londyn|Moskwa|Kijów|Paryż|Waszyngton|Wilno|Novi Sad|Niš|Podgorica|Priština|Banja Luka|Banjaluka|Mostar|Maribor|Rijeka
Osijek|Zadar|Brisel|Pariz|Vašington|Adana|Antalya|Konya|Gaziantep|Diyarbakır|Trabzon|Kayseri|Brüksel|Cenevre
Atina|Lefkoşa|Londen|Parijs|Berlijn|Moskou|Wenen|Groningen|Eindhoven|Maastricht|Arnhem|Zwolle|Luik|Brugge
Willemstad|Nürnberg|Mannheim|Karlsruhe|Magdeburg|Erfurt|Potsdam|Schwerin|Kiel|Saarbrücken|Wiesbaden|Innsbruck
Klagenfurt|Linz|Luzern|Rennes|Grenoble|Montpellier|Dijon|Rouen|Genova|Bari|Catania|Venezia|Trieste|Perugia|Cagliari
Parigi|Berlino|Mosca|Pechino|Bilbao|Zaragoza|Málaga|Alicante|Murcia|Valladolid|Girona|Tarragona|Lleida|Medellín
Guayaquil|Arequipa|Belo Horizonte|Porto Alegre|Curitiba|Recife|Fortaleza|Manaus|Florianópolis|Coimbra|Bruxelas|Moscovo
Pequim|Shah Alam|Putrajaya|Johor Bahru|Kota Bharu|Kota Kinabalu|Ipoh|Kuantan|Kuching|Melaka|Seremban|Alor Setar
Singapura|Kuala Terengganu|Petaling Jaya|Bandar Seri Begawan|Mwanza|Morogoro|Mbeya|Nakuru|Eldoret|Đà Nẵng|Hải Phòng
Cần Thơ|TPHCM|TP. HCM|Αθηνα|Θεσσαλονικη|Λευκωσια|Βρυξελλες|Λονδινο|Ουασινγκτον|Παρισι|Βερολινο
Ρωμη|Μοσχα|Πάτρα|Ηράκλειο|Κωνσταντινούπολη|Αγκυρα|Άγκυρα|Κιεβο|Κίεβο|Νέα Υόρκη|София|Пловдив|Варна|Бургас|Брюксел
Нови Сад|Ниш|Крагујевац|Подгорица|Приштина|Бањалука|Бања Лука|Љубљана|Загреб|Брисел|Беч|Самара|Уфа|Краснодар
Ростов-на-Дону|Пермь|Томск|Омск|Красноярск|Воронеж|Иркутск|Хабаровск|Калининград|Кишинёв|Вильнюс|Рига|Таллин|Хельсинки
Стокгольм|Дамаск|Каир|Дели|Тегеран|Иерусалим|Тель-Авив|Стамбул|Запоріжжя|Чернівці|Ужгород|Чернігів|Рівне|Житомир
انقرہ|نیویارک|پیرس|ماسکو|بیجنگ|سکھر|سیالکوٹ|گوجرانوالہ|بہاولپور|سرگودھا|ڈھاکہ|تہران|ریاض|برسلز|جنیوا
באר שבע|אשדוד|נצרת|רמאללה|עזה|מוסקבה|פריז|ברלין|ময়মনসিংহ|কুমিল্লা|বগুড়া|নারায়ণগঞ্জ|গাজীপুর|சேலம்|தஞ்சாவூர்
கோயம்புத்தூர்|திருநெல்வேலி|திருச்சிராப்பள்ளி|வேலூர்|ஈரோடு|புதுச்சேரி|ராமேசுவரம்|வாஷிங்டன்|லண்டன்|யாழ்ப்பாணம்|กรุงเทพฯ
เชียงใหม่|ลอนดอน|วอชิงตัน|ปักกิ่ง|โตเกียว|ย่างกุ้ง
"""
# The states and provinces as wire style books shorten them, behind a city: "Springfield, Ill. — ".
STATES = frozenset(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo.
    Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Vt. Va. W.Va. Wash. Wis.
    Wyo. Alaska Hawaii Idaho Iowa Maine Ohio Texas Utah Alta. B.C. Man. N.B. N.L. N.S. Ont. P.E.I. Que. Sask. DC
    NY NJ CA TX FL
    """.split()
)
# Towns as Chinese and Korean papers write them in datelines: what tells where a reporter's name ends.
TOWNS = frozenset(
    """
    台北 新北 桃園 台中 台南 高雄 基隆 新竹 嘉義 苗栗 彰化 南投 雲林 屏東 宜蘭 花蓮 台東 澎湖 金門 臺北 北京 上海
    广州 深圳 天津 重庆 香港 澳門 澳门 東京 东京 首爾 首尔 華盛頓 华盛顿 紐約 纽约 洛杉磯 洛杉矶 倫敦 伦敦 巴黎 柏林
    莫斯科 日內瓦 日内瓦 布魯塞爾 布鲁塞尔 曼谷 新加坡 吉隆坡 雅加達 馬尼拉 河內 雪梨 新德里 羅馬 维也纳 維也納
    联合国 聯合國 서울 부산 대구 인천 광주 대전 울산 세종 수원 성남 고양 용인 춘천 원주 강릉 청주 충주 천안 전주
    군산 목포 여수 순천 포항 경주 안동 창원 진주 김해 제주 경기 강원 충북 충남 전북 전남 경북 경남 안양 안산 부천
    평택 의정부 파주 평창
    """.split()
)
CITIES = frozenset(name.casefold() for line in _CITIES.split("\n") for name in line.split("|") if name)

# Tags and organisations in capitals that a colon or dash follows as it follows a place.
_NOT_PLACES = """
UPDATE|UPDATED|BREAKING|BREAKING NEWS|EXCLUSIVE|WATCH|VIDEO|LIVE|LIVE UPDATES|OPINION|ANALYSIS|EXPLAINER|EXPLAINED
FACTBOX
TIMELINE|NOTE|EDITOR'S NOTE|EDITOR’S NOTE|WARNING|CORRECTION|CORRECTED|CLARIFICATION|RELATED|RELATED STORIES|MORE
READ MORE|READ|ALSO READ|READ ALSO|PHOTO|PHOTOS|IN PICTURES|PICTURES|GALLERY|CAPTION|CREDIT|SOURCE|SOURCES|CONTACT
CONTACTS|MEDIA CONTACT|WRAPUP|TEXT|FEATURE|INTERVIEW|INSIGHT|SPECIAL REPORT|REVIEW|PREVIEW|RESULT|RESULTS|SCORES|FAQ|Q
A|Q&A|PS|NB|SPOILER|SPOILERS|SPOILER ALERT|WHO|NASA|NATO|FIFA|UEFA|OPEC|UNESCO|UNICEF|UNHCR|FBI|CIA|EU|UN|UK|US|USA|IMF
WTO|WHAT|WHEN|WHERE|WHY|HOW|VERDICT|POLL|BLOG|LETTER|LETTERS|EDITORIAL|COMMENT|COLUMN|SPORT|SPORTS|BUSINESS|NEWS|WORLD
POLITICS|HEALTH|SCIENCE|TECHNOLOGY|CULTURE|WEATHER|STOCKS|MARKETS|FOREX|GLOBAL MARKETS|URGENT|ALERT|FLASH|BULLETIN
ADVISORY|EMBARGO|EMBARGOED|PRESS RELEASE|FOR IMMEDIATE RELEASE|IMMEDIATE RELEASE|TRANSCRIPT|SUMMARY|ABSTRACT|BACKGROUND
KEY POINTS|HIGHLIGHTS|TIP|TIPS|EXAMPLE|DISCLAIMER|COPYRIGHT|SUBJECT|FROM|TO|DATE|SECTION|LENGTH|BYLINE|DATELINE
HEADLINE|LANGUAGE|GRAPHIC|CHART|TABLE|MAP|INTERACTIVE|INFOGRAPHIC|INFOGRAPHICS|STEP|PART|CHAPTER|DAY|WEEK|ROUND|TIME|VENUE|ADDRESS|PHONE|TEL|FAX|EMAIL|E-MAIL
WEB|WEBSITE|PRICE|RATING|AGE|NAME|BORN|DIED|OCCUPATION|COVID|ETA|ERC|DNA|TV|CEO|PM|MP|GDP|IPO|AI|IT|HIV|AIDS|ÚLTIMA HORA
DIRECTO|EN DIRECTO|EN VIVO|VÍDEO|FOTOS|OPINIÓN|EILMELDUNG|KOMMENTAR|ANALYSE|HINTERGRUND|INFO|EN DIRECT|ENTRETIEN|VIDÉO
PRESENTER|REPORTER|HOST|ANCHOR|NEWSREADER|MODERATOR|INTERVIEWER|INTERVIEWEE|GUEST|CALLER|NARRATOR|SPEAKER|CORRESPONDENT
VOICEOVER|VOICE-OVER|UNIDENTIFIED MALE|UNIDENTIFIED FEMALE|UNKNOWN|QUESTION|ANSWER|JUDGE|CHAIRMAN
THE PRESIDENT|PRESIDENT
PRIME MINISTER|MINISTER|MODERATORIN|SPRECHER|FRAGE|ANTWORT|JOURNALISTE|PRÉSENTATEUR|PERIODISTA
PREGUNTA|RESPUESTA|PERGUNTA
RESPOSTA|DOMANDA|RISPOSTA|ВЕДУЩИЙ|ВЕДУЩАЯ|КОРРЕСПОНДЕНТ|ВОПРОС|ОТВЕТ|SUNUCU|MUHABİR
INGREDIENTS|METHOD|DIRECTIONS|PREPARATION|SERVES|MAKES|ZUTATEN|ZUBEREITUNG|INGRÉDIENTS|PRÉPARATION|INGREDIENTES
PREPARACIÓN|MODO DE PREPARO|INGREDIENTI|PREPARAZIONE|MALZEMELER|HAZIRLANIŞI|ИНГРЕДИЕНТЫ|ПРИГОТОВЛЕНИЕ
PROS|CONS|TRUE|FALSE|MYTH|CLAIM|FACT|FACTS|RULING|BOTTOM LINE|BEST|WORST|LIKES|DISLIKES|PLUS|MINUS|BUY|SELL|HOLD
HOMETOWN|DIRECTOR|CAST|STARRING|GENRE|RUNTIME|RUNNING TIME|RATED|AUTHOR|PUBLISHER|PAGES|ADMISSION|TICKETS|HOURS
INFORMATION
CAPTAIN|COACH|MANAGER|GOALS|SCORERS|ATTENDANCE|REFEREE|TEAMS|SUBS|SUBSTITUTES|WEIGHT|HEIGHT|POSITION|TRAFFIC|TRAINS
ROADS
ARIES|TAURUS|GEMINI|CANCER|LEO|VIRGO|LIBRA|SCORPIO|SAGITTARIUS|CAPRICORN|AQUARIUS|PISCES|WIDDER|STIER|ZWILLINGE|KREBS
LÖWE|JUNGFRAU|WAAGE|SKORPION|SCHÜTZE|STEINBOCK|WASSERMANN|FISCHE|TAURO|GÉMINIS|CÁNCER|ESCORPIO|SAGITARIO
CAPRICORNIO|ACUARIO|PISCIS|BÉLIER|TAUREAU|GÉMEAUX|LION|VIERGE|BALANCE|SAGITTAIRE|CAPRICORNE|VERSEAU|POISSONS
ADVERTISEMENT|SPONSORED|CORRECTIONS|SPOKESMAN|SPOKESWOMAN|OFFICER|DOCTOR|STUDENT|TEACHER|MOTHER|FATHER|LUGAR|FECHA|HORA
PRECIO|DATUM|ORT|UHRZEIT|PREIS|LIEU|HORAIRES|TARIFS|МНЕНИЕ|ДОСЬЕ|СПРАВКА|КОММЕНТАРИЙ|ЦИТАТА
FOOTBALL|TENNIS|CRICKET|RUGBY|CYCLING|GOLF|BOXING|BASKETBALL|BASEBALL|HOCKEY|ATHLETICS|SOCCER|FUSSBALL|FUẞBALL|FUßBALL
HANDBALL|VOLLEYBALL|RADSPORT|CYCLISME|FÚTBOL|FUTEBOL|CALCIO|CICLISMO|TENIS|TÊNIS|BALONCESTO|VOETBAL|ФУТБОЛ|ХОККЕЙ|ТЕННИС
NORTH|SOUTH|EAST|WEST|WINNER|WINNERS|TODAY|TOMORROW|TONIGHT|POLICE|LOTTERY|RAIN|WETTER|POLIZEI|UNFALL|HAUSHALT|MÉTÉO
METEO|POLICÍA|POLÍCIA|TEMPO|EL TIEMPO|LA FRASE
ENERGY|BONDS|CURRENCIES|COMMODITIES|METALS|CRYPTO|EARNINGS|ECONOMY|RETAIL|AUTOS|OUTLOOK|REACTION|CONTEXT|SCHEDULE
INJURIES|NOTES|STANDINGS|LINEUPS|WALL STREET|AUSBLICK|REAKTIONEN|CONTEXTO|ANTECEDENTES|REACCIONES|CONTEXTE|RÉACTIONS
СРОЧНО|ВИДЕО|ФОТО|ОБНОВЛЕНО|МОЛНИЯ|SON DAKİKA|CANLI|URGENTE|AO VIVO|ULTIMORA|DIRETTA|ENGLISH|GERMAN|FRENCH|NEWSLETTER
"""
NOT_PLACES = frozenset(name.casefold() for line in _NOT_PLACES.split("\n") for name in line.split("|") if name)
