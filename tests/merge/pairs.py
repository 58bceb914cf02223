"""Pairs of tellings written for this: the same event or two events. One telling a line:

date | kind | actors | countries | place | sentence. The sentence serves as label and evidence.
"""
# ruff: noqa: E501 - a pair a line reads as a table

import hashlib

from timeline_app.dates import FuzzyDate
from timeline_app.model import Fatalities, Kind, Mention, Source, Status


def mention(
    line: str,
    outlet: str = "Wire A",
    *,
    status: Status = Status.REPORTED,
    toll: int = 0,
    agents: str = "",
    lang: str = "en",
) -> Mention:
    """A telling from its line."""
    date, kind, actors, countries, place, sentence = (part.strip() for part in line.split("|"))
    return Mention(
        article=hashlib.sha256(f"{outlet}{sentence}".encode()).hexdigest()[:16],
        source=Source(outlet=outlet, title=sentence[:30]),
        evidence=sentence,
        start=0,
        end=len(sentence),
        date=FuzzyDate.parse(date),
        timex=date,
        timex_start=0,
        timex_end=1,
        resolution="",
        label=" ".join(sentence.rstrip(".").split()[:12]),
        kind=Kind(kind),
        status=status,
        actors=tuple(filter(None, actors.split(";"))),
        agents=tuple(filter(None, agents.split(";"))),
        countries=tuple(filter(None, countries.split(";"))),
        place=place,
        fatalities=Fatalities(low=toll, high=toll) if toll else None,
        lang=lang,
    )


SAME = [
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06-12 | attack | Mali | ML | Tessit | Nine Malian soldiers die in an ambush near Tessit."),
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06-13 | attack | Mali | ML | Tessit | Army says gunmen killed eleven soldiers near Tessit."),
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06 | attack | Mali | ML | Tessit | Soldiers killed near Tessit in June attack."),
    ("2024-06-12 | attack | Mali;JNIM | ML | Tessit | JNIM fighters attack the camp at Tessit.", "2024-06-12 | attack | Mali;JNIM | ML | Tessit | Des combattants du JNIM attaquent le camp de Tessit."),
    ("2023-07-26 | coup | Mohamed Bazoum;Niger | NE | Niamey | Presidential guard detains President Mohamed Bazoum.", "2023-07-26 | coup | Mohamed Bazoum;Niger | NE | | Soldiers topple Mohamed Bazoum in Niger."),
    ("2023-07-26 | coup | Mohamed Bazoum;Niger | NE | Niamey | Presidential guard detains President Mohamed Bazoum.", "2023-07-26 | coup | Mohamed Bazoum;Niger | NE | Niamey | La garde présidentielle arrête le président Mohamed Bazoum."),
    ("2023-07-26 | coup | Mohamed Bazoum;Niger | NE | | Soldiers topple Mohamed Bazoum in Niger.", "2023-07 | coup | Mohamed Bazoum;Niger | NE | | Coup against Mohamed Bazoum in Niger."),
    ("2020-08-18 | coup | Ibrahim Boubacar Keïta;Mali | ML | Kati | Mutineers seize President Keïta and drive him to Kati.", "2020-08-18 | coup | Ibrahim Boubacar Keïta;Mali | ML | Kati | Soldiers from Kati arrest President Keïta and his prime minister."),
    ("2022-02-17 | withdrawal | Emmanuel Macron;France;Mali | FR;ML | | Macron announces French withdrawal from Mali.", "2022-02-17 | withdrawal | France;Operation Barkhane;Mali | FR;ML | | France announces the withdrawal of Barkhane from Mali."),
    ("2022-02-17 | withdrawal | Emmanuel Macron;France;Mali | FR;ML | | Macron announces French withdrawal from Mali.", "2022-02-17 | withdrawal | Emmanuel Macron;France;Mali | FR;ML | | Macron annonce le retrait français du Mali."),
    ("2022-08-15 | withdrawal | France;Operation Barkhane;Mali | FR;ML | Gao | Last French soldiers of Barkhane leave Gao.", "2022-08-15 | withdrawal | France;Operation Barkhane;Mali | FR;ML | | Last soldier of Operation Barkhane leaves Mali."),
    ("2022-08-15 | withdrawal | France;Operation Barkhane;Mali | FR;ML | Gao | Last French soldiers of Barkhane leave Gao.", "2022-08 | withdrawal | France;Operation Barkhane | FR;ML | | Barkhane's last soldiers leave Mali."),
    ("2023-09-16 | agreement | Mali;Burkina Faso;Niger;AES | ML;BF;NE | | Mali, Burkina Faso and Niger sign the Liptako-Gourma charter.", "2023-09-16 | agreement | Mali;Burkina Faso;Niger;AES | ML;BF;NE | Bamako | Three juntas sign Liptako-Gourma charter founding AES."),
    ("2023-09-16 | agreement | Mali;Burkina Faso;Niger | ML;BF;NE | | Mali, Burkina Faso and Niger sign the Liptako-Gourma charter.", "2023-09-16 | agreement | Mali;Burkina Faso;Niger | ML;BF;NE | | Mali, Burkina Faso et Niger signent la charte du Liptako-Gourma."),
    ("2024-01-28 | agreement | Mali;Burkina Faso;Niger;ECOWAS | ML;BF;NE | | Mali, Burkina Faso and Niger announce they are leaving ECOWAS.", "2024-01-28 | withdrawal | Mali;Burkina Faso;Niger;ECOWAS | ML;BF;NE | | Three Sahel juntas quit ECOWAS, Mali, Burkina Faso and Niger announce."),
    ("2022-01-09 | sanction | ECOWAS;Mali | ML | | ECOWAS imposes trade sanctions on Mali.", "2022-01-09 | sanction | ECOWAS;Mali | ML | | ECOWAS closes borders and imposes sanctions on Mali."),
    ("2022-07-03 | sanction | ECOWAS;Mali | ML | | ECOWAS lifts sanctions on Mali.", "2022-07-03 | sanction | ECOWAS;Mali | ML | | La CEDEAO lève les sanctions contre le Mali."),
    ("2021-09-25 | diplomacy | Sergey Lavrov;Mali;Russia | ML;RU | | Lavrov says Mali approached private Russian companies.", "2021-09-25 | diplomacy | Sergey Lavrov;Mali;Russia | ML;RU | | Lavrov confirms Mali turned to private Russian military companies."),
    ("2021-09-25 | diplomacy | Choguel Kokalla Maïga;France;Mali | ML;FR | | Choguel Maïga accuses France of abandoning Mali.", "2021-09-25 | diplomacy | Choguel Kokalla Maïga;France;Mali | ML;FR | | Prime minister Maïga tells UN that France abandoned Mali in mid-flight."),
    ("2013-01-11 | deployment | France;Operation Serval;Mali | FR;ML | | France launches Operation Serval.", "2013-01 | deployment | France;Operation Serval;Mali | FR;ML | | France launched Operation Serval in Mali."),
    ("2013-01-11 | deployment | France;Operation Serval;Mali | FR;ML | | France launches Operation Serval.", "2013 | deployment | France;Operation Serval | FR;ML | | French Operation Serval launched."),
    ("2013-02-18 | deployment | European Union;EUTM Mali;Mali | ML | | EU launches training mission EUTM Mali.", "2013-02 | deployment | European Union;EUTM Mali;Mali | ML | | European Union launches training mission EUTM Mali for army."),
    ("2013-02-18 | deployment | European Union;EUTM Mali;Mali | ML | | EU launches training mission EUTM Mali.", "2013 | deployment | EUTM Mali;Mali | ML | | Training mission EUTM Mali launched."),
    ("2019-03-23 | attack | | ML | Ogossagou | Militiamen massacre 160 villagers at Ogossagou.", "2019-03-23 | attack | | ML | Ogossagou | Environ 160 habitants massacrés à Ogossagou."),
    ("2019-03-23 | attack | | ML | Ogossagou | Militiamen massacre 160 villagers at Ogossagou.", "2019-03 | humanitarian | | ML | Ogossagou | Massacre of villagers at Ogossagou."),
    ("2021-11-14 | attack | Burkina Faso | BF | Inata | Jihadists kill 53 gendarmes at Inata.", "2021-11-14 | attack | Burkina Faso | BF | Inata | Attack on gendarmerie post at Inata leaves 57 dead."),
    ("2021-06-04 | attack | | BF | Solhan | More than 130 civilians massacred at Solhan.", "[2021-06-04..2021-06-05] | attack | | BF | Solhan | Gunmen massacre civilians in Solhan overnight."),
    ("2023-11-14 | attack | Mali;Wagner Group | ML | Kidal | Malian army and Wagner take Kidal.", "2023-11-14 | rebellion | Mali | ML | Kidal | Malian army enters Kidal."),
    ("2023-12-31 | withdrawal | MINUSMA;Mali | ML | | MINUSMA completes its withdrawal from Mali.", "2023-12 | withdrawal | MINUSMA;Mali | ML | | MINUSMA ends its withdrawal from Mali."),
    ("2023-06-30 | withdrawal | UN Security Council;MINUSMA;Mali | ML | | Security Council ends the mandate of MINUSMA.", "2023-06-30 | withdrawal | UN Security Council;MINUSMA | ML | | UN Security Council votes to end MINUSMA's mandate."),
    ("2021-04-20 | politics | Idriss Déby;Chad | TD | | Chad's president Idriss Déby dies of wounds.", "2021-04-20 | politics | Idriss Déby;Chad | TD | | Idriss Déby dies after battle with rebels."),
    ("2021-04-20 | politics | Idriss Déby;Chad | TD | | Chad's president Idriss Déby dies of wounds.", "2021-04-20 | politics | Idriss Déby;Chad | TD | | Mort du président tchadien Idriss Déby."),
]  # fmt: skip

OTHER = [
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06-12 | attack | Mali | ML | Diafarabé | Gunmen kill nine villagers near Diafarabé."),
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06-25 | attack | Mali | ML | Tessit | Gunmen kill five soldiers near Tessit."),
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06-12 | attack | Niger | NE | Tillabéri | Gunmen kill nine soldiers near Tillabéri."),
    ("2024-06-12 | attack | Mali | ML | Tessit | Gunmen kill nine soldiers near Tessit.", "2024-06-12 | diplomacy | Mali;United States | ML;US | | Washington condemns violence in Mali."),
    ("2014-05-17 | attack | Mali | ML | Kidal | Clashes in Kidal as premier visits.", "2014-05-21 | attack | Mali;MNLA | ML | Kidal | MNLA routs Malian forces in Kidal."),
    ("2020-08-18 | coup | Ibrahim Boubacar Keïta;Mali | ML | Kati | Mutineers seize President Keïta.", "2021-05-24 | coup | Bah N'Daw;Mali | ML | Kati | Soldiers arrest President N'Daw and drive him to Kati."),
    ("2022-01-24 | coup | Roch Marc Christian Kaboré;Burkina Faso | BF | | Soldiers oust President Kaboré.", "2022-09-30 | coup | Paul-Henri Sandaogo Damiba;Burkina Faso | BF | | Soldiers oust Damiba in Burkina Faso."),
    ("2022-01-24 | coup | Roch Marc Christian Kaboré;Burkina Faso | BF | | Soldiers oust President Kaboré.", "2022-01-28 | diplomacy | ECOWAS;Burkina Faso | BF | | ECOWAS holds emergency summit on Burkina Faso."),
    ("2020-08-18 | coup | Mali | ML | | Mutineers seize President Keïta.", "2020-08-19 | sanction | African Union;Mali | ML | | African Union suspends Mali."),
    ("2020-08-19 | sanction | African Union;Mali | ML | | African Union suspends Mali.", "2020-08-20 | sanction | ECOWAS;Mali | ML | | ECOWAS imposes sanctions on Mali."),
    ("2022-01-09 | sanction | ECOWAS;Mali | ML | | ECOWAS imposes trade sanctions on Mali.", "2022-07-03 | sanction | ECOWAS;Mali | ML | | ECOWAS lifts sanctions on Mali."),
    ("2021-09-24 | diplomacy | Josep Borrell;European Union;Mali;Russia | ML;RU | | Borrell warns Mali against hiring Russian mercenaries.", "2021-09-25 | diplomacy | Sergey Lavrov;Russia;Mali | ML;RU | | Lavrov says Mali approached private Russian companies."),
    ("2021-09-25 | diplomacy | Choguel Kokalla Maïga;France;Mali | ML;FR | | Choguel Maïga accuses France of abandoning Mali.", "2021-09-25 | diplomacy | Sergey Lavrov;Russia;Mali | ML;RU | | Lavrov says Mali approached private Russian companies."),
    ("2013-01-11 | deployment | France;Operation Serval;Mali | FR;ML | | France launches Operation Serval.", "2014-08-01 | deployment | France;Operation Barkhane | FR;TD | | France launches Operation Barkhane."),
    ("2013-01-11 | deployment | France;Operation Serval;Mali | FR;ML | | France launches Operation Serval.", "2013-02-18 | deployment | European Union;EUTM Mali;Mali | ML | | EU launches training mission EUTM Mali."),
    ("2013-01-17 | deployment | European Union;EUTM Mali;Mali | ML | | EU Council sets up EUTM Mali.", "2024-05-18 | withdrawal | European Union;EUTM Mali;Mali | ML | | Mandate of EUTM Mali expires."),
    ("2022-02-17 | withdrawal | France;Mali | FR;ML | | Macron announces French withdrawal from Mali.", "2022-08-15 | withdrawal | France;Operation Barkhane;Mali | FR;ML | Gao | Last French soldiers leave Gao."),
    ("2023-09-24 | withdrawal | Emmanuel Macron;France;Niger | FR;NE | | Macron announces withdrawal of troops from Niger.", "2023-12-22 | withdrawal | France;Niger | FR;NE | | Last French troops leave Niger."),
    ("2023-08-13 | withdrawal | MINUSMA | ML | Ber | MINUSMA leaves its base at Ber.", "2023-10-31 | withdrawal | MINUSMA | ML | Kidal | MINUSMA leaves its base at Kidal."),
    ("2015-05-15 | agreement | Mali | ML | Bamako | Mali and loyalist groups sign the peace accord.", "2015-06-20 | agreement | CMA;Mali | ML | Bamako | CMA rebels sign the peace accord."),
    ("2015-06-20 | agreement | CMA;Mali | ML | | CMA signs the peace accord.", "2024-01-25 | agreement | Mali | ML | | Mali's junta ends the peace accord."),
    ("2023-09-16 | agreement | Mali;Burkina Faso;Niger;AES | ML;BF;NE | | Mali, Burkina Faso and Niger found the AES.", "2024-07-06 | agreement | AES;Mali;Burkina Faso;Niger | ML;BF;NE | Niamey | AES becomes a confederation."),
    ("2024-01-28 | agreement | Niger;ECOWAS | NE | | Niger announces that it is leaving ECOWAS.", "2025-01-29 | agreement | Niger;ECOWAS | NE | | Niger's exit from ECOWAS takes effect."),
    ("2020-06-05 | protest | Mahmoud Dicko;Mali | ML | Bamako | Mass rally against President Keïta in Bamako.", "2020-07-10 | protest | M5-RFP;Mali | ML | Bamako | Police shoot marchers in Bamako."),
    ("2021-06-07 | politics | Assimi Goïta;Mali | ML | | Goïta sworn in as president.", "2020-09-25 | politics | Bah N'Daw;Mali | ML | | Bah N'Daw sworn in as president."),
    ("2015-11 | politics | Roch Marc Christian Kaboré;Burkina Faso | BF | | Kaboré elected president.", "2020-11 | politics | Roch Marc Christian Kaboré;Burkina Faso | BF | | Kaboré re-elected president."),
    ("2024-03-16 | agreement | Niger;United States | NE;US | | Niger scraps military accord with United States.", "2024-05-19 | agreement | Niger;United States | NE;US | | Niger and United States agree on withdrawal."),
    ("2024-07-07 | withdrawal | United States;Niger | US;NE | Niamey | Americans leave Air Base 101 in Niamey.", "2024-08-05 | withdrawal | United States;Niger | US;NE | Agadez | Americans hand over Air Base 201 near Agadez."),
    ("2023-08-06 | diplomacy | ECOWAS;Niger | NE | | ECOWAS ultimatum to Niger expires.", "2023-08-10 | deployment | ECOWAS;Niger | NE | | ECOWAS orders its standby force readied."),
    ("2023-07-30 | sanction | ECOWAS;Niger | NE | | ECOWAS closes borders with Niger.", "2023-07-30 | coup | Niger | NE | | Tchiani dissolves institutions in Niger."),
    ("2019-11-01 | attack | Mali | ML | Indelimane | Militants overrun army post at Indelimane.", "2019-11-06 | attack | Semafo | BF | Boungou | Gunmen ambush mine convoy near Boungou."),
    ("2016-06-03 | attack | Boko Haram;Niger | NE | Bosso | Boko Haram storms Bosso.", "2016-06-04 | attack | Niger | NE | Bosso | Nigerien forces retake Bosso."),
]  # fmt: skip
