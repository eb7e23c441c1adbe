export const CONSTITUTION_EN = `CONSTITUTION OF THE REPUBLIC OF ARATAU

We, the people of Aratau,
heirs of those who kept the passes and shared the water,
resolved to live as free and equal citizens under a law that binds all alike,
answerable to those who will come after us,
adopt this Constitution.

Section I
General Provisions

Article 1
1. The Republic of Aratau is a democratic state governed by the rule of law. Its highest value is the human being, and the life, rights and freedoms of every person.
2. The Republic rests on civil peace, equality before the law, care for land and water, and the decision of the gravest matters of state by a vote at a referendum or in the Zhiyn.

Article 2
1. The people are the sole source of state power.
2. The people exercise power directly, by referendum and free elections, and entrust its exercise to the bodies of the state.
3. No one may seize power in the Republic. State power is divided into legislative, executive and judicial power, which work together within a system of checks and balances.

Article 3
1. The Republic is a unitary state. Its territory is whole, inviolable and inalienable.
2. The administrative division of the Republic is determined by constitutional law.
3. The capital of the Republic is the city of Kokbulaq.
3-1. A special legal regime for science and trade may be established within the city of Kokbulaq by constitutional law.
4. The names “Republic of Aratau” and “Aratau” have the same meaning.

Article 4
1. The law in force in the Republic consists of the norms of the Constitution, of laws that conform to it, of other regulatory legal acts, and of the international treaties that the Republic has ratified.
2. The Constitution has the highest legal force and direct effect throughout the territory of the Republic.
3. No regulatory legal act that concerns the rights, freedoms and duties of persons applies before it is officially published.

Article 5
1. Waters, glaciers, subsoil and forests belong to the people. On behalf of the people the state exercises the right of ownership.
2. Land may also be held in private ownership on the grounds, on the conditions and within the limits established by law.

Section II
The Individual and the Citizen

Article 6
1. Citizenship of the Republic is acquired and ends in accordance with law, and is one and equal whatever the ground on which it was acquired.
2. No citizen may be deprived of citizenship, of the right to change it, or exiled from Aratau.

Article 7
1. Everyone has the right to be recognized as a person before the law and to defend his or her rights and freedoms by all means that do not contradict the law.
2. Everyone has the right to have his or her rights and freedoms protected by a court.
3. Everyone has the right to qualified legal assistance. In cases provided for by law it is given free of charge.

Article 8
1. All are equal before the law and the court.
2. No one may be discriminated against on the ground of origin, office, property, sex, race, language, religion, convictions, place of residence or any other circumstance.

Article 9
1. Everyone has the right to life. The death penalty is prohibited.
2. Human dignity is inviolable. No one may be subjected to torture, violence, or other treatment or punishment that is cruel or degrading.

Article 10
1. Everyone has the right to personal freedom.
2. Arrest and detention are permitted only in the cases provided for by law and only with the sanction of a court. Without the sanction of a court a person may be held for no longer than forty-eight hours.
3. Everyone who is detained, arrested or accused has the right to the assistance of a defender from the moment of detention, arrest or accusation.

Article 11
1. Freedom of speech and of creative work is guaranteed. Censorship is prohibited.
2. Everyone has the right freely to receive and to impart information by any means not prohibited by law. The list of information that constitutes a secret of the state is established by law.

Article 12
1. Citizens have the right to take part in the government of the state directly and through their representatives, and to address the bodies of the state in person.
2. Citizens have the right to elect and to be elected to the bodies of the state and of local self-government, and to take part in a referendum.
3. The following have no right to take part in elections and in a referendum:
1) citizens whom a court has found to lack legal capacity;
2) citizens held in places of detention by the sentence of a court.

Article 13
1. Rights and freedoms may be limited only by laws, and only so far as this is necessary to protect the constitutional order, public order, and the rights, freedoms and health of persons.
2. In no case may the rights and freedoms provided for in paragraph 1 of Article 7 and in Articles 8 and 9 of the Constitution be limited.

Section III
The President

Article 14
1. The President is the head of state, the symbol and guarantor of the unity of the people, and of the inviolability of the Constitution and of the rights and freedoms of every person.
2. The President is elected for a term of six years by the citizens of age, by universal, equal and direct vote in a secret ballot.
One and the same person may be elected President only once.
3. A citizen by birth who is at least forty years of age and has lived in Aratau for the last fifteen years may be elected President.

Article 15
The President of the Republic:
1) addresses the people each year with a message on the state of the Republic;
2) calls regular and early elections to the Zhiyn;
3) signs, within one month, a law submitted by the Zhiyn and promulgates it, or returns the law or some of its articles for renewed discussion and vote;
4) with the consent of the Zhiyn appoints the Prime Minister, and releases the Prime Minister from office;
5) on the proposal of the Prime Minister appoints the members of the Government;
6) cancels acts of the Government that contradict the Constitution or laws;
7) takes the decision to hold a referendum;
8) conducts negotiations and signs international treaties of the Republic;
9) is the commander-in-chief of the armed forces;
10) decides questions of citizenship, and grants pardon;
10-1) to protect the rights and freedoms of persons, refers a law that has entered into force to the Constitutional Court for review of its conformity to the Constitution;
11) exercises other powers in accordance with the Constitution and laws.

Article 16
1. The President may be released from office early by reason of a lasting inability to perform his or her duties because of illness.
2. The President bears responsibility for acts performed in office only in the case of high treason, and may be removed from office for it by the Zhiyn. The decision is taken by a majority of at least three quarters of the total number of deputies, after a finding of the Constitutional Court that the procedure was observed.

Section IV
The Zhiyn

Article 17
1. The Zhiyn is the highest representative body of the Republic and exercises legislative power.
2. The Zhiyn consists of eighty-one deputies elected for a term of five years.
3. The powers of the Zhiyn end early in the cases and in the manner provided for by the Constitution.

Article 18
The Zhiyn:
1) adopts laws;
2) approves the budget of the Republic and the report on its performance;
3) gives its consent to the appointment of the Prime Minister by the President;
4) on the proposal of the President elects the judges of the Supreme Court and of the Constitutional Court, and releases them from office;
5) ratifies and denounces international treaties;
6) decides questions of war and peace;
7) calls regular elections of the President;
8) performs other duties assigned to it by the Constitution.

Article 19
1. The right of legislative initiative belongs to the President, to the deputies of the Zhiyn, to the Government, and to citizens if at least thirty thousand of them support a bill.
2. The Zhiyn issues laws that govern the most important social relations and lay down principles and norms concerning:
1) the legal personality of individuals and legal entities, and their rights, freedoms and duties;
2) ownership and other rights in things;
3) taxes, duties and other compulsory payments;
4) the organization of the bodies of the state, of the courts and of local self-government;
5) the use and protection of waters, land and the environment.
3. A law is adopted by a majority of the total number of deputies, and a constitutional law by at least two thirds of them.
Objections of the President to a law are overcome by the majority by which the law was adopted. If the majority is not reached within one month, the law is deemed adopted as proposed by the President.

Section V
The Government, the Constitutional Court and the Courts

Article 20
1. The Government exercises executive power, heads the system of executive bodies, and answers to the President and to the Zhiyn.
2. The Zhiyn may express no confidence in the Government by a majority of the total number of deputies, on the initiative of at least one fifth of them.

Article 21
1. The Constitutional Court consists of nine judges who hold office for eight years.
2. At the request of the President, of the Speaker of the Zhiyn, of at least one fifth of the deputies, or of the Prime Minister, the Constitutional Court:
1) decides a dispute over the regularity of an election or of a referendum;
2) reviews the conformity to the Constitution of laws adopted by the Zhiyn before the President signs them;
3) interprets the norms of the Constitution.
3. In the case provided for in subparagraph 10-1) of Article 15 of the Constitution, the Constitutional Court reviews a law that has entered into force.
4. A law or other act found not to conform to the Constitution is repealed and does not apply from the day on which the Constitutional Court takes its decision, or from a day that the Court appoints.

Article 21-1
1. The Commissioner for Human Rights helps to restore violated rights and freedoms of the individual and the citizen, and promotes their advance.
2. In performing his or her duties the Commissioner is independent and answers to no body or official of the state.

Article 22
1. Justice is administered only by courts.
2. A judge is independent and subject only to the Constitution and the law.
3. A court applies no law that infringes the rights and freedoms of the individual and the citizen which the Constitution establishes. A court that finds that a law infringes them stays the proceedings and refers the law to the Constitutional Court.

Section VI
Final and Transitional Provisions

Article 23
1. Amendments and additions to the Constitution may be made by a referendum held by decision of the President, taken on his or her own initiative, on the proposal of the Zhiyn or of the Government, or at the request of at least one hundred thousand citizens.
2. The independence of the state, its unitary form, the integrity of its territory and the principles laid down in Article 1 of the Constitution may not be changed.
3. Amendments and additions to the Constitution are put to a referendum if the Constitutional Court finds that they meet the requirements of paragraph 2 of this Article.

Article 24
1. The Constitution enters into force on the day on which the results of the referendum are officially published.
2. Laws that were in force on that day apply so far as they do not contradict the Constitution, and are brought into conformity with it within two years.

Article 25
1. The President, the deputies and the judges who hold office on the day on which the Constitution enters into force keep their powers until the term for which they were elected expires.
2. The powers of the Constitutional Court provided for in Article 21 of the Constitution are exercised by the Supreme Court until the Constitutional Court is formed.
`
