"""How agencies sign a story: reporting by, editing by, with files from, the source named alone."""

from __future__ import annotations

SHAPES = {
    "": """
        ap-{ny,wf,es,cs,ws}-#-#-# #{,est,edt,gmt} | ap-{ny,wf,es,cs,ws}-#-#-# # {est,edt,gmt}
        {dpa,afp,ap,ats,apa,ansa,efe,lusa,pap,tt,ntb,ritzau,anp,belga} {xx,yy} … | {/,}ap/ … | nnnn #
        #-{jan,gen,feb,mar,apr,may,mag,jun,giu,jul,lug,aug,ago,sep,set,oct,ott,nov,dec,dic}-# #:# nnnn
    """,
    "en": """
        reporting by NAMES | {additional,extra,further} reporting {by,from} NAMES | {writing,written} by … editing by …
        ({writing,editing,graphics,production,compiled} by NAMES
        {compiled,reported,reporting and writing,reporting and editing,writing and editing} by NAMES
        {production,graphics,graphic} by … editing by … | {production,graphics} by NAMES
        with {files,reporting,additional reporting,contributions,inputs,input,agency inputs,agency input,
        information,reports,a report} from NAMES | with {agency,agencies} {inputs,input}
        with inputs from {agencies,pti,ani,ians,afp,ap,reuters} | {with,-} files from NAMES
        {inputs from,input from} {agencies,pti,ani,ians,afp,ap,reuters} | (with {agencies,pti inputs,agency inputs})
        … contributed to this {report,story,article,dispatch}
        … contributed {reporting,reporting for this article,research,reporting to this article}
        {associated press,ap,reuters,afp,staff,bloomberg,new york times} {writer,writers,reporter,reporters,
        journalist,journalists,correspondent,correspondents} … contributed …
        {the associated press,reuters,associated press,agence france-presse,afp,bloomberg news,
        staff reports} contributed {to this report,to this story}
        {information from,material from,includes reporting from} … {was used,is included} in this {report,story}
        this {report,story,article} {includes,contains} {information,material,reporting} from …
        this {story,article,report} {has been,was} {published from,sourced from,auto-generated from,generated from,
        automatically generated from,produced by} …
        {this story has not been edited by,except for the headline,with the exception of the headline}…
        (this story has not been edited by … | this story {was,has been} {updated,corrected} … {to,with} …
        {this,the} {story,article,report,post} {was,has been} {updated,corrected,amended} | check back for updates
        {this,the} interview was {conducted,edited,translated,recorded} by NAMES
        this {is a developing story,is a breaking news story,story is developing,is a breaking story} …
        {more to come,more follows,more details to follow,more soon,refile,recasts,updates throughout}
        {adds,recasts,corrects,refiles,rewrites,removes} {details,with,throughout,lead,quote,quotes,background,analyst,
        comment,comments,byline,story,paragraph,headline,first paragraph,dateline,reaction,in paragraph,attribution,
        context,share,shares} … | {recasts,corrects,refiles} to … | repeats to additional …
        (updates with … | updates with {details,quote,quotes,background,analyst,comment,comments,reaction,context,
        share,shares} …
        {updates,repeats,changes} {throughout,quote,quotes,byline,story,paragraph,headline,first paragraph,dateline,
        in paragraph,attribution} …
        source: {reuters,ap,afp,bloomberg,xinhua,dpa,upi,associated press,agencies,agency,pti,ani,bbc,cnn,ians,
        al jazeera,news agencies,news agency,wires,staff,tass,efe,ansa,itar-tass,interfax,kyodo,yonhap,antara}
        source: {reuters,ap,afp,bloomberg,xinhua,dpa,upi,associated press,al jazeera,news agencies} …
        {our,the} standards: the thomson reuters trust principles | {our,the} standards: … trust principles
        (reporting … ; … | eds: … | (… # {page,pages,p.,pp.,pg} # | (… # {page,pages,p,pp,pg}#
        this {report,story} by {the canadian press,the associated press,reuters,afp} was first published …
    """,
    "de": """
        ({redigiert,geschrieben} von NAMES
        (bericht von … | (von … redigiert von … | bericht von … redigiert von … | mitarbeit: …
        mit material {von,der} {dpa,afp,reuters,apa,sda} … | mit {agenturmaterial,agenturen}
        {quelle,quellen}: {dpa,afp,reuters,apa,sda,ots,sid,ap,ntv.de,t-online} …
        {dpa,afp,apa,sda,sid,reuters,ap} {/,-} {dpa,afp,apa,sda,sid,reuters,ap,dpa-infocom} | dpa-infocom … dpa:# …
        dpa-notizblock
    """,
    "fr": """
        (avec {afp,reuters,ap,l'afp,agences,les agences} …) | avec {afp,reuters,ap,l'afp,agences,les agences}
        (avec {afp,reuters,ap,l'afp,agences,les agences}) | {reportage,rédaction} de … édité par …
        (par … édité par …
        ({reportage,rédaction,rédigé par,version française,édité par} … | {rédigé par,version française} … édité par …
        version française NAMES | édité par NAMES | source: {afp,reuters,ap,agences,belga,ats}
        {le monde,le figaro,libération,le parisien,l'express,le point,franceinfo,la rédaction} avec {afp,
        reuters,ap,agences}
    """,
    "es": """
        (con información de … | con información de NAMES
        ({reporte,reportes,editado,reporte adicional,traducido} {de,por} …
        {reporte adicional,información adicional} de … | editado en español … | editado por NAMES
        (edición: … | edición: NAMES
        {fuente,fuentes}: {efe,afp,ap,reuters,europa press,notimex,télam,dpa,agencias}
        {fuente,fuentes}: {efe,afp,ap,reuters,europa press,notimex} … | con {efe,agencias,afp}
    """,
    "pt": """
        com informações {da,de,do,das} NAMES | ({reportagem de,edição de,texto de,reportagem adicional de} …
        (edição: … | edição: NAMES
        {fonte,fontes}: {reuters,lusa,afp,ap,agência brasil,agência lusa,estadão conteúdo,agências,folhapress}
        com {reuters,lusa,afp,ap,agências,agência brasil,estadão conteúdo,folhapress}
    """,
    "it": """
        ({ansa,agi,adnkronos,askanews,lapresse,italpress,reuters,dire}) | (ansa).
        {fonte,fonti}: {ansa,agi,adnkronos,askanews,reuters,afp,lapresse} | tradotto … redazione …
        ({redattore,tradotto da,in redazione,versione italiana,scritto da} … | in redazione a …
    """,
    "nl": """
        (bron: {anp,belga,afp,reuters,ap,novum}) | bron: {anp,belga,afp,reuters,ap,novum,bnr,nos,nu.nl}
        (reportage door … | {verslaggeving,redactie} door …
    """,
    "pl": """
        {źródło,źródła}: {pap,reuters,afp,iar,polsat news,tvn} | {źródło,źródła}: {pap,reuters,afp,iar} …
        ({pap,iar,ap,afp}) | pap - nauka …
    """,
    "ru": """
        источник: {тасс,риа новости,интерфакс,рейтер,reuters,afp,рбк} | ({репортаж,при участии,редактор} …
        {редактор,корреспондент,перевёл,перевел}: … редактор … | соб. инф
        по материалам {сми,тасс,риа новости,интерфакс,рейтер,рбк,информагентств,иностранных сми,зарубежных сми}
    """,
    "uk": "джерело: {укрінформ,уніан,рейтер,reuters,afp}",
    "tr": "kaynak: {aa,dha,iha,reuters,afp,ap,anka} | ({aa,dha,iha,anka})",
    "fa": "انتهای پیام | انتهای پیام / # | انتهای پیام/# | انتهای خبر | کد خبر: # | کد خبر #",
    "ar": """
        (إعداد … | إعداد … - تحرير … | ({تغطية صحفية,إعداد,تحرير} …
        المصدر: {رويترز,وكالات,الجزيرة,أ ف ب,أ.ف.ب,أسوشيتد برس,فرانس برس,الأناضول} …
        المصدر: {رويترز,وكالات,الجزيرة,أ ف ب,أ.ف.ب,الأناضول,الجزيرة + وكالات} | المصدر: …
    """,
    "ja": """
        ({時事通信,共同,ロイター,afp,afp=時事,時事,共同通信,afpbb news})
        【{時事通信,共同,ロイター,afp,afp=時事,時事,共同通信}】 | {原文,翻訳,編集}: …
        提供: {ロイター,共同通信,afp,時事通信}
    """,
    "zh": """
        (来源: … | 来源: … | (新华社) | {新华社,中新社,央视新闻}) | (完) | 完 | (責任編輯: … | (责任编辑: …
        資料來源: … | 來源: …
    """,
    "sv": "(tt) | källa: {tt,reuters,afp}",
    "cs": "{zdroj}: {čtk,reuters,afp,ctk}",
    "hu": "(mti) | forrás: {mti,reuters,afp}",
    "ro": "{sursa,sursă}: {agerpres,mediafax,reuters,afp}",
    "id": "sumber: {antara,reuters,afp,xinhua} | {editor,penerjemah}: … | copyright © antara #",
}
