"""Words too common to tell what a text is about, for the languages news dumps come in.

Of four letters and more: shorter words are left out of every comparison (see `words.py`); those of three tell whether a
language is here. Of scripts without blanks between words, and of Korean, pairs of characters. Reporting verbs, numbers,
months and the days of the week are here as well: every story says them. A word of several languages stands once.
"""

from __future__ import annotations

from clean.news.stopwords_india import INDIAN

_WORDS = {
    "en": """
about above according across added after again against ahead all almost already also although always among announced
another any around asked away back because been before began behind being believe best better between both called came
cannot case come comes coming could couldn day days despite didn does doesn doing done down during each early either
else end enough even ever every expected february few first five for four friday from full further gave get gets
getting give given goes going good got great had half hand has have having help here high himself his however into isn
its itself january july june just keep know known last late later least less like likely little long look made main
make makes making many march matter may mean means meanwhile meeting might million minutes monday month months more
most much must name near nearly need needs never new next nine not nothing now number october off often old once one
only open other others our out over own part past people per percent place point put report reported right said same
saturday saw say saying says second see seen set seven several shall she should show showed since six small some
something soon spokesman spokeswoman statement still such sunday sure take taken taking ten than thank that the their
them then there these they thing things think third this those though three through thursday time times today together
told too took toward towards tuesday turn two under until upon use used using very want wanted was wasn way wednesday
week weeks well went were what when where whether which while who whole whom whose why will with within without won
work working would wouldn year years yesterday yet you your
""",  # English
    "de": """
abend aber acht alle allem allen aller allerdings alles andere anderen april auch august außerdem beim bereits bevor
bisher dabei dagegen daher damit dann darauf dass davon dazu denn deren derzeit deshalb dessen deswegen dezember
dienstag diese diesem diesen dieser dieses doch donnerstag dort drei durch ebenfalls ebenso eigentlich eine einem
einen einer eines einige einigen erklärte erneut erst erste ersten etwa etwas euro februar freitag fünf ganz ganze
gegen gestern gibt ging gut habe haben hatte hatten heute hier hingegen hinter hätte hätten ihm ihn ihr ihre ihrem
ihren ihrer immer insgesamt inzwischen ist jahr jahre jahren januar jede jeder jedes jedoch jene jetzt juli juni
jährige jährigen kann kein keine keinen konnte konnten können könnte künftig lange lassen laut letzten machen manche
mehr mehrere menschen milliarden millionen minuten mittlerweile mittwoch mittwochabend monat monate monaten montag
montagabend morgen muss musste mussten märz müssen nach neue neuen nicht noch november nun nur nächste nächsten oder
ohne oktober prozent rund sagen sagt sagte sagten samstag schon sechs sehr seien sein seine seinem seinen seiner
seit selbst september sich sieben sind sogar solche soll sollen sollte sonntag sowie später statt stehen steht
stunden tage tagen trotz uhr uns unser unter vergangene vergangenen viel viele vier vom vor wann war waren warum
wegen weil weiter weitere weiteren welche weniger wenn werde werden wieder wird woche wochen wollen wollte wollten
worden wurde wurden während wäre würde würden zehn zudem zuletzt zum zunächst zur zuvor zwar zwei zwischen über
übrigen
    """,  # German
    "nl": """
aan aldus alleen als anders avond beide bekend ben bij binnen bleef bleek blijft blijkt blijven boven buiten daar
daarna daarom dag dagen dan dat deed deze dezelfde die dinsdag dit doen doet donderdag door drie dus echt echter een
eens eerst eerste elk elke enkele erg ervan gaan gaat gaven geeft geen geven gisteren goed haar hadden heb hebben
hebt heeft hem hen het hield hierdoor hij hoe houden hun ieder iedereen iemand iets inmiddels jaar jaren jarige kan
komen komt kreeg krijgt kunnen kwam laat laatste lang langs liet maand maandag maanden maar maken meer men mensen
met middag miljard miljoen minder moet moeten naar nam neemt negen nemen niet nieuwe nog ochtend omdat onder
ongeveer ons onze ook opnieuw procent ruim samen sinds snel soms staan staat steeds stond stonden tegen terug tien
tijd tijdens toch toen tot tussen twee uit uur vaak van vanaf vandaag vanwege veel verder vijf volgend volgende
volgens voor vooral vorig vorige vrijdag waar wanneer wat weer weet weken werd werk weten wie wil wilde willen
woensdag wordt zag zal zaterdag zegt zei zelf zes zeven zich zien zijn zit zitten zondag zonder zou zouden
    """,  # Dutch
    "sv": """
alla andra anser att augusti bara berättar blev bli blir blive blivit bör dagar december den denna denne dessa
dessutom detta där därför efter eftersom eller enligt ett etter februari fem fick finnas finns fler flera fra fram
framför fredag från fyra för före första genom ger gjort gånger går gör göra hade har hela helt hon honom hos hur
hvor idag igår ikke imorgon inför inga ingen inget innan innebär inom inte istället januari kommer kring kronor
kunde kunna kvar kväll kvällen lite långt lördag maj man mars med mellan mera mere miljarder miljoner mindre minst
mitt morgon morgonen mycket månad månader måndag måste nio nya nytt när nästa någon något och också olika onsdag oss
rätt sade samma samt sedan sen senaste ser sex sig sina sitt sju själv ska skall skulle som stor stora större säger
sådan sådana söndag tar tid tiden till tillsammans timmar tio tisdag tog torsdag tre tredje trots två upp utan ute
vad var vara varför varit vecka veckan veckor ved vem vid vilka vilken vilket vill visar väl vår våra være även åren
året åtta
    """,  # Swedish
    "da": """
allerede altså andet blandt ble blitt bliver både dage dem der deres derfor det dette disse dog endnu ene eneste enn
fikk flere fordi forhold fortalte forteller fået før første gange gennem gik gjør gjøre godt gøre havde hele her hva
hvad hvem hver hvilke hvilket hvis hvordan hvorfor ifølge igen ind inden jeg jer kom komme kroner kun kunne lidt
lige lørdag mand mandag mange meget mellem mener mens milliarder millioner mindst mot måned måneder måtte noe noen
nogen noget nogle nok nye nyt når også omkring oplyser opp sagde samme sammen selv sidder siden sidste sier sige
siger sin sine siste sit skal skriver stadig står større svært således søndag tidligere til tirsdag uden uge ugen
uger uten vil ville været vært
    """,  # Danish, Norwegian
    "fr": """
affirme affirmé afin ainsi ajoute ajouté alors annoncé année années ans août après assez aucun aujourd aura auraient
aurait auront aussi autre autres avaient avait avant avec avez avoir avons avril ayant beaucoup bien ceci cela celle
celles celui certains cet cette ceux chaque chez cinq comme contre dans demain depuis dernier dernière deux devait
devant dimanche dire dix doit doivent donc dont durant décembre déclaré déjà elle elles encore ensemble ensuite
entre environ estimé euros eut eux explique expliqué faire fait faut fois font furent fut février grand heure heures
hui huit ils indiqué jamais janvier jeudi jour jours juillet juin jusqu leur leurs lieu lors lorsque lundi mais
mardi matin mercredi milliards millions mis mise moindre moins mois même mêmes neuf nombre nos notre nous nouveau
nouveaux nouvelle nouvelles novembre octobre parce parmi partie pendant personne personnes peu peut peuvent plein
plus plusieurs pour pourcent pourrait pouvoir premier première prendre presque pris près précisé puis quand quant
quatre quel quelle quelles quelque quelques quels qui reste rester rien samedi sans selon semaine semaines sept
septembre sera serait seront ses seul seule seulement sinon soient soir soirée soit sont souligne sous souvent sur
surtout tandis tant tel telle tels toujours tous tout toute toutefois toutes trois très tôt une vendredi venir vers
viennent vient voilà voir vont vos votre vous également étaient était étant être
    """,  # French
    "es": """
abril además afirmó agosto agregó ahora algo algunos alrededor anoche ante antes apenas aquel aquella aquí aseguró
así aunque ayer añadió años bajo cada casi cerca cinco como contra cual cualquier cuando cuatro cuenta cuya cuyo
debe debido decir declaró dentro desde después dice dicho diciembre diez dijo domingo donde durante días dólares
ejemplo ella ellas ellos encima enero entonces era eran esas ese esos esta estar estas este esto estos está están
explicó febrero fue fuera fueron gran haber habría había habían hace hacer hacia hasta hecho hizo hora horas hoy
hubo incluso indicó informó jueves julio junio lejos llegó llevar luego lugar lunes manera martes marzo mayo mañana
mediante mejor menos mes meses mientras mil millones millón minutos misma mismo mitad miércoles modo momento mucho
muchos muy nada nadie ninguna ningún noche noviembre nuestro nueva nueve nuevo nunca ocho octubre otra otras otro
otros para parece parte pasado pero personas pesar pidió poco podrá podría podrían podía porque primer primera
próxima próximo próximos puede pueden pues quedó quien quienes quiere realizar resto sabe saber sea según seis
semana semanas septiembre será serán sería señaló sido siempre siendo siete sino sobre sola solo suyo sábado sólo
también tampoco tanto tarde tener tenía tenían tiene tienen toda todas todo todos tras tres tuvo unas uno unos usted
varias varios veces vez viernes vio volver ésta éste última últimas último últimos
    """,  # Spanish
    "pt": """
acrescentou afirmou ainda algum alguma algumas alguns alguém além anos aos após aquela aquele aqueles aqui assim
através até bem bilhão bilhões causa com conta cuja cujo dar declarou dela dele deles demais depois desse desta
deste deve dez dezembro dia diante dias direito disseram diz dois elas eles embora enquanto entanto então eram essa
esse estamos estava estavam estes esteve estiveram estão explicou faz fazer feira feito fevereiro ficar ficou foi
fora foram fosse geral grande grandes havia hoje houve informou isso isto janeiro julho junho lhe logo maio maior
maioria manhã março mas melhor mesmo meu milhão milhões minha muita muitas muito muitos mês nas nem nenhum nesta
neste noite nossa nosso nova novas nove novembro novo novos num numa não oito onde ontem outra outras outro outros
outubro pela pelas pelo pelos pessoa pessoas pode podem poderá porém pouco primeira primeiro própria próprio qual
qualquer quando quarta quase quatro quem quer quinta reais segunda segundo sempre sendo sete setembro seus sexta sob
somente sua suas são tal talvez também tem tendo ter terá terça teve tinha tiveram três uma vai vezes você voltou
várias vários vão zona
    """,  # Portuguese
    "it": """
abbiamo aggiunge aggiunto alcune alcuni allo altra altre altri altro anche ancora anni anno aprile attraverso avere
aveva avevano avrebbe bene che chi cinque circa ciò coloro comunque con contro cosa così cui dagli dai dal dall
dalla dalle dallo davanti degli dei del dell della delle dello detto dicembre dicono dieci diventa diversi domani
domenica dopo dov dove due ecco entro erano essere essi faceva fatta fatto febbraio fino finora fossero furono
gennaio giornata giorni giorno giovedì giugno già gli grandi hanno ieri infatti inoltre insieme intanto invece lei
loro luglio lui lunedì maggio mai martedì mattina meglio meno mentre mercoledì mese mesi mila miliardi milione
milioni mille minuti molto nei nel nell nella nelle nello nemmeno nessun nessuno noi nostro notte nulla nuovo oggi
ogni ognuno oltre ora ore ormai otto ottobre pare perché persone però piccolo più pochi poi pomeriggio possono
potrebbe potrà presso prima primi primo propri proprio punto puoi può quale quanto quasi quattro quei quella quelli
quello questa queste questi questo quindi rispetto sabato sarebbe sarà secondo sembra senza sette settembre
settimana settimane sia siamo siano soltanto sono sopra soprattutto sotto spiega spiegato sta stanno stata stati
stato stessa stesse stessi stesso sue sugli sul sull sulla sulle suo suoi tempo tra troppo tutta tuttavia tutte
tutti tutto ultima ultime ultimi ultimo una vari venerdì vengono verrà verso viene volta volte
    """,  # Italian
    "ca": """
abans afegit afirmat agost ahir això allò altres amb anys aquest aquesta aquestes aquests assegurat avui cal cap
cent cinc dels demà des desembre després deu dijous dilluns dimarts dimecres dins dissabte diu diumenge divendres
doncs dos dues ell ells encara eren estan estat està explicat fan febrer fer fet fins gener han haver havien hores
juliol juny maig març menys mesos milions molt molta moltes molts més només nostra nostre nou pels perquè poden
podria pot quan quin quina segons seran serà setembre setmana seu seva seves sis sota són també tampoc tan tota
totes tots unes vuit
    """,  # Catalan
    "ro": """
acea aceasta această acel acest acesta aceste acestea acestei acestui acum adăugat alte altă alți ani anul anului
anunțat apoi aprilie are asemenea astfel astăzi asupra atunci avea aveau avut așa cea cei cel cele celor cinci cum
când cât către decembrie deci declarat deja despre din dintre doar doi două duminică după erau februarie fie fiecare
fiind fost făcut făcute fără ianuarie iulie iunie joi lor luni lună lângă martie marți miercuri mii miliarde
milioane mult multe mulți mâine noiembrie nouă numai octombrie patru pentru peste poate potrivit precizat primul
prin procente puțin până sau septembrie spus sub sunt sută sâmbătă săptămâna săptămâni său timp timpul toate toți
transmis trebuie trei unde unei unor unui vineri zece zile ziua încă însă între șase
    """,  # Romanian
    "pl": """
aby albo ale bardzo bez blisko bowiem byliśmy być był było były bądź będzie będziemy będą cała całe całej cały całym
chce chociaż choć coś czasem czego czemu czerwca czterech cztery czwartek czy czyli czym często dla dlaczego dni
dnia dniu dodaje dodał dodała druga drugi drugiego dwa dwaj dwie dwóch dziesięć dziewięć dzień dzisiaj dziś gdy
gdyby gdyż gdzie godz godzin godzinie grudnia ile ilu inna inne inny innych innym jak jako jeden jedna jednak jednej
jedno jednym jego jej jest jestem jesteśmy jeszcze jeśli jeżeli jutro już każda każde każdego każdy kiedy kilka
kilkanaście kilku kogo komu kto ktoś która które którego której który których którym którymi którzy którą kwietnia
lat lata lecz lipca listopada lub ludzi lutego maja mają marca miał miała mieli miesiąc miesiąca miesiące miesięcy
mieć miliardów miliona miliony milionów mimo między mnie mną moja moje może można musi musiał muszą mój mówi mówił
mówiła nad należy nasz nasza nasze naszych natomiast nich nie niech niedziela niedzielę niej nigdy nim nimi nią niż
nocy nowa nowe nowego nowy nowych nowym obecnie około oprócz oraz osiem osoba osoby ostatni ostatnich osób pan
października pierwsza pierwszego pierwszy piątek pięć pod podczas podkreślił podkreśliła poinformowali poinformował
poinformowała pomiędzy ponad ponadto poniedziałek ponieważ poprzez potem powiedział powiedziała powinien powinny
poza prawie proc przecież przed przez przy przyznał rano robi rok roku również sam sama sami siebie siedem sierpnia
się sobie sobota sobotę sobą stwierdził stycznia swoich swoim swoja swoje swojego swojej swoją swój sześć tak taka
taki takich takie takim także tam tamtym tego tej temu teraz też trzeba trzech trzeci trzy tutaj tuż tych tydzień
tygodni tygodnia tylko tym tymczasem tymi tys tysiąc tysięcy uważa wasz wczoraj według wieczorem więc wobec wokół
września wszyscy wszystkich wszystkie wszystkim wszystko wtedy wtorek wyjaśnia wyjaśnił właśnie wśród zamiast
zapowiedział zatem zawsze zostali zostanie został została zostały zrobić złotych środa środę
    """,  # Polish
    "cs": """
ako alebo ano asi bol bola boli bolo bude budeme budou byl byla byli bylo byť být března chtějí což další dalších
deset dne dnes dní dodal dodala dubna dva dvou dvě dále eur ešte hodin hodinu hodiny jaké jde jeho jejich její jen
jenom jestli ještě jiné již jsem jsme jsou kam každý kde kdo kdy když korun kterou která které kterého který kterých
kterým kteří ktorá ktoré ktorí ktorý ktorých května ledna let letech lidé lidí listopadu loni mají mezi miliard
milionu milionů minut mohl mohou možná musí mít měl měla měli měsíc měsíce měsíců může nebo nebyl nebylo neděle
neděli nejvíce není než nová nové nový nových nyní ním něco několik některé někteří ode okolo ona oni pak podle
podľa pokud pondělí pouze pracuje pre pri pro procenta prosince proti proto protože první prvního právě pátek pět
před přes přesto při roce rokoch rokov roky rovněž sebe sme sobotu srpna stejně stále středa středu svou své svého
svém svých svůj sám tady také takže tato tedy tehdy tento tiež tisíc tisíce toho tohoto tom tomto tomu toto tyto
této tím týden týdne těch třeba tři uvedl uvedla uvnitř vedle velmi viac včera však vše všech všechny všichni zatím
zde zejména znovu září února úterý července června čtvrtek čtyři řekl řekla října šest
    """,  # Czech, Slovak
    "hr": """
ali bila bili bilo bio bit biti budu dana danas dinara dodao dok dve dvije eura gde gdje godina godine godini godinu
gotovo hiljada iako ipak istaknula istaknuo izjavila izjavio između jedan jesu još juče jučer kada kako kao kazala
kazao kod koja koje kojeg kojem koji kojima koju kuna manje meseca meseci milijardi milijuna minuta mjeseca mjeseci
mnogo mogu mora moraju može naime nakon navela naveo nedelja nedelje nedjelju neke neki nekoliko nije nisu niti
njegov njen njezin njihov novi novih odnosno odsto oko onaj ova ovaj ove ovo ovog ovom pet petak ponedeljak
ponedjeljak posle posto pred prema prije protiv prva prvi prvog rekao rekla sada samo sata sati skoro smo sredu
srijedu ste subotu sutra svaka svaki sve svi svih svoj svoje svojih svojim tada taj takođe također tijekom tisuća
tjedna tokom treba tri utorak veoma već više vrlo zbog četiri četvrtak
    """,  # Croatian, Serbian, Bosnian
    "bg": """
ако беше били било бъдат бъде бяха вече всеки всички всяка втори вторник вчера година годината години годишен дали
два две ден десет днес дни добави евро един една едно затова защото заяви или има имат имаше каза както като когато
което които който която където към лева малко между месец месеца милиарда милиона минути много могат може над нашите
него негов негова неговата неговите неделя нейната нея нито нов нова новата нови някои няколко няма обаче обясни
онези освен още пет петък повече под понеделник посочи поясни пред през при процента първата първи първия само сега
седмица седмици след според сряда събота съобщи съобщиха също тази така тези техните това тогава този три трябва тях
утре хиляди цял часа часове четвъртък четири шест
    """,  # Bulgarian
    "ru": """
августа апреля более больше будет будут будучи бывший была были было быть вам вами вас ваш ведь весь вечером возле
вопрос восемь воскресенье время все всего всех всё второй где говорил говорит говорят года годах годом году годы
даже данным девять декабря день десять для дней днем дня добавил добавила должен должна должны долл другая другие
других другого другой другую ему если есть еще ещё зачем заявил заявила здесь именно ими иначе итак итоге июля июня
каждая каждого каждый когда кого ком кому которая которого которое которой котором которому которую которые который
которым которых кроме кто куда лет либо лишь любой людей мало марта мая менее меня месяц месяца месяцев миллиардов
миллиона миллионов мимо минут млн мне многие мной могут может можно мой моя надо нам напомним нас находится наш
нашего нашей наши нашу недели недель неделю нее ней нельзя нему нескольких несколько нет неё никогда никто них
ничего ничто ночью ноября нужно нём оба обе один одна однако одно одного одной одному около октября она они опять
откуда отметил отметила отметили очень первая первого первый перед подчеркнул подчеркнула пока понедельник пор после
потом потому почему почти поэтому пояснил пояснила пресс про просто против процентов прямо пусть пятница пятницу
пять раз рамках ранее рассказал рассказала рассказали рублей рубля сам самая сами самого самой самом самый своего
своей свои своим своих свою своё своём себе себя сегодня сейчас семь сентября сказал сказала сказали слова словам
смог смогут снова собой совсем сообщает сообщил сообщила сообщили сразу среда среди среду стал стала стали стало
стоит суббота субботу так также такие такой там тем теперь тогда того тоже только том тому тот трех туда тут тысяч
тысячи уже уточнил уточнили утром февраля хватает хотел хотя хотят целом часов часто чаще чего человек человека чем
через четверг четыре что чтоб чтобы чуть шесть эта эти этим этих это этого этой этом этому этот эту является января
    """,  # Russian
    "uk": """
або адже але багато без березня близько був буде будуть була були було бути більше біля вдень вересня вже вночі вона
вони воно вранці всього всі всіх вчора вівторок від відсотка відсотків вісім годин годині гривень грудня двох двоє
декілька дні днів додав додала досі друга другий дуже жовтня завтра зазначив зазначила зазначили зараз заявив
заявили звідки знову зокрема його йому каже квітня кожен кожна кожного коли куди кілька липня листопада лише люди
лютого мав майже мала мали мають має мене менше мені мною можна можуть між мільйона мільйонів мільярдів місяць
місяця місяців навколо навіть наголосив наша нашої наші неділю неділя нема немає ним ними нині новий нового нової
нові одне одній особи осіб отже перша перший першого повідомив повідомила повідомили повідомляє поза поки понад
понеділок потім пояснив проти пятницю пятниця під підкреслив після разом розповів розповіла роки року років році рік
саме свого своє своєї свої своїм своїми своїх свій серед середа середу серпня сказав словами собі став субота суботу
сьогодні сім січня також тиждень тижня тижнів тим тисяч тисячі тоді тож той травня треба третій туди тільки увечері
усі хвилин хоча цей цього цьому цієї червня четвер чому чотири шість щоб яка якби яке який яким якими яких якого
якої якщо які якій інша інше інший інших іншого інші
    """,  # Ukrainian
    "el": """
άλλα άλλες άλλοι άλλων έγινε ένα έναν έξι έτος έτους έχει έχουν ήδη ήταν ακόμα ακόμη αλλά ανέφερε απριλίου από
αυγούστου αυτά αυτές αυτή αυτήν αυτοί αυτού αυτό αυτόν αυτός αυτών αύριο γίνει γίνεται για γιατί δήλωσε δεκεμβρίου
δεν δευτέρα δεύτερη δηλαδή δισ διότι δύο εάν είναι είπε είχαν είχε εβδομάδα εκατ εκατομμύρια ενώ επίσης επειδή ευρώ
ημέρα ημέρες ιανουαρίου ιουλίου ιουνίου κάθε κάνει κάποια κάποιοι και κατά κυριακή λέει λεπτά λιγότερο μέσα μέχρι
μήνα μήνες μία μαΐου μαρτίου μετά μεταξύ μην μια μπορεί μπορούν μόνο νέα νέο νέος νοεμβρίου οκτωβρίου πάντα πέμπτη
πέντε παρασκευή περισσότερα περισσότερο πιο πολύ ποτέ που πρέπει πριν προς πρόσθεσε πρώτη πρώτο πρώτος σάββατο
σήμερα σεπτεμβρίου στη στην στις στο στον στους σύμφωνα τέσσερα τετάρτη την της τις τον του τους τρία τρίτη τρεις
των τόνισε τότε τώρα φεβρουαρίου χθες χιλιάδες χρόνια χρόνο χωρίς ωστόσο όλα όλες όλη όλοι όλων όπου όπως όταν ότι
ώρα ώρες ώστε
    """,  # Greek
    "hu": """
abban ahol aki akik akkor alatt amely amelyek amelyet amelynek ami amikor amit annak arra arról augusztus azok azon
azonban azt azzal azért csak csütörtökön délután ebben egy egyik egész ellen elmondta első előtt ennek erre erről
euró ezek ezen ezer ezt ezzel ezért február felett felé forint hanem hat hogy holnap hozzátette három hét héten
hétfőn hónap hónapban illetve ilyen ismertette itt január július június kedden kell kevesebb kevés két közben
közölte között legyen lehet lenne lesz lett maga majd mellett mert miatt milliárd millió minden mindenki minket
mivel mondta május már március másik második még nagy nagyon nap napon nekik nekünk négy nélkül október olyan ott
pedig perc pénteken reggel saját sok során szeptember szerdán szerint szombaton száz százalék százalékos tegnap
tehát teljes tette tíz több ugyanis után vagy valamint való vasárnap volna volt voltak voltam által április évben
éve évek éves évet így írta óra órakor úgy újabb őket
    """,  # Hungarian
    "fi": """
aamulla aikana aina asti eilen eivät eli elokuun emme enemmän ennen ensi ensimmäinen että euroa heidän heinäkuun
heitä helmikuun huhtikuun huomenna hyvin hän hänelle hänen häntä illalla ilman itse johon joiden joka jonka jos
jossa josta jota jotka joulukuun jälkeen kahden kaikki kaikkien kaksi kanssa kello kertoi kertoo keskiviikkona
kesäkuun kohti kolme kolmen koska kuin kuten kuukauden kuukautta kuusi kymmenen lauantaina lokakuun lähes maaliskuun
maanantaina marraskuun miljardia miljoona miljoonaa muassa muiden mukaan mukana mutta muun muut myös neljä niiden
niitä noin nuo näiden nämä ole oli olisi olisivat olivat olla olleet ollut oma oman ovat paljon perjantaina pitää
prosenttia päivän päivää saada saanut sanoi sanoo sekä siihen siinä siitä sitten sitä sunnuntaina syyskuun taas tai
tammikuun tehdä tehnyt tiistaina toinen torstaina toukokuun tuhat tuhatta tuntia tämä tämän tänään tässä tästä tätä
täytyy usein uuden uusi uutta vaan vain vasta vielä viikkoa viikolla viikon viime viisi voi voisi voivat vuoden
vuonna vuosi vuotta vähemmän yhden yksi yli
    """,  # Finnish
    "tr": """
akşam aldı altı alınan ancak aralık arasında ardından artık ayında açıkladı açıklama ağustos bana bazı belirten
belirterek belirtti beş bin biri birinin birlikte birçok bize bizi bizim bugün bulunan bulunuyor buna bunlar bunu
bunun burada böyle bütün büyük cuma cumartesi daha dair daki dedi devam değil diye diyerek diyor diğer dokuz dolar
dolayı dört dün dışında edecek eden eder edildi ediliyor ediyor ekim eski etmek etmiş etti eylül fakat fazla gece
gelen gelir gerek gereken getirdi geçen gibi göre günü hafta haftası hakkında halde hale hangi hatta haziran henüz
hep hiç ifade ikinci ilgili ilişkin ilk ilçesinde ise itibaren için içinde içinden içine işte kadar kalan kaldı
kalır karar karşı kasım kaydetti kaç kendi kez kim kimse kişi konusu konusunda konuştu kullanıldı lira mayıs milyar
milyon neden nedeniyle nisan ocak olacak olacağı olan olarak oldu olduğu olduğunu olmak olması olmayan olsun olup
olursa oluyor onlar onların onun orada ortaya pazar pazartesi perşembe rağmen saat saatlerinde sabah sadece salı
sayesinde sekiz sonra söyledi söyleyen söylüyor süre süren sık sırasında tarafından tekrar temmuz tüm vardı varken
verdi verildi verilen veya yaklaşık yanı yaptı yaptığı yapılacak yapılan yapıldı yarın yaşındaki yedi yeni yer
yerine yine yok yoksa yüzde yıl yıldır yılı yılında zaman zaten çarşamba çok çünkü önce önemli öte öyle üzere
üzerinde üçü üçüncü şekilde şimdi şubat şöyle
    """,  # Turkish
    "ar": """
أضاف أعلن أكثر أكد أمام أمس أنها أوضح أيضا إضافة إلى اكثر الأحد الأربعاء الاثنين الاحد الاربعاء التي الثلاثاء الجمعة
الخميس الذي الذين السبت اللذين الى اليوم امام انها ايضا بأن بشكل بعد بين تكون تلك جميع حتى حوالي حول حيث خلال ذلك
سنة سوف شخص صباح ضمن عام عدد على عليه عليها عند عندما عنه عنها غير فيه فيها قال قالت قبل كان كانت كما لدى لكن مساء
مليون منذ منه منها نحو هذا هذه هناك وأضاف وأعلن وأكد وأوضح واضاف والتي والذي وذلك وفق وفقا وقال وقالت وكان وكانت
ولكن يكون يوم
    """,  # Arabic
    "fa": """
آخر آغاز آنان آنها آنکه آینده است اظهار اعلام افزود البته اما امروز اول اگر ایشان این اینکه باره باشد باشند بالا
باید بدون بدین برابر برای برخی بسیار بسیاری بلکه بود بودند بوده بیان بیش بیشتر بین تاکید تنها تواند توانند توسط
تومان جاری جمعه جمله حال حالا حتی حدود خبر خبرنگار خواهد خواهند خود داد دادند داده دارای دارد دارند داریم داشت
داشتند داشته درباره درصد دقیقه دهد دهند دوشنبه دوم دیروز دیگر دیگری رسید رسیده روز روی زیر زیرا ساعت سال سوم سوی سپس
شاید شدند شده شما شنبه شود شوند شویم صبح عصر علیه عنوان فردا فقط قرار ماه مردم مورد میان میلیارد میلیون نباید نبود
نخست نزدیک نسبت نفر نیز نیست هزار هست هستند هشت هفت هفته همان همه همچنین همین هنوز هیچ ولی پنج پنجشنبه پیش چرا چنان
چند چنین چهار چهارشنبه چون کجا کرد کردن کردند کرده کشور کمتر کند کنند کنید کنیم گذشته گرفت گرفته گزارش گفت گفتند
گفته گوید گیرد یعنی یکشنبه یکی
    """,  # Persian
    "he": """
אבל אולם אותה אותו אותם אחד אחוז אחוזים אחר אחרי אחרים אחרת אחת איך אין איפה אלף אלפי אמר אמרה אמרו אנחנו אני ארבעה
אשר אתה אתמול בגלל בהם בין במהלך בערך דקות הוא הודיע הוסיף הוסיפה היא היה היו היום הייתה השנה זאת חדש חדשה חודש
חודשים חמישה חמישי יהיה יהיו יום יותר יכול יכולה יכולים ימים כאן כאשר כבר כדי כמה כמעט לאחר להיות להם ללא למה לפי
לפני מאוד מחר מיליארד מיליון מתי נגד נמסר עדיין עוד עכשיו עשרה פחות ציין צריך ראשון רבים רביעי שבוע שבת שישה שישי
שלה שלהם שלו שלוש שלושה שלישי שלנו שנה שני שנים שעה שעות שקל שקלים שתי תהיה
    """,  # Hebrew
    "id": """
ada adalah adapun agar agustus ahad akan akibat anda antara apa apalagi atas atau bagaimana bagi bahkan bahwa banyak
baru bawah beberapa begitu belas belum berada berapa berlangsung besar besok bisa bukan bulan cukup dalam dapat dari
delapan demikian dengan desember dilakukan dua dulu empat enam hal hampir hanya hari harus hasil hendak hingga ingin
ini itu jam jelas jelasnya jika juga jumat juta kalau kali kami kamis kapan karena kata katanya kecil kemarin
kembali kemudian kepada ketika kini kita lagi lain lainnya lalu lanjut lanjutnya lebih maka malam mana maret masih
masing mau mei melakukan melalui membuat memiliki menambahkan mendapat mengaku mengapa mengatakan mengenai menilai
menit menjadi menjelaskan menuju menurut menyatakan menyebut menyebutkan mereka merupakan meski meskipun miliar
minggu mulai namun nanti oleh orang pada pagi paling pekan perlu pernah persen pihak pukul pula puluh pun rabu ratus
ribu rupiah sabtu saja sampai sana sangat satu saya sebagai sebagian sebelum sebelumnya sebuah secara sedangkan
sedikit sehingga sejak sekarang sekitar selama selasa seluruh sembilan sementara sempat semua sendiri senin seorang
seperti sepuluh serta setelah setiap siang siapa sini situ sore sudah supaya tahun tanpa tapi telah tentang terhadap
terkait termasuk tersebut terus tetapi tidak tiga triliun tujuh tutur ujar ujarnya ungkap ungkapnya untuk walau
warga yaitu yakni yang
    """,  # Indonesian, Malay
    "vi": """
anh bao biết bên bình bạn bảy bằng bốn bởi cao chia chiếc chiều cho chung cháu chín chúng chưa chỉ chị chục cuối
cuộc các cách còn công cùng cũng cạnh cần của dài dân dưới gian giúp giảm giờ giữa gần hai hay hiện hàng hôm hơn hết
hỏi hợp khi khiến khoảng khác không kiến liên luôn làm lên lúc lượt lại lấy lần lớn muộn mình mười mất mọi mỗi một
mới nay ngay nghìn nghị ngoài ngày người nhau nhiều như nhưng nhất nhận nhằm nhỏ nhờ những nào này nên nói năm nơi
nếu nữa phút phải phần qua quanh quá riêng rất rằng rồi sao sinh suốt sáng sớm theo thành tháng thêm thì thông
thường thấp thấy thế thể thời tin tiếng tiếp toàn triệu trong trung trên trăm trước trường trả trở tuy tuần tám tôi
tăng tại tất tối tới tục từng việc vài vào vẫn vậy với vừa xuất ông đang điều điểm đâu đây đêm đôi đưa được đạt đầu
đến đều định đồng
    """,  # Vietnamese
    "tl": """
ang apat araw ayon bago biyernes bukas buwan dagdag dahil dalawa dalawang gabi habang hanggang hapon hindi huwebes
iba ibang isang ito iyon kahapon kanila kanilang kaniyang kanyang kasama kung lahat lamang libo limang linggo
matapos mayroon mga miyerkules mula naman nang ngayon ngunit nila niya noong oras pagkatapos porsyento rin sabado
sabi sila sinabi siya taon tatlo tatlong umaga wala walang
    """,  # Filipino
    "sw": """
alhamisi aliongeza alisema ambao ambaye ambayo ambazo amesema asilimia asubuhi baada bado hadi hao haya hii hilo
hiyo huo ijumaa jana jioni jumamosi jumanne jumapili jumatano jumatatu kabla kama kati katika kesho kuhusu kutoka
kuwa kwa lakini leo mbili miaka mtu mwaka mwezi ndani nje nne pamoja pia sasa siku tano tatu tena wakati walisema
wamesema wao watu wiki yake yao zaidi
    """,  # Swahili
    "zh": """
一个 一些 一位 一名 一家 一年 一次 一种 万元 上午 下午 不少 不是 不过 並且 中午 为了 为什 么样 之后 之後 也是
了解 人民 亿元 什么 什麼 今天 今年 今日 介绍 仍然 他们 他們 以上 以下 以來 以及 以后 以後 以来 但是 作为 你们
关于 其中 其他 再次 凌晨 出现 分之 包括 去年 发生 可以 可能 同时 同時 告诉 周一 周三 周二 周五 周六 周四 周日
問題 因为 因此 因為 報導 多个 她们 如何 如果 对于 對於 就是 工作 左右 已經 已经 并且 应该 开始 当天 当日 很多
必须 怎么 怎麼 情况 成为 我们 我們 或者 所以 报道 指出 按照 据悉 方面 时候 时间 明天 明年 星期 昨天 昨日 時間
晚上 更加 月份 根据 根據 此前 沒有 没有 為了 然而 现在 現在 由于 由於 當日 發生 百分 目前 目的 称为 第一 第二
繼續 继续 美元 而且 自己 获悉 虽然 表示 記者 认为 记者 许多 超过 超過 达到 还是 这一 这个 这些 这是 这样 进行
透過 透露 這些 這個 這樣 通过 進行 達到 還是 那个 那么 那些 都是 開始 關於 问题 随着 隨著 雖然 需要 非常
    """,  # Chinese
    "ja": """
一方 万人 万円 予定 人以 今回 以外 会見 億円 初旬 千人 午前 午後 参加 同市 同日 同県 同社 土曜 場合 実施 対象
年度 年間 影響 必要 日曜 日間 明日 昨年 時半 時頃 曜日 月曜 木曜 来年 水曜 火曜 状況 理由 発表 約一 結果 自分
説明 金曜 関係
    """,  # Japanese
    "ko": """
가운 각각 개월 것으 것은 것을 것이 경우 관련 그가 그는 그러 그의 금요 기도 기로 기자 까지 나는 는데 니까 니다
다고 다는 다며 다음 당시 대한 대해 덧붙 동안 됐다 됐던 되고 되는 되며 된다 들은 들을 들의 들이 따르 때문 또한
라고 라는 라며 러나 려고 로는 르면 만에 말했 면서 모두 모든 목요 밝혔 보다 부터 붙였 설명 세요 센트 수요 습니
시간 씨가 씨는 약간 어요 없는 없다 에게 에는 에도 에서 에요 였다 였으 오는 오전 오후 올해 요일 우리 운데 월요
위한 위해 으로 으며 이고 이나 이날 이는 이다 이라 이를 이며 이번 이상 이하 이후 인데 일부 일요 있고 있는 있다
있던 있어 저는 전했 정도 제가 지난 지만 처럼 최근 토요 통해 특히 퍼센 하고 하는 하며 하면 하지 한다 함께 해서
했고 했다 했던 현재 혔다 화요
    """,  # Korean
}
STOPWORDS = frozenset(" ".join((*_WORDS.values(), *INDIAN.values())).casefold().split())
