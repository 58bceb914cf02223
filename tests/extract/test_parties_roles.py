"""Who takes part when the text says it by a common noun, a pronoun, a surname or a city: one telling a line."""
# ruff: noqa: E501 -- one case a line

import pytest

from tests.extract.telling import tell

CASES = [
    # language, text, actors and countries of its last event
    ("en", "MINUSMA closed its school in Gao on 2 May 2023. On 9 May 2023 two peacekeepers were killed by a mine.", {"MINUSMA", "Mali"}, {"ML"}),
    ("en", "MINUSMA runs a camp in Gao. On 9 May 2023 four Togolese peacekeepers were wounded in an ambush.", {"MINUSMA", "Togo"}, {"ML", "TG"}),
    ("en", "EUTM Mali opened in 2013. On 4 March 2016 gunmen fired at the instructors.", {"EUTM Mali"}, {"ML"}),
    ("en", "Soldiers of the garrison at Ayorou were ambushed on 9 May 2024.", {"Niger"}, {"NE"}),
    ("en", "Gunmen attacked the army camp at Ayorou in Niger on 9 May 2024.", {"Niger"}, {"NE"}),
    ("en", "Gunmen shot two herders near Ayorou on 9 May 2024.", set(), {"NE"}),
    ("en", "JNIM attacked the barracks at Djibo on 9 May 2024.", {"Burkina Faso", "JNIM"}, {"BF"}),
    ("en", "JNIM took Djibo on 9 May 2024.", {"JNIM"}, {"BF"}),
    ("en", "Rebels led by Moussa Tankari raided Kidal on 9 May 2024.", {"Moussa Tankari"}, {"ML"}),
    ("en", "Marchers called out by the imam Mahmoud Dicko filled Bamako on 5 June 2020.", {"Mahmoud Dicko"}, {"ML"}),
    ("en", "Colonel Moussa Tankari tore up the pact with France on 9 May 2024 in Niamey.", {"France", "Moussa Tankari", "Niger"}, {"FR", "NE"}),
    ("en", "Issaka Tankari was freed on 9 May 2024 in Niamey. On 12 May 2024 Tankari left.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("en", "On 12 May 2024 Tankari left Niamey. Issaka Tankari had been freed by a judge.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("en", "Tchiani took the oath on 26 March 2025.", {"Abdourahamane Tchiani", "Niger"}, {"NE"}),
    ("en", "The Tassili movement marched in Niamey on 9 May 2024.", {"Tassili"}, {"NE"}),
    ("en", "A bomb went off on the Boulevard Mali in Niamey on 9 May 2024.", set(), {"NE"}),
    ("en", "A convoy was ambushed at Ayorou, near the Malian border, on 9 May 2024.", set(), {"NE"}),
    ("en", "Niger is quiet. Soldiers seized power in Guinea on 5 September 2021.", {"Guinea"}, {"GN"}),
    ("en", "Niger's envoy was silent. Sudan held elections on 9 May 2024.", {"Sudan"}, {"SD"}),
    ("en", "The International Criminal Court sits in The Hague. On 9 May 2024 the court sentenced Issaka Tankari.", {"International Criminal Court", "Issaka Tankari"}, set()),
    ("en", "JNIM grew. The group attacked Djibo on 9 May 2024.", {"JNIM"}, {"BF"}),
    ("en", "ECOWAS met in Abuja. The bloc lifted sanctions on Niger on 24 February 2024.", {"ECOWAS", "Niger"}, {"NE"}),
    ("en", "Issaka Tankari is a lawyer. He was arrested in Niamey on 9 May 2024.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("en", "On 9 May 2024 a statement was read out by Colonel Moussa Tankari in Niamey.", {"Moussa Tankari", "Niger"}, {"NE"}),
    ("en", "French soldiers killed a JNIM chief near Gossi on 9 May 2024.", {"France", "JNIM"}, {"FR", "ML"}),
    ("en", "Chadian soldiers of MINUSMA repelled an attack at Aguelhok on 9 May 2021.", {"Chad", "MINUSMA"}, {"ML", "TD"}),
    ("en", "Paris said on 9 May 2024 that its troops would leave.", {"France"}, {"FR"}),
    ("en", "A conference on Mali opened in Brussels on 9 May 2024.", {"Mali"}, {"ML"}),
    ("en", "The Malian capital was calm. On 9 May 2024 the government dissolved all parties.", {"Mali"}, {"ML"}),
    ("en", "Defence Minister Issaka Tankari resigned in Niamey on 9 May 2024.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("en", "Wagner left Mali on 6 June 2025.", {"Mali", "Wagner Group"}, {"ML"}),
    ("en", "Russia delivered aircraft to Mali on 9 August 2022.", {"Mali", "Russia"}, {"ML", "RU"}),
    ("en", "Emmanuel Macron announced on 9 May 2024 that Operation Barkhane would end.", {"Emmanuel Macron", "France", "Operation Barkhane"}, {"FR"}),
    ("en", "Mali and Burkina Faso signed a pact on 9 May 2024.", {"Burkina Faso", "Mali"}, {"BF", "ML"}),
    ("en", "The Nigerien army shelled Boko Haram near Bosso on 9 May 2024.", {"Boko Haram", "Niger"}, {"NE"}),
    ("en", "Refugees from Sudan reached Chad on 9 May 2024.", set(), {"SD", "TD"}),
    ("en", "ECOWAS suspended Burkina Faso on 28 January 2022.", {"Burkina Faso", "ECOWAS"}, {"BF"}),
    ("en", "The United Nations counted 300 dead in Mali on 9 May 2024.", {"United Nations"}, {"ML"}),
    ("en", "Niger seized the uranium firm Tamgak on 9 May 2024.", {"Niger", "Tamgak"}, {"NE"}),
    ("en", "Jihadists ambushed a patrol of the Malian army near Gossi on 9 May 2024.", {"Mali"}, {"ML"}),
    ("en", "Algeria closed its airspace to Mali on 7 April 2025.", {"Algeria", "Mali"}, {"DZ", "ML"}),
    ("en", "Senegal and Togo sent envoys to Bamako on 9 May 2024.", {"Mali", "Senegal", "Togo"}, {"ML", "SN", "TG"}),
    ("en", "Police fired on marchers in Niamey on 9 May 2024.", {"Niger"}, {"NE"}),
    ("en", "On 9 May 2024 Kremlin envoys arrived in Bamako.", {"Mali", "Russia"}, {"ML", "RU"}),
    ("en", "Issaka Tankari, the mayor of Ayorou, was shot on 9 May 2024.", {"Issaka Tankari"}, {"NE"}),
    ("en", "Germany pulled its last soldiers out of Gao on 12 December 2023.", {"Germany", "Mali"}, {"DE", "ML"}),
    ("fr", "La Minusma a fermé son école de Gao le 2 mai 2023. Le 9 mai 2023, deux Casques bleus ont été tués par une mine.", {"MINUSMA"}, {"ML"}),
    ("fr", "Des hommes armés ont attaqué la caserne d'Ayorou, au Niger, le 9 mai 2024.", {"Niger"}, {"NE"}),
    ("fr", "Des hommes armés ont tué deux bergers près d'Ayorou le 9 mai 2024.", set(), {"NE"}),
    ("fr", "Le JNIM a attaqué la garnison de Djibo le 9 mai 2024.", {"Burkina Faso", "JNIM"}, {"BF"}),
    ("fr", "Le JNIM a pris Djibo le 9 mai 2024.", {"JNIM"}, {"BF"}),
    ("fr", "Des rebelles menés par Moussa Tankari ont attaqué Kidal le 9 mai 2024.", {"Moussa Tankari"}, {"ML"}),
    ("fr", "Une attaque revendiquée par le JNIM a frappé Djibo le 9 mai 2024.", {"JNIM"}, {"BF"}),
    ("fr", "Le colonel Moussa Tankari a dénoncé le pacte avec la France le 9 mai 2024 à Niamey.", {"France", "Moussa Tankari", "Niger"}, {"FR", "NE"}),
    ("fr", "Issaka Tankari a été libéré le 9 mai 2024 à Niamey. Le 12 mai 2024, Tankari est parti.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("fr", "Tiani a prêté serment le 26 mars 2025.", {"Abdourahamane Tchiani", "Niger"}, {"NE"}),
    ("fr", "Le mouvement Tassili a défilé à Niamey le 9 mai 2024.", {"Tassili"}, {"NE"}),
    ("fr", "Douze pêcheurs se sont noyés dans le fleuve Niger le 9 mai 2024, dit la mairie de Gao.", set(), {"ML"}),
    ("fr", "Un convoi a été attaqué à Ayorou, près de la frontière malienne, le 9 mai 2024.", set(), {"NE"}),
    ("fr", "Le Niger est calme. Des soldats ont pris le pouvoir en Guinée le 5 septembre 2021.", {"Guinea"}, {"GN"}),
    ("fr", "La Cour pénale internationale siège à La Haye. Le 9 mai 2024, la Cour a condamné Issaka Tankari.", {"International Criminal Court", "Issaka Tankari"}, set()),
    ("fr", "Le JNIM grandit. Le groupe a attaqué Djibo le 9 mai 2024.", {"JNIM"}, {"BF"}),
    ("fr", "Issaka Tankari est avocat. Il a été arrêté à Niamey le 9 mai 2024.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("fr", "Des soldats français ont tué un chef du JNIM près de Gossi le 9 mai 2024.", {"France", "JNIM"}, {"FR", "ML"}),
    ("fr", "Paris a annoncé le 9 mai 2024 le départ de ses troupes.", {"France"}, {"FR"}),
    ("fr", "Une conférence sur le Mali s'est ouverte à Bruxelles le 9 mai 2024.", {"Mali"}, {"ML"}),
    ("fr", "Le Mali est calme. Le 9 mai 2024, le gouvernement a dissous tous les partis.", {"Mali"}, {"ML"}),
    ("fr", "Wagner a quitté le Mali le 6 juin 2025.", {"Mali", "Wagner Group"}, {"ML"}),
    ("fr", "La Russie a livré des avions au Mali le 9 août 2022.", {"Mali", "Russia"}, {"ML", "RU"}),
    ("fr", "Le Mali et le Burkina Faso ont signé un pacte le 9 mai 2024.", {"Burkina Faso", "Mali"}, {"BF", "ML"}),
    ("fr", "L'armée nigérienne a bombardé Boko Haram près de Bosso le 9 mai 2024.", {"Boko Haram", "Niger"}, {"NE"}),
    ("fr", "Des réfugiés venus du Soudan sont arrivés au Tchad le 9 mai 2024.", set(), {"SD", "TD"}),
    ("fr", "La Cédéao a suspendu le Burkina Faso le 28 janvier 2022.", {"Burkina Faso", "ECOWAS"}, {"BF"}),
    ("fr", "La Cédéao s'est réunie. Le bloc a levé ses sanctions contre le Niger le 24 février 2024.", {"ECOWAS", "Niger"}, {"NE"}),
    ("fr", "Emmanuel Macron a annoncé le 9 mai 2024 la fin de l'opération Barkhane.", {"Emmanuel Macron", "France", "Operation Barkhane"}, {"FR"}),
    ("fr", "Le ministre de la Défense, Issaka Tankari, a démissionné à Niamey le 9 mai 2024.", {"Issaka Tankari", "Niger"}, {"NE"}),
    ("fr", "L'ONU a recensé 300 morts au Mali le 9 mai 2024.", {"United Nations"}, {"ML"}),
    ("fr", "L'AES a lancé une force commune le 9 mai 2024.", {"AES"}, {"BF", "ML", "NE"}),
    ("fr", "Ouagadougou a rappelé son ambassadeur à Paris le 9 mai 2024.", {"Burkina Faso"}, {"BF", "FR"}),
    ("fr", "Une mine a tué trois gendarmes à Ménaka le 9 mai 2024.", {"Mali"}, {"ML"}),
    ("fr", "La France a fermé sa base de Tessalit le 15 novembre 2021.", {"France", "Mali"}, {"FR", "ML"}),
    ("fr", "L'imam Mahmoud Dicko a été reçu à Alger le 19 décembre 2023.", {"Algeria", "Mahmoud Dicko"}, {"DZ"}),
    ("fr", "Mohamed Bazoum a été renversé le 26 juillet 2023 par sa garde.", {"Mohamed Bazoum", "Niger"}, {"NE"}),
    ("fr", "Le Niger a saisi l'entreprise Tamgak le 9 mai 2024.", {"Niger", "Tamgak"}, {"NE"}),
    ("fr", "L'Algérie a fermé son espace aérien au Mali le 7 avril 2025.", {"Algeria", "Mali"}, {"DZ", "ML"}),
    ("fr", "Le Sénégal et le Togo ont envoyé des émissaires à Bamako le 9 mai 2024.", {"Mali", "Senegal", "Togo"}, {"ML", "SN", "TG"}),
    ("fr", "La police a tiré sur des manifestants à Niamey le 9 mai 2024.", {"Niger"}, {"NE"}),
    ("fr", "L'Allemagne a retiré de Gao ses derniers soldats le 12 décembre 2023.", {"Germany", "Mali"}, {"DE", "ML"}),
    ("fr", "Une patrouille de l'armée malienne est tombée dans une embuscade du JNIM près de Gossi le 9 mai 2024.", {"JNIM", "Mali"}, {"ML"}),
    ("fr", "La Mauritanie a refoulé des pêcheurs sénégalais le 9 mai 2024.", {"Mauritania"}, {"MR", "SN"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "actors", "countries"), CASES, ids=[f"{case[0]} {case[1][:60]}" for case in CASES]
)
def test_who_takes_part(lang: str, text: str, actors: set[str], countries: set[str]) -> None:
    mention = tell(text, lang)[-1]
    assert set(mention.actors) == actors
    assert set(mention.countries) == countries


def test_he_is_the_person_of_the_title_where_the_sentence_before_goes_on_about_him() -> None:
    title = "Issaka Tankari, a life"
    text = f"{title}\n\nA judge, Ali Souley, sent him home. In 1999 he won a seat in Niamey."
    assert "Issaka Tankari" in tell(text, title=title)[-1].actors


def test_he_is_the_person_told_last_where_the_title_is_about_nobody() -> None:
    text = "Elections in Niger\n\nA judge, Ali Souley, sat down. In 1999 he won a seat in Niamey."
    assert "Ali Souley" in tell(text, title="Elections in Niger")[-1].actors


def test_a_clause_without_a_state_is_about_the_state_that_its_sentence_told() -> None:
    text = "Abuja was quiet. Niger's junta met, and three days later, on 9 May 2024, the officers closed the border."
    assert "NE" in tell(text)[-1].countries
