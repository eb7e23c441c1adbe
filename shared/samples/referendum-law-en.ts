export const REFERENDUM_LAW_EN = `ON THE REFERENDUM

Law of the Republic of Aratau of 3 October 2005 No. 41

This Law governs the calling, the preparation and the holding of a referendum in the Republic of Aratau.

Chapter 1. General Provisions

Article 1. The referendum
1. A referendum is a vote of the citizens of the Republic on drafts of the Constitution, of laws, and on other most important questions of the life of the state.
2. A referendum is held throughout the territory of the Republic.

Article 2. Legislation on the referendum
1. The legislation on the referendum is based on the Constitution of the Republic of Aratau and consists of this Law and other regulatory legal acts.
2. If an international treaty referred to in paragraph 1 of Article 4 of the Constitution of the Republic of Aratau lays down other rules, the rules of the treaty apply.

Article 3. The right to take part in a referendum
1. Citizens who have reached the age of eighteen have the right to take part in a referendum.
2. Persons referred to in paragraph 3 of Article 12 of the Constitution of the Republic of Aratau have no right to take part in a referendum.
3. Any limitation of this right on the grounds listed in paragraph 2 of Article 8 of the Constitution of the Republic of Aratau is prohibited.

Article 4. Questions that may not be put to a referendum
The following may not be put to a referendum:
1) questions that would change the provisions named in paragraph 2 of Article 23 of the Constitution of the Republic of Aratau;
2) questions of the budget, of taxes and of pardon;
3) the appointment and release of officials;
4) questions that would limit the rights provided for in paragraph 2 of Article 13 of the Constitution of the Republic of Aratau.

Chapter 2. Calling a Referendum

Article 5. Initiative
1. A referendum may be initiated by:
1) the President;
2) the Zhiyn;
3) the Government;
4) at least one hundred thousand citizens.
2. The citizens referred to in subparagraph 4) of paragraph 1 of this Article form an initiative group of at least fifteen persons.
The initiative group is registered by the Central Commission within ten days of its application.
3. An initiative is submitted with the text of the draft or the wording of the question, and with grounds.

Article 6. Collection of signatures
1. The initiative group registered in accordance with paragraph 2 of Article 5 of this Law collects signatures in support of the initiative within three months.
2. A signature is not counted if:
1) it is given by a person referred to in paragraph 2 of Article 3 of this Law;
2) the data of the person who signed are incomplete;
3) it is collected before the initiative group was registered.
3. The Central Commission verifies the signatures within thirty days.

Article 7. Decision on a referendum
1. The decision to hold a referendum is taken by the President in accordance with subparagraph 7) of Article 15 of the Constitution of the Republic of Aratau.
2. Before a decision is taken on amendments and additions to the Constitution, the President requests the finding provided for in paragraph 3 of Article 23 of the Constitution of the Republic of Aratau.
3. Within one month after an initiative is received, the President:
1) takes the decision to hold a referendum;
2) returns the initiative if the requirements of Articles 4 to 6 of this Law are not met;
3) proposes to the Zhiyn that it adopt the amendment or the law without a referendum, where the Constitution allows it.

Article 7-1. Withdrawal of an initiative
1. The initiator may withdraw an initiative before the decision provided for in Article 7 of this Law is taken.
2. The initiative referred to in subparagraph 4) of paragraph 1 of Article 5 of this Law is withdrawn by a decision of all members of the initiative group.

Chapter 3. Holding a Referendum

Article 8. Commissions
1. A referendum is prepared and held by the Central Commission and by territorial and precinct commissions.
2. The powers of the commissions begin on the day of the decision referred to in Article 7 of this Law.

Article 9. Campaigning
1. Citizens and their associations may freely campaign for or against the question put to the referendum, as guaranteed by paragraph 1 of Article 11 of the Constitution of the Republic of Aratau.
2. Campaigning ends at midnight before the day of the vote.

Article 10. The vote
1. The vote is held by secret ballot.
2. The text of the draft, or the wording of the question submitted in accordance with paragraph 3 of Article 5 of this Law, is printed on the ballot paper.
3. The vote is held from seven in the morning until eight in the evening.

Article 11. Results
1. A referendum is valid if more than half of the citizens who have the right to take part in it have voted.
2. A decision is adopted if more than half of those who voted in each of at least two thirds of the regions have voted for it.
3. A dispute over the regularity of a referendum is decided in accordance with subparagraph 1) of paragraph 2 of Article 21 of the Constitution of the Republic of Aratau.

Chapter 4. Final Provisions

Article 12. Force of the decision
1. A decision adopted by referendum is binding and needs no further approval.
2. A decision adopted by referendum is changed only by a referendum, unless the decision itself, or paragraph 3 of Article 7 of this Law, provides otherwise.

Article 13. Entry into force
This Law enters into force on the day after its first official publication.

President
of the Republic of Aratau
`
