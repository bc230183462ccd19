"""Who made or supplied a picture."""

from __future__ import annotations

SELLERS = (
    "getty images,shutterstock,istock,alamy,alamy stock photo,pixabay,unsplash,depositphotos,adobe stock,"
    "wikimedia commons,flickr,picture alliance"
)
SELLERS_ALONE = "getty,istockphoto,imago"
SELLERS_BEHIND_NAMES = "zuma press,ap images"
DESKS = "ap photo,afp photo,nurphoto"

PICTURE_AGENCIES = tuple(f"{SELLERS},{SELLERS_ALONE},{SELLERS_BEHIND_NAMES},{DESKS}".split(","))
"""Who sells pictures and writes no stories, in lower case: a name before one of these is a photographer's."""

SHAPES = {
    "": """
        {afp,ap,reuters,epa,getty,dpa,upi,ansa,efe,tass,xinhua,shutterstock,istock,alamy,pixabay,unsplash,
        bloomberg} {photo,foto,image,images,photos,pic,via getty images,archive}
        {afp,ap,reuters,epa,dpa,pa,getty images,efe,ansa,xinhua} / …
        {afp,ap,reuters,epa,dpa,pa,getty images} photo / … | {afp,ap,reuters,epa} photo by …
        {getty images,getty,shutterstock,istock,alamy,imago,picture alliance} {/,via,-} …
        … {/,|} {afp,reuters,ap,epa,epa-efe,dpa,ansa,efe,keystone,xinhua,tass,anadolu,upi,pa wire,
        pa,belga,anp,pap,lusa,lehtikuva} | xinhua/ …
    """
    f"""
        {{{SELLERS},{SELLERS_ALONE}}}
        … {{/,via,|}} {{{SELLERS},{SELLERS_BEHIND_NAMES}}}
        … {{/,|}} {{{DESKS}}}
    """,
    "en": """
        {photo,photos,picture,pictures,image,images,video,graphic,illustration,photograph,photography,cartoon,
        photo illustration} {credit,credits,courtesy,source}: …
        {photo,photos,picture,pictures,image,images,credit,credits,photograph,photography,illustration,graphic,
        image via,photo via,picture via}: …
        {photo,photos,picture,image,photograph,video,illustration,graphic} {credit,credits}
        {photo,photos,picture,pictures,image,photograph,photographs,illustration,graphic,video} {by,via,from} NAMES
        {photo,photos,picture,pictures,image,photograph,photographs,illustration,graphic,video} {courtesy of,
        courtesy} … | {photo,photos} by {the author,a reader}
        {file,archive,stock,representative,representational,undated,handout} {photo,photo credit,image,picture,pic,
        photograph}
        {file,archive,stock,representative,representational,undated,handout} {photo,image,picture,pic,photograph}: …
        {image,photo,picture} {caption,copyright,source} … | media caption … | {courtesy,credit}: …
        {enlarge,expand,zoom} {image,photo,this image,caption,toggle caption} | {hide,toggle,view} caption | caption
    """,
    "de": """
        {foto,fotos,bild,bilder,bildquelle,fotoquelle,bildnachweis,fotocredit,quelle bild,symbolbild,symbolfoto,
        archivfoto,archivbild,grafik,illustration}: … | {symbolbild,symbolfoto,archivbild,archivfoto}
        … {/,|} {picture alliance,dpa-bildfunk,symbolbild}
    """,
    "fr": """
        {photo,photos,crédit photo,crédits photo,crédit,crédits,image,illustration,photographie,photo d'illustration,
        photo d'archives}: … | {photo,photos} {d'illustration,d'archives,archives} | © crédit photo … | crédit photo …
        crédits photos … | photo {afp,reuters,ap,dr,d.r.}
    """,
    "es": """
        {foto,fotos,fotografía,fotografías,imagen,crédito,créditos,foto archivo,foto de archivo,imagen de archivo,
        ilustración}: … | foto {de archivo,archivo,referencial,cortesía,ilustrativa}
        imagen {de archivo,referencial,ilustrativa} | foto {cortesía,de,por} {de,efe,afp,ap,reuters,archivo} …
    """,
    "pt": """
        {foto,fotos,imagem,imagens,crédito,créditos,crédito da foto,ilustração}: …
        {foto,imagem} {ilustrativa,de arquivo,reprodução,divulgação} | {foto,imagem}: {divulgação,reprodução,arquivo}
        {reprodução,divulgação} / …
    """,
    "it": """
        {foto,fotografia,immagine,credit,credits,credito,credit foto,foto credit,foto d'archivio,
        immagine d'archivio}: … | foto {ansa,d'archivio,di repertorio,archivio} | immagine {d'archivio,di repertorio}
    """,
    "nl": """
        {foto,foto's,beeld,afbeelding,illustratie,fotografie}: … | {archieffoto,foto ter illustratie,archiefbeeld}
        {beeld,foto} {anp,belga,epa,afp,reuters,ap,getty,getty images,rv,rr,hollandse hoogte}
        © {anp,belga,epa,afp,ap,getty,rv,rr} …
    """,
    "pl": """
        {fot,foto,zdjęcie,źródło zdjęcia,autor zdjęcia,źródło,zdjęcie ilustracyjne}: … | fot. …
        {zdjęcie ilustracyjne,zdjęcie poglądowe,zdj. ilustracyjne}
    """,
    "ru": """
        {фото,фотография,фотографии,иллюстрация,источник фото,автор фото,фото автора}: …
        фото {из архива,автора,реклама,с сайта,пресс-службы} … | фото {из архива,автора}
        © {риа новости,тасс,рбк,интерфакс,фото,sputnik} …
    """,
    "uk": "{фото,ілюстрація,джерело фото}: … | фото {з архіву,ілюстративне}",
    "tr": "{fotoğraf,foto,görsel,fotoğraflar}: … | {arşiv fotoğrafı,temsili fotoğraf,temsili görsel}",
    "ar": """
        {صورة,الصورة,تصوير,مصدر الصورة,صورة من}: … | {صورة أرشيفية,صورة توضيحية,أرشيفية,صورة تعبيرية} | مصدر الصورة …
    """,
    "ja": """
        {写真,撮影,画像,写真提供,画像提供,イラスト}: … | {写真は,画像は}{イメージ,イメージです,資料,資料写真}
        {写真,撮影}=… | ©{afp,時事,共同}…
    """,
    "zh": """
        {图,图片,摄影,图源,图片来源,资料图,配图,题图,图文,圖,圖片,攝影,圖片來源,資料照,照片}: …
        {资料图片,资料图,资料照片,資料照片,示意图,示意圖,网络图片,图片来自网络,圖片來源網路}
        {新华社,中新社}{记者,发}…摄 | 视觉中国… | 图片来自…
    """,
    "ko": """
        {사진,사진제공,자료사진,그래픽}: … | {사진,사진제공,자료사진,그래픽,영상}=…
        {사진,사진제공,자료사진,그래픽,영상} =… | {자료사진,사진은 기사와 무관,사진은 기사와 관련 없음}
    """,
    "sv": "{foto,bild}: … | {arkivbild,arkivfoto,genrebild}",
    "da": "foto: … | arkivfoto",
    "nb": "foto: … | {arkivfoto,illustrasjonsfoto}",
    "fi": "{kuva,kuvat}: … | {arkistokuva,kuvituskuva}",
    "cs": "{foto,zdroj,ilustrační foto}: … | {ilustrační foto,ilustrační snímek}",
    "sk": "{foto,zdroj}: … | ilustračné foto",
    "hr": "foto: … | {ilustracija,arhiva}",
    "ro": "{foto,sursa foto,imagine}: … | {foto arhivă,imagine ilustrativă}",
    "hu": "{fotó,kép,fotók,forrás}: … | {képünk illusztráció,illusztráció}",
    "el": "{φωτο,φωτογραφία,φωτό,πηγή φωτογραφίας}: … | φωτογραφία αρχείου",
    "id": "{foto,gambar,ilustrasi}: … | ilustrasi | dok. …",
    "vi": "{ảnh,ảnh minh họa}: … | ảnh minh họa",
    "hi": "{फोटो,तस्वीर}: …",
}
