"""Words that stories of any subject share: too many to be stop words, too common to tell in a few paragraphs.

Of one English story in a hundred or more, and at most four times as often in the second half of a story whose first
half has them (2,519 stories of two development pools), but for names and for what a story may be about (`service`,
`moving`). Short stories share one or two of these by chance, which a source of few paragraphs does not show. As stop
words of every source they cost nine newspapers nine more errors of 126. Only English is here.
"""

from __future__ import annotations

from clean.news.words import STEM

_WORDS = """
abilities ability able absence acceptable accepting accompanied accomplished accurate achieved achievement achieving
action actions adding affect affects afternoon afterwards agreed allow allowed alongside altogether amid anybody
anywhere apparent apparently appear appeared appearing appears approach approached approaches argue argues aside
assume attached attitude available avoided badly based basis became become becoming begin begun behalf biggest
bringing brings brought busy careful carried carries carry carrying caught causing chance change changed changes
changing chief chosen claimed clear clearly close closely closing coincided commenting commit committed commonly
comparable compared comparison complete completed completely concern concerned concerns confident consecutive
consider considerable considerably considered continue continued continues continuing contrast control controlled
count counted create created creates critical currently dealing decide decided dedicated deep deliberately deliver
delivers demanded demanding depend determine difference different difficult difficulties difficulty directed
directly disappear disappeared disappointed doubts dramatic draw drawn drew dropped dropping earlier earliest easier
effect effective effectively effort efforts eight elsewhere ending enjoyed enjoying ensure ensured ensures enter
entering entirely equally especially establish established estimated events eventual eventually evident exact
exactly excellent existing expand expanded expect expectation expecting expects explained express expressed
expressing extend extended extending extent face faces facing fact fail failed failing fair feel feeling fellow felt
fifth figured figures find finding finished firm follow followed following follows forced forget forward found fully
future gain general generally giant giving ground group groups grow growing handle happen happened happy hardly
haven heard heavily heavy held hide higher highest highly hope hoped hopes hours huge hugely hundred hundreds idea
ideal ignore ignored immediately importance important improve improved improvements improves improving include
included includes including increase increased increases increasing increasingly indeed inside insists instead
intend intends interest interested interests invited involved involving joined joining joint keen keeping keeps kept
knew lack laid large largely larger largest launched leading leads leave leaving left length level levels longer
looked looking lose lost lowest lying mainly major manage managed managing meant meet member members mistake mixed
moment moments morning myself needed newly numbers obvious obviously offered offering offers officially ongoing
opening opens opportunities opportunity ordinary otherwise outcome partly parts perfectly period person personal
persons picked picking placed pointed pointing popular position positive possibility possible potential potentially
powerful practical prepare prepared preparing pressure previous previously principle problem problems progress
prompted prompting promptly proof proud prove proved provide provided provides providing publicly pulled pushed
pushing putting quick quickly quite raised ranging rapidly rare rather reach reached reaches reaching ready real
really reason reasonable reasons receive received receives receiving recent recently recognised recommended reduce
reduced reducing reflect regular regularly relative remain remained remaining remains remarkable remarks remind
remove removed repeat repeated repeatedly replace replaced replacing replied reportedly representative represented
respect respected respond responded responding response responsibility responsible rest result resulted results
return returned returning reveal revealed reveals risen rose sent separate separately series serious seriously serve
served seventh severe short showing shown shows side sides similar similarly simple simply situation sixth slow
slower sought speaking special spent spoke spokesperson start started starting starts stay step stepped stood strong
stronger strongly subsequent succeed success successful suffer suffered suffers suggested suggestion suitable
support supported supporting supposed takes temporarily tens thanks themselves thought throughout tomorrow total
tough tougher tried true truly trying turned turning turns understand unknown unless urged usual usually vowed wants
warned watched welcomed widely wish worked world worry wrote
"""

FILLERS = frozenset(word[:STEM] for word in _WORDS.split())
"""Cut as topic words are (`news/words.py`)."""
