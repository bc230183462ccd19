"""Lines that stay: those of stories that begin or end like formulas, or hold their words."""

STORY = """\
Additional reporting from the villages came in by boat.
With reports from the front growing worse, he left
Com Reuters não se brinca, disse o ministro
По материалам дела, он был дома
Source: the ministry’s own figures, the auditor said.
Source: Eurostat
Article 5
- 7 -
### Harbour ###
The board’s answer: https://www.courier.example/2019/03/harbour-wall
(see the table on page 3)
See the appendix of the report, page 12.
See you on the new road, A1
This interview was conducted by candlelight in the harbour.
Check back for cracks each spring, engineers advise.
Contact the writer of a will before you sign it
Send Facebook a bill, urges publisher
Views of the harbour do not necessarily sell flats.
Follow the money, the auditor said.
Follow these steps to renew a passport
“Follow us,” the guide shouted over the wind.
"Read more," the minister told pupils, "and scroll less."
Read more books, the minister told pupils in Port Example on Monday, and leave the telephone at home
Reading between the lines of the budget
Related charges against two officers were dropped in May.
More from the front line than from any desk, he reported for thirty years and never missed a deadline. He has retired.
More than 50 people were hurt.
Watch prices rise as exports fall
Watch out for black ice
Subscribe or perish: local papers and their readers
Subscribers to the scheme will be paid by March, the liquidator said.
Sign up for the census by Friday, residents are told
Sign here, the clerk told him
Share prices fell again on Monday.
Share and share alike
Shares in the port operator fell 3 percent.
Copyright law must change, authors say
(c) The Netherlands
© The Great Copyright Robbery
Published in Nature, March 4, 2024
Published in book form, August, 1914
Copyright infringement cost the studio 4 million dollars in 2019.
The rights of all reserved seats lapse at midnight.
Photo shows minister with banned lobbyist
Por Ana Ejemplo | EFE
By Jane Example / AP
Photographs of the wall show cracks from top to bottom.
Image problem dogs candidate
Contact with the ship was lost on Monday.
Contact sports banned in schools
Email from minister leaked
Emails show that the port knew of the cracks.
Advertising revenue fell by a third.
Advertisement boards will be taken down in Harbour Street.
Reporting restrictions were lifted on Monday.
Editing by hand took years
Updated 07 March 2022
March 7, 2022
Search for missing crew called off
Search engine firm releases trial tool
Comment is free, the editor used to say
Comments by the minister drew laughter
Home
World
Sport
Menu prices up by a tenth
Print journalism has a future, says survey
The end of the affair
Ends meet for fewer families
An end to the strike
End of the road for the night ferry
Anzeigen gegen drei Beamte
Werbung wirkt, sagt die Studie
Lesen Sie auch das Kleingedruckte, rät der Anwalt.
Foto zeigt Minister mit Lobbyisten
Teilen der Stadt droht Überflutung
Publicité mensongère : le groupe condamné
Lire aussi vite que possible, tel est le défi
Partager la route avec les vélos
Publicidad engañosa: multan a la empresa
Más información pidió el fiscal antes de decidir.
Leia o contrato antes de assinar, diz o advogado.
Реклама пива вернётся на стадионы
Читать далее ему запретили врачи, сказал он.
広告費が3年ぶりに増加した。
写真は事故の瞬間をとらえていた。
共有地の売却をめぐり住民が提訴した。
广告收入下降三分之一。
分享经济走到尽头
إعلان الطوارئ في ثلاث محافظات
Video from the scene showed smoke rising over the harbour.
Images from the satellite show the dam half empty.
Pictures from the air showed whole streets under water.
Photographs by amateur astronomers confirmed the find.
Photos from the border post showed long queues of lorries.
Video by a bystander shows the bus leaving the road
Changes to the pension law will take effect in June.
Changes to school meals agreed
Changes with the new timetable begin on Sunday.
Changes lead to confusion among pensioners
Updates to the warning system cost two million.
Updates with security fixes were released on Monday.
Powered by two diesel engines, the ferry can carry 400 passengers.
Powered by cheap gas, the region's factories grew for a decade.
Distributed by the Red Cross, the blankets reached the valley on Tuesday.
Licensed under a law of 1974, the casinos pay a fifth of their takings.
Compiled by two historians over nine years, the dictionary holds 40,000 words.
Reported by a neighbour shortly after three, the fire was out by dawn.
Reporting by the two papers led to the minister's resignation.
(Editing by hand is slow.)
See page one of the report, the minister said.
See how the harbour wall fell
See you on the other side
Turn to the left behind the church, she said.
Continued from last year, the fair drew 9,000 visitors.
Continued on his way to the harbour
Continued fighting forced 8,000 from their homes
Turn to A. Example for advice
Story of a harbour in 12 pages
From page to screen in 20 years
More on the way, harbour chief warns
Seite an Seite gegen 12 Gegner
Suite royale pour 3 nuits
Pasa a la final con 3 goles
Segue a ruota con 12 punti
(Writing by candlelight had ruined her eyes.)
Editing by Committee
Written by a retired judge and edited by his daughter, the book was banned.
Production by the refinery fell by a tenth; exports held.
With information from the black box, investigators pieced together the last minutes.
With contributions from forty countries, the fund has reached nine million.
With input from residents, the council redrew the plan.
With files from three archives, she wrote the history of the port.
More from habit than from conviction, the mayor voted for the bridge.
More news about the missing ship is expected on Monday.
More stories about the war were told by the survivors.
More articles in the treaty deal with fishing.
More headlines about the scandal did not help the minister.
Latest news from the front was scarce on Monday.
Local news from the islands used to come by boat.
The story continues after the war, when the brothers meet again.
The story continues below ground, in the tunnels.
By using terms such as collapse, the minister stoked fears.
By continuing to negotiate on these terms the union hopes to save jobs.
All comments are being read by the planning office.
Join us on Saturday at the town hall, the mayor wrote.
Share the view of the harbour with a thousand tourists and you know why they left.
Join our community of growers, the letter said.
Weitere Informationen zum Täter lagen am Abend nicht vor.
Weitere Nachrichten aus dem Erdbebengebiet trafen erst am Abend ein.
Weitere Themen aus der Sitzung waren Straßen und Schulen.
Weitere Artikel zu dem Fall wurden verboten.
Nach der Anzeige ermittelte die Polizei weiter.
Nach der Anzeige gegen den Bürgermeister ermittelt die Staatsanwaltschaft weiter.
Verwendung von Pestiziden soll ab 2027 verboten werden
Weiterverbreitung des Virus ohne Zustimmung der Ämter nicht zu stoppen
Nachdruck verlieh der Minister seiner Forderung mit einem Verbot, das verboten gehört
Mehr Nachrichten aus der Heimat wünschten sich die Soldaten.
Lesen Sie mehr zu Hause, riet der Lehrer.
Édité par une petite maison de Lyon, le livre est épuisé.
Version française du film, doublée à Montréal
Lire la suite de ses aventures est un plaisir.
Recevez chaque invité comme une lettre, disait-elle.
Editado por una pequeña casa de Lima, el libro reúne cuentos.
Con información de la policía, el juez ordenó tres detenciones.
Más información sobre el accidente se espera para el lunes.
Más noticias de la zona no llegaron hasta la noche.
Más información en manos del juez complica al alcalde.
Recibe el alcalde un correo con amenazas de muerte
Descarga la aplicación uno de cada tres vecinos.
Com informações da polícia, os bombeiros localizaram o barco.
A reprodução de animais em cativeiro depende de autorização.
Partilhar esta experiência foi importante, disse a atriz.
Mais notícias de violência chegam da fronteira.
Mais notícias em breve
Leia mais em voz alta, pediu o professor.
Overname van havenbedrijf krijgt toestemming van Brussel
Overname alleen na toestemming van de toezichthouder
Delen op school leren kinderen vroeg.
Meer nieuws uit het gebied kwam er die dag niet.
Więcej na temat wypadku policja powie w poniedziałek.
При использовании самокатов обязательна каска.
При использовании газа обязательна проверка.
Поделиться с соседями урожаем решили дачники.
شارك في الاجتماع وزراء من عشر دول.
شارك في القمة رؤساء تسع دول عربية
مشاركة في المعرض من خمسين دولة
شارك عبر الفيديو عدد من الوزراء
اشترك في القتال مئات الجنود.
حمل تطبيق القانون مفاجآت كثيرة.
إعداد الطعام ثم تحرير الفاتورة
未经许可在该水域捕鱼的三名男子被捕。
未经授权的无人机在机场上空飞行，航班延误。
未经允许进入工地的少年受伤。
扫描二维码点餐的市民越来越多。
关注微信支付安全的专家说
제보는 지난달 말 들어왔다고 경찰은 밝혔다.
무단 복제 혐의로 세 명이 구속됐다.
무단전재 소송에서 신문사가 이겼다
お問い合わせは一日百件に上った。
Reporting restrictions were lifted on Monday; the names can be printed.
تحرير سعر الصرف يرفع الأسعار
إعداد الدستور الجديد يستغرق عاما
Originally published in 1902, the novel sold nine copies.
Published in Tarsova, May was the month in which it sold 3,000.
Published in Tarsova, 1921
© the town, says the wall, and nobody has asked the town.
First published by a monk, the map shows the coast.
This story was first published in 1902 and has never been out of print.
Copyright of songs passed to Tarsova in 1998.
Reprinted with the permission of the widow, the diary sells well.
Dr. Jane Example, a surgeon
(1) The wall is to be rebuilt.
1. The wall is to be rebuilt.
$5 million for the harbour
50 die in ferry fire
3-2
- The council voted nine to two.
• Work begins in May
@courier
…
...
(…)
[...]
}
});
()
Q: And then?
A."""
