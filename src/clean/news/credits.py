"""What stands in bylines beside names: how they open, the words for who writes, and words that are in no name.

By language, as data; `bylines.py` reads lines with it. All compared case-folded.
"""

from __future__ import annotations

# A preposition alone: names must follow, or what stands for one.
PREPOSITIONS = "by|von|par|por|di|door|av|af|oleh|του|της|των"

# What a piece is called before the preposition ("Analysis by"), as expressions without a group.
GENRES = (
    r"(?:written|reported|story|stories|words|text|posted|published|compiled|edited|report|analysis|opinion|commentary"
    r"|comment|column|review|interview|exclusive|feature|essay|editorial|reportage|photos\sand\stext)\sby",
    r"(?:veröffentlicht|verfasst|geschrieben|gepostet|erstellt|eingestellt)\svon|(?:geplaatst|gepubliceerd|geschreven)\sdoor"
    r"|(?:pubblicato|postato|inserito|scritto)\sda|postado\spor|posté\spar",
    r"(?:eine?\s)?(?:kommentar|analyse|reportage|bericht|gastbeitrag|gastkommentar|essay|interview|glosse|kolumne|porträt"
    r"|rezension|text)\svon|(?:das\s(?:gespräch|interview)\sführten?|die\sfragen\sstellten?)",
    r"(?:propos\s)?recueillis?\spar|(?:entretien\s)?(?:rédigé|écrit|publié|réalisé|traduit)\spar|(?:une\s)?(?:analyse|chronique|tribune|enquête|critique)\s(?:par|de)",
    r"(?:un\s)?(?:texto|reportaje|análisis|crónica|entrevista|reportagem|análise|crônica)\s(?:de|por)|(?:escrito|publicado)\spor|escriben?",
    r"a\scura\sdi|(?:testo|reportage|intervista|articolo|servizio)\sdi|(?:een\s)?(?:analyse|reportage|column|interview|tekst)\s(?:van|door)",
    r"подготовил[аи]?|беседовал[аи]?|записал[аи]?|підготува(?:в|л[аи])|записа(?:в|л[аи])|розмовля(?:в|л[аи])"
    r"|спілкува(?:вся|л[аи]ся)|oprac\.|opracowała?|rozmawiała?|notowała?|napisała?|napsala?|přeložila?",
    r"tekst(?:\sen\sfoto['’]s)?|skrevet\sa[vf]|skriven\sav|teksti|toimittaja|scris\sde|írta|penulis|laporan(?:\swartawan)?",
    r"γράφ(?:ει|ουν)\s(?:ο|η|οι)|publicat\sde|(?:un\s)?articol\sde|publicerad\sav|tekst\sav",
)

# What a colon follows.
LABELS = (
    "author|authors|byline|reporter|reporters|writer|words|text|story|autor|autorin|autoren|autora|autores|auteur"
    "|auteurs|auteure|autore|autori|autrice|autorzy|texto|texte|testo|tekst|escribe|escriben|redactor|redactora|yazar"
    "|yazan|haber|muhabir|haber-kamera|haber - kamera|автор|авторы|автори|текст|корреспондент|кореспондент|piše|píše"
    "|oleh|penulis|redazione di|nga|from|pewarta|reportero|reportera|journalist|kirjoittaja|teksti|bericht|reportagem"
    "|reportaje|opracowanie|oprac.|napisao|napisala|szerző|írta|пише|аутор|ρεπορτάζ|επιμέλεια|bài|tác giả|كتب|كتبت"
    "|تحرير|إعداد|حوار|حاوره|حاورته|ترجمة|تقرير|الكاتب|المحرر|أجرى الحوار|نویسنده|گزارش|خبرنگار|رپورٹ|تحریر|लेखक|रिपोर्ट"
    "|প্রতিবেদক|autoři|szöveg|συντάκτης|teksts|tekstas|höfundur|ผู้เขียน|เรื่อง|ผู้สื่อข่าว|รายงาน|எழுதியவர்|நிருபர்"
    "|piše|pišu|пише|пишу|செய்தியாளர்|כתב|כתבה|wartawan|mwandishi|প্রতিবেদন"
)

# What may stand between such a label and its colon.
AND_PHOTOS = (
    "(?:och|og|und|en|y|e|et|i|ja|és|và|și|a|&)\\s(?:foto['’]?s?|bild(?:er)?|photos?|(?:valo)?kuvat?|képek|ảnh)"
)

# "Our correspondent in …": a possessive, and a word for who writes next to it. The line stays as it is.
OURS = (
    "our own",
    "our",
    "unserem",
    "unserer",
    "unseren",
    "unser",
    "notre",
    "nos",
    "nuestro",
    "nuestra",
    "onze",
    "een onzer",
    "een van onze",
    "nostro",
    "nostra",
    "nosso",
    "nossa",
    "vores",
    "vår",
    "нашего",
    "наш",
)
LEADING = frozenset(
    "a an the from by van vom von de del de la da do dos dal dalla della dai du des fra från от".split()
)

# Who writes; a word of these makes a few capitalised words a title: "Courier Staff Writer".
ROLES = frozenset(
    """writer writers reporter reporters correspondent correspondents editor editors columnist columnists critic staff
    bureau desk newsroom agencies agency contributor photographer journalist journalists
    redaktion redaktionen korrespondent korrespondentin korrespondenten reporterin mitarbeiter mitarbeiterin
    mitarbeitern redaktionsmitglied redaktionsmitarbeiter redaktionsmitarbeiterin redaktionsleiter redaktionsleiterin
    lokalredakteur lokalredakteurin sportredakteur sportredakteurin volontär volontärin
    redakteur redakteurin redakteuren agenturen chefredakteur chefredakteurin
    correspondant correspondante correspondants envoyé envoyée envoyés rédaction journaliste agences
    corresponsal corresponsales enviado enviada enviados redacción redactor redactora agencias periodista
    correspondente correspondentes repórter redação agências redator redatora
    inviato inviata inviati corrispondente corrispondenti redazione agenzie
    correspondenten redacteur redacteuren redactrice verslaggever verslaggeefster verslaggevers redactie medewerker
    medewerkster agentschappen muhabir muhabiri корреспондент корреспондента корреспонденты редакция кореспондент
    редакція korespondent medarbetare medarbejder medarbeider g1""".split()
)
# Words that stand within such a title and are no title alone.
AMONG_ROLES = frozenset(
    """press news wire wires services service reports report special own senior chief foreign political board and y e et
    und en the of for to & & especial especiais spécial spéciale spéciaux speciale speciali""".split()
)

# Whole lines that stand for a byline.
STANDING = frozenset(
    name.strip()
    for name in """
    staff reporter|staff reporters|staff writer|staff writers|staff report|staff reports|staff and agencies
    our correspondent
    our special correspondent|our own correspondent|our reporter|our staff reporter|special correspondent
    own correspondent|from our own correspondent|from our correspondent|from our special correspondent
    from staff and wire reports|from staff reports|from wire reports|from news services|staff and wire reports
    wire services|our bureau|staff correspondent|web desk|monitoring desk|express news service
    the editorial board|editorial board|the associated press|news desk|web desk|the newsroom|agencies
    die redaktion|aus der redaktion|agenturen|la rédaction|agences|service international
    redacción|la redacción|de la redacción|de nuestra redacción|agencias|redação|a redação|da redação|agências
    enviado especial|enviada especial|da reportagem local|de nuestro corresponsal|de nuestra corresponsal
    redazione|la redazione|dalla redazione|della redazione|dal nostro inviato|dalla nostra inviata
    dal nostro corrispondente
    dalla nostra corrispondente|dai nostri inviati|onze redactie|van onze redactie|van een medewerker
    na mwandishi wetu|mwandishi wetu|na waandishi wetu
    haber merkezi|dış haberler servisi|редакция|от редакции|наш корреспондент|від редакції|redakcja
    وكالات|أ ف ب|رويترز|本报记者|本报讯记者
    """.replace("\n", "|").split("|")
    if name.strip()
)

# Words of sentences and titles; no name has one. Those that are names as well ("Will", "An", "He") are not here.
NO_NAME = frozenset(
    """the any all are is was were did does its it this that these those what when where why how who which not other
    some more most but there here only into off out over they them their our your my we night order
    monday tuesday wednesday thursday friday saturday sunday
    ein eine einen der die das nicht wie wer ist sind auf für mit bis nach aus
    qui que quoi dans avec pour sans sous pas plus tout tous les une ce cette
    qué quién que quien para con sin más muy fin un una si
    che chi per senza non più tutto tutti
    het een niet met voor
    karena itu sebab yang
    и в на с не что как это кто он она
    في من على إلى عن مع أن ما لا هذا هذه التي الذي""".split()
)

# Small words within names.
PARTICLES = frozenset(
    """de del della dei di do da dos das du des d la le el los las al bin ibn ben van von vom der den ter ten zu af
    av""".split()
)

# Between names, or a name and an agency.
AND = frozenset("and & und et y e en og och ve и і i oraz ja és și şi και na với with mit avec con com met".split())
# Before a place or a paper.
AT = frozenset("in at from for of aus à en a em te".split())

# The commonest Chinese surnames, which nine in ten people have: what tells a name from a word where nothing parts them.
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
    "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢"
    "汤湯尹黎易常武乔喬贺賀赖賴龚龔文施洪褚卓"
)

# How what stands for a name ends in the papers of India, Pakistan and Bangladesh: a reporter, a desk.
_DESKS = tuple(
    """संवाददाता|संवाद सूत्र|संवाद सहयोगी|ब्यूरो|डेस्क|प्रतिनिधि|প্রতিবেদক|সংবাদদাতা|প্রতিনিধি|রিপোর্টার|করেসপন্ডেন্ট|ডেস্ক
    |प्रतिनिधी|प्रतिनिधीकडून|वृत्तसेवा|वार्ताहर|நிருபர்|செய்தியாளர்|విలేకరి|ప్రతినిధి|પ્રતિનિધિ|ലേഖകൻ|ವರದಿಗಾರ|ਪੱਤਰ ਪ੍ਰੇਰਕ
    |رپورٹر|نمائندہ خصوصی|نمائندہ|ڈیسک|بیورو رپورٹ|خبر ایجنسیاں|وقائع نگار|نامہ نگار|சிறப்பு நிருபர்"""
    .replace("\n    ", "").split("|")
)  # fmt: skip
_LONGEST_DESK = 3  # words


def is_desk(name: str) -> bool:
    """Whether a name is a desk's or our own reporter's, in place of one who wrote the story."""
    words = name.split()
    if name.isascii():
        return len(words) > 1 and name.casefold() in STANDING
    return 1 < len(words) <= _LONGEST_DESK and name.strip().endswith(_DESKS)
