"""Words too common to tell what a text is about, of four letters and more, for the languages news dumps come in.

Shorter words are left out of every comparison (see `words.py`), so they need no list. Reporting verbs and the days of
the week are here as well: every story says them.
"""

from __future__ import annotations

_WORDS = """
about above according across added after again against ahead all almost already also although always among announced
another any around asked away back because been before began behind being believe best better between both called came
cannot case come comes coming could day days despite does doing done down during each early either else end enough even
ever every expected few first five for four friday from full further gave get gets getting give given goes going good
got
great had half hand has have having help here high himself his however into its itself just keep know known last late
later least less like likely little long look made main make makes making many matter may mean means meanwhile meeting
might million minutes monday month months more most much must name near nearly need needs never new next nine not
nothing
now number off often old once one only open other others our out over own part past people per percent place point put
reported report right said same saturday saw say saying says second see seen set seven several shall she should show
showed since six small some something soon spokesman spokeswoman statement still such sunday sure take taken taking ten
than thank that the their them then there these they thing things think third this those though three through thursday
time times today together told too took toward towards tuesday turn two under until upon use used using very want wanted
was way wednesday week weeks well went were what when where whether which while who whole whom whose why will with
within
without work working would year years yesterday yet you your don't doesn isn wasn didn won wouldn couldn
aber alle allem allen aller alles also andere anderen auch beim bereits bevor bisher damit dann darauf dass dazu deren
dessen diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines erst etwa gegen gibt habe haben
hatte hatten heute hier hinter immer jahr jahre jahren jedoch jetzt kann kein keine keinen können könnte laut machen
mehr
mehrere millionen muss müssen nach nicht noch oder ohne prozent sagte sagt sehr sein seine seinem seinen seiner seit
sich
sind sogar soll sollen sollte sowie später über unter viel viele wegen weil weiter wenn werde werden wieder will wird
wollen worden wurde wurden zwei zwischen zunächst neue neuen ersten erste drei uhr während montag dienstag mittwoch
donnerstag freitag samstag sonntag
ainsi alors après assez aucun aussi autre autres avaient avait avant avec avoir beaucoup bien cela celle celui certains
cette ceux chaque chez comme contre dans déjà depuis dernier dernière deux devant dire dont durant elle elles encore
entre était étaient être faire fait faut fois font grand ils jour jours jusqu leur leurs lors lorsque lundi mais mardi
même mercredi moins notre nous nouveau nouvelle parce pendant peut plus plusieurs pour pourrait premier première près
qui
quand quatre quelques samedi sans selon sera serait seront ses sont sous soit souvent sur tandis tant tous tout toute
toutes trois très vendredi vers voir vont votre vous jeudi dimanche ans année années
ahora además algo algunos ante antes años aquí así aunque bajo bien cada casi como contra cual cuando cuatro debe decir
desde después días dice dijo donde durante ella ellos entonces entre era eran esta está están estar estas este esto
estos
fueron fuera gran había hace hacer hacia hasta hecho hoy incluso jueves lunes luego lugar martes mayor mejor menos
mientras miércoles misma mismo mucho muchos muy nada nuestro nueva nuevo nunca otra otras otro otros para parte pasado
pero poco porque primer primera puede pueden pues quien quienes sábado según será sido siempre siendo sino sobre sólo
también tanto tener tiene tienen toda todas todo todos tras tres unas unos usted viernes domingo veces
ainda algumas alguns anos antes ao apenas após aqui assim até cada cerca com como conta contra dela dele deles depois
desde deve dias disse diz dois durante enquanto então entre era essa esse estão estava este estes isso mais mas mesmo
muito muitos nada não nesta neste nossa nosso nunca onde ontem outra outras outro outros para pela pelas pelo pelos
pode podem porque quando quem quinta segunda sexta terça quarta são sempre sendo ser será seus sido sobre somente
também tem tendo tinha toda todas todo todos três uma você feira
alla alle allo anche ancora anni anno avere avrebbe bene che chi come con contro cosa così dal dalla dalle dallo degli
dei del della delle dello deve dopo dove due durante ecco essere fatto fino fra giorni giorno gli già hanno loro
mentre molto nei nel nella nelle nello noi nostro nuovo oggi ogni ora perché però più poi prima primo proprio può qual
quale quando quanto quasi quella quelle quelli quello questa queste questi questo sarà sarebbe secondo sempre senza
siamo solo sono stata stati stato sua sue sugli sul sulla sulle suo suoi tra tre tutta tutte tutti tutto una uno verso
aan alle als andere bij daar dan dat deze die dit door een eerste echter geen gaan goed heeft hebben het hier hij hoe
hun iets jaar jaren kan kunnen maar maken meer men met miljoen moet moeten naar niet nieuwe nog omdat onder ons onze ook
over procent sinds staat steeds tegen toch toen tot twee tussen uit van veel verder volgens voor vooral waar wanneer
was wat weer werd werden wordt worden zal zegt zei zelf zich zijn zo zonder zou zouden
även alla andra att den denna dessa detta ett från för finns flera före genom har hade hon honom inte just kan kommer
kunde man med mellan men mera mycket måste när någon något och också olika samma sedan sig sina sitt skall ska skulle
som
till under upp utan vara varit vid vill åren blir blev bli etter eller ikke hvor være fra ved mere over efter blive
ancak artık arasında bana bazı belirten belirtti biri birçok bugün bunu bunun böyle büyük daha dedi değil devam diye
diğer dolayı eden edildi eder eden etti fakat gibi göre hakkında hatta henüz için ifade ilgili ilk ise itibaren kadar
karşı kendi milyon nedeniyle neden olan olarak olduğu olduğunu oldu olması olsun onun önce önemli sadece sonra söyledi
şekilde tarafından tüm üzere üzerinde var veya yaklaşık yapılan yeni yüzde yıl zaman
более больше будет будут была были было быть ведь весь возле вопрос время всего всех все всё где года году день для дней
долл другие других если есть ещё еще заявил заявила здесь или именно когда которая которого которое которой котором
которому которые который которых кроме лет либо лишь между менее меня млн могут может можно надо нам нас находится него
нет нескольких несколько нее неё них ничего однако около она они она опять очень перед под после потом почти при про
просто против процентов раз ранее рамках рассказал сам свои своего своей своих сегодня сейчас себя сказал сообщил
сообщила сообщает словам среди стал стали так также такие такой там тем теперь того тоже только том тому тот три тысяч
уже через чего человек чем что чтобы эта эти этим этих это этого этой этом этот является данным слова
aby albo ale bardzo będzie będą było były być chce choć czy czyli dla dlaczego gdy gdzie gdyż inne jak jako jednak
jego jego jej jest jeszcze już każdy kiedy kilka który która które których którzy lat lub mają może można nad nas nie
niej nich obecnie oraz pan pod podczas podkreślił ponad powiedział poza procent przed przez przy roku również się sobie
swoje są tak także tam tego tej ten też tego tych tylko tym wśród według wszystkich został została zostały
الذي التي الذين اللذين هذا هذه ذلك تلك هناك إلى الى على عليه عليها منه منها فيه فيها عنه عنها بعد قبل بين خلال حول حتى
كان كانت يكون تكون كما لكن ولكن أيضا ايضا وقال قال وقالت قالت وأضاف أضاف واضاف وأكد أكد وأوضح أوضح أعلن وأعلن عدد
اليوم أمس
غير جميع أكثر اكثر بشكل حيث منذ عند عندما وذلك وكان وكانت والتي والذي لدى سوف يوم عام سنة مليون شخص أنها انها بأن
وفق وفقا مساء صباح الاثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد حوالي إضافة نحو ضمن أمام امام
"""
STOPWORDS = frozenset(word for word in _WORDS.split() if len(word) >= 3)
