"""Names of months and weekdays over the world, and what stands beside a date in a line of its own: tables, no logic.

All compared case-folded. Months stand as they do in datelines and date lines: in full, and the abbreviations in use
(genitives in Slavic and Baltic languages). `_` stands for a blank.
"""

from __future__ import annotations

# A name that means different months in two languages is left out. One that has another meaning in running text
# ("may", "mars") is a month only beside a day.
_MONTHS = (
    "january január ianuarie ian januar siječnja januara januarja tammikuuta januari كانون_الثاني jan jänner"
    " janvier janv janúar enero ene gennaio genn gen gener januarie janeiro xaneiro ocak oca января янв січня январь"
    " студзеня јануар јануара јануари stycznia jaanuar janvāris janvārī sausio janar يناير جانفي ינואר ιανουαρίου"
    " ιανουαριου ιαν ledna जनवरी जाने जानेवारी জানুয়ারি জানুয়ারী ஜனவரி జనవరి ജനുവരി ಜನವರಿ જાન્યુઆરી ਜਨਵਰੀ ژانویه"
    " جنوری มกราคม ม.ค қаңтар yanvar tháng_1 tháng_01 януари januára",
    "february február februarie februari feb febr veljače februara februarja helmikuuta شباط februar février févr"
    " fevr febrúar febrero febbraio febbr febrer fevereiro febreiro fev şubat şub pebrero февраля фев февраль лютого"
    " фебруар фебруара февруари lutego veebruar februāris februārī vasario shkurt فبراير فيفري פברואר φεβρουαρίου"
    " φεβρουαριου φεβ února फरवरी फ़रवरी फेब्रुवारी ফেব্রুয়ারি ফেব্রুয়ারী பிப்ரவரி ఫిబ్రవరి ഫെബ്രുവരി ಫೆಬ್ರವರಿ"
    " ફેબ્રુઆરી ਫਰਵਰੀ فوریه فروری กุมภาพันธ์ ก.พ ақпан fevral tháng_2 tháng_02 februára",
    "march március márc martie marts mars maret mart marta marca ožujka maaliskuuta آذار mar märz mär mrz marzo marz"
    " març maart mrt março machi marso mac марта мар март марті березня сакавіка märts martā kovo مارس מרץ μαρτίου"
    " μαρτιου μαρ března मार्च মার্চ மார்ச் మార్చి మార్చ్ മാർച്ച് ಮಾರ್ಚ್ માર્ચ ਮਾਰਚ مارچ มีนาคม มี.ค наурыз tháng_3"
    " tháng_03",
    "april április aprilie travnja huhtikuuta نيسان apr avril avr abril abr aprile apríl apríla aprila aprili nisan"
    " nis апреля апр апрель април априла квітня красавіка kwietnia aprill aprīlis aprīlī balandžio prill أبريل ابريل"
    " إبريل أفريل אפריל απριλίου απριλιου απρ dubna अप्रैल एप्रिल এপ্রিল ஏப்ரல் ఏప్రిల్ ഏപ്രിൽ ಏಪ್ರಿಲ್ એપ્રિલ ਅਪ੍ਰੈਲ"
    " آوریل اپریل เมษายน เม.ย сәуір aprel tháng_4 tháng_04",
    "may május máj mája maj maja svibnja toukokuuta أيار mai mayo maggio magg maig mei maio maí mayıs мая май мај"
    " маја травня maijs maijā gegužės مايو ماي מאי μαΐου μαϊου μαιου μαι května मई मे মে மே మే മേയ് ಮೇ મે ਮਈ مه مئی"
    " พฤษภาคม พ.ค мамыр tháng_5 tháng_05",
    "june június júna iunie juni juna junija lipnja kesäkuuta حزيران jun юни juin junio giugno giu juny junho júní"
    " junie haziran haz hunyo июня июн июнь јун јуна јуни червня чэрвеня czerwca juuni jūnijs jūnijā birželio"
    " qershor يونيو جوان יוני ιουνίου ιουνιου ιουν června जून জুন ஜூன் జూన్ ജൂൺ ಜೂನ್ જૂન ਜੂਨ ژوئن جون มิถุนายน มิ.ย"
    " маусым iyun tháng_6 tháng_06",
    "july július júla iulie srpnja heinäkuuta تموز jul юли juli jula julija juillet juil julio luglio lug juliol"
    " julho júlí julie julai temmuz tem hulyo июля июл июль јул јула јули липня ліпеня lipca juuli jūlijs jūlijā"
    " liepos korrik يوليو جويلية יולי ιουλίου ιουλιου ιουλ července जुलाई जुलै জুলাই ஜூலை జులై జూలై ജൂലൈ ಜುಲೈ જુલાઈ"
    " ਜੁਲਾਈ ژوئیه جولائی กรกฎาคม ก.ค шілде iyul tháng_7 tháng_07",
    "august augusztus augusta avgusta augusti agustus agosti kolovoza elokuuta آب aug août aout agosto ago agost"
    " augustus ágúst ağustos ağu ogos августа авг август серпня жніўня sierpnia augusts augustā rugpjūčio gusht"
    " أغسطس اغسطس أوت אוגוסט αυγούστου αυγουστου αυγ srpna अगस्त ऑगस्ट আগস্ট ஆகஸ்ட் ఆగస్టు ఓగస్టు ഓഗസ്റ്റ് ಆಗಸ್ಟ್"
    " ઓગસ્ટ ਅਗਸਤ اوت اگست สิงหาคม ส.ค тамыз avqust avgust tháng_8 tháng_08",
    "september szeptember septembra septembrie septembar rujna syyskuuta أيلول sept sep septembre septiembre"
    " setiembre settembre sett setembre setembro set setyembre eylül eyl septemba сентября сен сент сентябрь"
    " септембар септембра септември вересня верасня września septembris septembrī rugsėjo shtator سبتمبر ספטמבר"
    " σεπτεμβρίου σεπτεμβριου σεπ σεπτ září सितंबर सितम्बर सप्टेंबर সেপ্টেম্বর செப்டம்பர் సెప్టెంబర్ సెప్టెంబరు"
    " സെപ്റ്റംബർ ಸೆಪ್ಟೆಂಬರ್ સપ્ટેમ્બર ਸਤੰਬਰ سپتامبر ستمبر กันยายน ก.ย қыркүйек sentyabr sentabr tháng_9 tháng_09",
    "october október októbra octombrie oktober oktobra oktobar lokakuuta تشرين_الأول oct okt octobre octubre"
    " ottobre ott outubro out ekim eki oktubre oktoba октября окт октябрь октобар октобра октомври жовтня"
    " кастрычніка października oktoober oktobris oktobrī spalio tetor أكتوبر اكتوبر אוקטובר οκτωβρίου οκτωβριου οκτ"
    " října अक्टूबर अक्तूबर ऑक्टोबर অক্টোবর அக்டோபர் అక్టోబర్ అక్టోబరు ഒക്ടോബർ ಅಕ್ಟೋಬರ್ ઓક્ટોબર ਅਕਤੂਬਰ اکتبر اکتوبر"
    " ตุลาคม ต.ค қазан oktyabr oktabr tháng_10",
    "november novembra noiembrie studenoga studenog novembar marraskuuta تشرين_الثاني nov novembre noviembre"
    " novembro nobyembre kasım kas novemba ноября ноя ноябрь новембар новембра ноември листопада лістапада listopada"
    " novembris novembrī lapkričio nëntor نوفمبر נובמבר νοεμβρίου νοεμβριου νοε listopadu नवंबर नवम्बर नोव्हेंबर"
    " নভেম্বর நவம்பர் నవంబర్ నవంబరు നവംബർ ನವೆಂಬರ್ નવેમ્બર ਨਵੰਬਰ نوامبر نومبر พฤศจิกายน พ.ย қараша noyabr tháng_11",
    "december decembra decembrie desember decembar prosinca joulukuuta كانون_الأول dec dezember dez décembre déc"
    " desembre diciembre dic dicembre dezembro disember disyembre aralık ara desemba декабря дек декабрь децембар"
    " децембра декември грудня снежня grudnia detsember decembris decembrī gruodžio dhjetor ديسمبر דצמבר δεκεμβρίου"
    " δεκεμβριου δεκ prosince दिसंबर दिसम्बर डिसेंबर ডিসেম্বর டிசம்பர் డిసెంబర్ డిసెంబరు ഡിസംബർ ಡಿಸೆಂಬರ್ ડિસેમ્બર"
    " ਦਸੰਬਰ دسامبر دسمبر ธันวาคม ธ.ค желтоқсан dekabr tháng_12",
)  # fmt: skip
MONTHS: dict[str, int] = {
    name.replace("_", " "): number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
# The months of the Iranian calendar, by which its newspapers date.
SOLAR_MONTHS: dict[str, int] = {
    name: number
    for number, name in enumerate("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(), 1)
}
# The year before the first of each era by which Japanese and Taiwanese papers date.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
THAI_YEARS = 543  # of the Buddhist calendar before the common era

WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
    lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
    dilluns dimarts dimecres dijous divendres dissabte diumenge
    lunedì martedì mercoledì giovedì venerdì sabato domenica gio
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo dinsdag saterdag sondag vrydag
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta feira seg ter qua
    qui sex
    hétfő kedd szerda csütörtök péntek szombat vasárnap poniedziałek wtorek środa czwartek piątek sobota niedziela pon
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag mån tis ons tor fre lör sön man tir
    mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
    pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
    pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
    pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa
    luni marți miercuri joi vineri sâmbătă duminică
    ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja ponedeljek torek četrtek petek
    понедељак уторак среда четвртак петак субота недеља понеделник вторник сряда четвъртък петък събота неделя недела
    понеділок вівторок середа четвер п'ятниця п’ятниця субота неділя понедельник вторник четверг пятница суббота
    воскресенье панядзелак аўторак чацвер пятніца нядзеля пн вт ср чт пт сб вс
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    senin selasa rabu kamis jumat jum'at sabtu minggu isnin khamis jumaat ahad
    jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili miyerkules huwebes biyernes sabado linggo
    thứ hai ba tư năm sáu bảy chủ nhật
    الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد
    شنبه یکشنبه دوشنبه سه‌شنبه سه چهارشنبه پنجشنبه پنج‌شنبه جمعه پیر منگل بدھ جمعرات ہفتہ اتوار
    יום ראשון שני שלישי רביעי חמישי שישי שבת
    सोमवार मंगलवार बुधवार गुरुवार गुरूवार शुक्रवार शनिवार रविवार
    সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
    திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு திங்கட்கிழமை செவ்வாய்க்கிழமை புதன்கிழமை வியாழக்கிழமை
    வெள்ளிக்கிழமை சனிக்கிழமை ஞாயிற்றுக்கிழமை సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం
    સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર રવિવાર ಸೋಮವಾರ ಮಂಗಳವಾರ ಬುಧವಾರ ಗುರುವಾರ ಶುಕ್ರವಾರ ಶನಿವಾರ ಭಾನುವಾರ
    തിങ്കൾ ചൊവ്വ ബുധൻ വ്യാഴം വെള്ളി ശനി ഞായർ ਸੋਮਵਾਰ ਮੰਗਲਵਾਰ ਬੁੱਧਵਾਰ ਵੀਰਵਾਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ਨੀਵਾਰ ਐਤਵਾਰ
    วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์
    """.split()
)

# What may stand beside a date: what was done then, prepositions, `at`, parts of the day.
BESIDE_DATES = """
first last son updated published posted modified created date on at publish postado postada posté gepostet geplaatst
le el il den publié publiée publicado actualizado aktualisiert stand veröffentlicht aggiornato pubblicato gepubliceerd
mise mis à jour modifica modifié erschienen atualizado atualizada publicada geändert bijgewerkt op laatst laatste
опубликовано обновлено опубліковано оновлено публикувано обновена обновено
güncelleme güncellenme güncellendi yayınlanma oluşturulma eklenme tarihi giriş kayıt
publicerad publicerat uppdaterad uppdaterat publisert oppdatert udgivet offentliggjort opdateret sist senast
julkaistu päivitetty avaldatud uuendatud publicēts atjaunots paskelbta atnaujinta
opublikowano data publikacji zaktualizowano aktualizacja dodano vydáno publikováno aktualizováno publikované
aktualizované közzétéve frissítve publicat publicării actualizat actualitzat objavljeno ažurirano izmenjeno
δημοσιεύτηκε δημοσίευση ενημερώθηκε ενημέρωση ngày cập nhật đăng lúc
dipublikasikan diperbarui diterbitkan terbit tayang dikemaskini kemaskini
نشر في تاريخ النشر آخر تحديث تم التحديث الساعة بتوقيت جرينتش غرينتش مكة المكرمة ص م صباحا صباحًا صباحاً مساء مساءً
أعلن תאריך פרסום פורסם עודכן ב בשעה ساعت تاریخ انتشار شائع
d megjelent létrehozva módosítva utolsó frissítés ora orele la ultima actualizare ultimo aggiornamento ore uur laatste
update erstellt dodania utworzono ostatnia τελευταία στις actualitzat publicació darrera pagi petang malam tengahari
এএম পিএম পূর্বাহ্ণ অপরাহ্ণ วันที่ เมื่อ น اپ ڈیٹ اپڈیٹ بجے பதிவு பதிவிட்ட புதுப்பிக்கப்பட்டது
प्रकाशित अपडेट अपडेटेड প্রকাশ প্রকাশিত আপডেট เผยแพร่ อัปเดต เวลา น
uhr à a las em às um om alle ore в о у u klo kl saat h ч г hrs noon midnight le em am pm μμ πμ από
gmt utc est edt cst cdt mst mdt pst pdt ist bst cet cest msk мск jst kst sgt aest aedt acst awst nzst nzdt hkt pht pht
bdt myt wib wita wit sast eat wat cat eet eest trt et ct pt
"""

# What stands alone on the line above a date, and says what it is the date of.
HEADINGS = frozenset(
    """published|first published|date published|published on|published at|publication date|date of publication|posted
    |posted on|updated|last updated|updated on|last modified|modified
    |publié|publié le|paru le|mis à jour|mis à jour le|mise à jour|mise à jour le|dernière mise à jour|modifié le
    |date de publication
    |veröffentlicht|veröffentlicht am|erschienen|erschienen am|aktualisiert|aktualisiert am|zuletzt aktualisiert|stand
    |publicado|publicada|publicado el|publicado em|postado|postado em|fecha de publicación|data de publicação
    |actualizado|actualizado el|última actualización|atualizado|atualizada|atualizado em|última atualização
    |pubblicato|pubblicato il|aggiornato|aggiornato il|ultimo aggiornamento|data di pubblicazione
    |gepubliceerd|gepubliceerd op|geplaatst|geplaatst op|bijgewerkt|laatst bijgewerkt
    |publicerad|publicerat|uppdaterad|publisert|oppdatert|udgivet|offentliggjort|opdateret|julkaistu|päivitetty
    |opublikowano|data publikacji|zaktualizowano|aktualizacja|publikováno|aktualizováno|közzétéve|frissítve|publicat
    |actualizat|objavljeno|ažurirano|yayınlanma|yayınlanma tarihi|yayın tarihi|güncelleme|güncelleme tarihi|güncellendi
    |опубликовано|дата публикации|обновлено|опубліковано|оновлено|публикувано|обновена|δημοσιεύτηκε|ενημερώθηκε
    |نشر|نشر في|تاريخ النشر|نُشر في|آخر تحديث|تم التحديث|תאריך פרסום|פורסם|עודכן|प्रकाशित|अपडेट|अपडेटेड|dipublikasikan
    |diperbarui|발행|입력|등록|수정|업데이트|公開日|更新日|掲載日|发布时间|發布時間|发布日期|更新时间|更新時間"""
    .replace("\n", "").replace("    |", "|").split("|")
)  # fmt: skip
