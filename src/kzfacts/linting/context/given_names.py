"""Given names that are those of men or of women only; whoever has another one is neither "he" nor "she" for sure."""

from __future__ import annotations

_MEN = """
abbas abdel abdul abdulaziz abdulla abdullah abish adilbek ahmed ahmet akan akezhan alain albert aleksandar aleksandr
aleksander aleksandre aleksei alexander alexandr alexei alexey ali alikhan almazbek amir anatoly anders andrei andrey
andrzej antonio antony ansip arman armen arnold arseniy ashraf asif askar aslan azamat bakhyt bakytzhan baktykozha
barack bashar bauyrzhan beibut ben benjamin bill boris bronisław bruno bulat carl catalin charles christian
constantin daniel darkhan daulet david didier dimitri dmitri dmitry dmytro donald dosym ehud emmanuel emomali enrico
erlan ermek ernst evo fidel filip françois francois frank frank-walter franklin fumio gennady george gerhard geoffrey
giorgi giulio gordon guido gurbanguly hamid hashim hassan herman hosni hugo igor ilham imran
islam ismail ivan ivo jacques james jan javad jean jean-claude jim jimmy joe john joko jorge jose josé joseph
josé-manuel juan junichiro justin kairat kamal kanat karim kassym-jomart kazimir klaus konstantin
kurmanbek lars laurent lech leonid levan lukas mahmoud manuel manmohan marat marcin mario mariano mark marlen
martin mateusz matteo maulen mevlüt michael michel mihai mikhail mike milan milos miloš mirza mohammad
mohammed mohamed mukhtar murat musa narendra nawaz nicolae nicolas nicos nikita nikol nikolai nursultan nurlan oleg
olzhas omar oralbay oraz paul pavel pavlo petr petro philip pierre qanat radosław radoslaw rapil recep rex richard
robert ronald roman rustam saadat sadyr salman saparmurat sauat sebastian serdar sergei sergey serhiy
shavkat shigeru shinzo silvio simon sooronbay stanislav stephen steven tayyip temir timur toby tony tomasz
tuleutai umirzak urmas vaclav václav valdis viktor victor vincent vitaly vladimir vladislav volodymyr werner
willem william xi yasuo yerlan yerkin yermek yerzhan yoshihide yuri yuriy zhandos zine zoran abai aidos ardak
askhat baurzhan berik daniyar dastan galym kuat maksat marlis nurzhan rashid ruslan sanzhar serik talgat yerbol
andrii angelino antónio ararat artur asset atal audronius bakhtiyor bakhytzhan bernard bidzina binali bolat
bujar chingiz chuck daniyal denys dominic eamon ebrahim edi édouard edward elio elmar elyor enda enzo felipe
feridun franco friedrich gabriel giuseppe gunnar hakan halil hamrokhon heiko heinz heydar hossein hovik ian
ignazio imangali irakli ivica jean-marc jean-noël jean-yves jeenbek jens jeremy jerzy jeyhun joachim johann
joomart josep kabibulla kalmukhanbet keir khalifa kofi kokhir kostyantyn krymbek lamberto linas luigi luiz
magzhan mamnoon manouchehr marco masoud maxim mikheil miroslav mykola nurgali nurtai olaf oleksandr oleksiy
omurbek paolo pervez péter rafael rakhat rishi roberto romano rosen salahuddin sergio serzh shehbaz shimon
sigmar stéphane sébastien sauli tamim thomas tigran tomislav toshimitsu traian ueli vadym vahagn yerbolat
yergali yermukhamet zbigniew zohrab zautbek zhantoro yoshihiko yoshimasa yukio yukiya naoto katsuya koichiro
seiji taro takeshi
"""
_WOMEN = """
aigerim aigul aiman ainur akmaral alma altynai alena aleksandra alexandra alice amina ana anastasia angela ann anna
anne annalena asel asiya assel aung ayşe barbara botagoz catherine chrystia condoleezza cristina dalia dariga dariya
daria dilma dina elena elizabeth ella ellen elvira emine emma ekaterina erna eva federica gulmira gulnar gulnara
gulshara hanna helen helena helga helle hillary hina ingrid irina isabel jacinda jane jen jennifer joyce julia karin
kersti kolinda kate katherine lana larisa lyudmila madeleine madina maia margaret margot maria marie marina mariya
mette michelle micheline nadia nancy natalia natalya nicola olga polina raushan roza
salome samantha sanna saule sarah simonetta sofia susan svetlana tamara tansu tatiana
tatyana theresa tzipi ursula valentina vera victoria viola yekaterina yulia zarina zhanar zhanat zhanna zuzana
byrganym christine cornelia doris élisabeth eveline giorgia heidi kaja kamala liz michèle navi nisha randa
roberta sanae sushma tarja tamar yoko yvette elina
"""
_MEN_AFTER = (
    "ki-moon dae-jung jong-un myung-bak jae-in moo-hyun jintao jinping zemin keqiang jiabao jiechi gaoli leji changlong"
)
_WOMEN_AFTER = "geun-hye"
_MALE_AFTER, _FEMALE_AFTER = frozenset(_MEN_AFTER.split()), frozenset(_WOMEN_AFTER.split())
"""Given names that stand after the name of the family."""
_MALE, _FEMALE = frozenset(_MEN.split()), frozenset(_WOMEN.split())
_TITLES = {
    "mr": "m",
    "mrs": "f",
    "ms": "f",
    "sir": "m",
    "madam": "f",
    "king": "m",
    "queen": "f",
    "emir": "m",
    "pope": "m",
    "prince": "m",
    "princess": "f",
}


def gender_of(name: str, title: str = "") -> str:
    """Return m or f for who is called ``name`` in full, empty where neither name nor title ("Mrs") tells."""
    if title.lower().rstrip(".") in _TITLES:
        return _TITLES[title.lower().rstrip(".")]
    words = name.lower().split()
    if not words:
        return ""
    if words[0] in _TITLES:
        return _TITLES[words[0]]
    if words[0] in _MALE or words[-1] in _MALE_AFTER:
        return "m"
    return "f" if words[0] in _FEMALE or words[-1] in _FEMALE_AFTER else ""
