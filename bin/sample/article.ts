/**
 * The sample article: invented, like its town, its people, its paper and every figure in it. It has the shapes of a real
 * one: masthead, dateline, byline, figures, quotations, a contact line, small print.
 */
export const sampleArticle = `The Larkmoor Courier - Thursday, September 17, 2026

Larkmoor’s tram is back, and fuller than anyone dared to plan for

By Odile Brandt

LARKMOOR — Six months after the city reopened its riverside tram, the line carries 18,400 passengers on an average weekday, nearly half as many again as the 12,500 that planners had forecast, the transport office said on Wednesday.

“No line in this country has filled up faster,” said Pieter Vasko, who heads the office. “People told us that nobody would leave the car at home. They left the car at home.”

The line runs 11.2 kilometres from Old Harbour to the university hospital, with nineteen stops. It closed in 1987, when the council of the day judged buses cheaper, and its rails lay under asphalt for 38 years.

Rebuilding it cost 214 million crowns. That is 9 million less than the council approved in 2022, according to the closing account which the auditor presented in June, and the first large project in Larkmoor in twenty years to end below its budget.

Not everybody is convinced. Councillor Anselm Roth, of the Ratepayers’ List, said that the account leaves out the new bridge at Tanner’s Quay. “If you count the bridge, and you must count the bridge, the tram cost every household in this city four thousand crowns,” he told a public meeting on Monday.

The bridge was paid for by the province. It carries a footpath, a cycle lane and the tram’s two tracks, and it would have been built without the tram, the provincial engineer wrote to the council in 2023. Larkmoor counts 61,300 households.

Fewer cars, or only other streets?

Traffic on Harbour Road, which runs beside the line, has fallen by 22 percent since March, the transport office says. The figure compares the week of 7 September with the same week of last year, and was taken by the two counters at the customs house.

A second set of counters tells another story. On Mill Lane, four streets to the north, the number of cars rose by 15 percent over the same time.

Residents there say that the city has moved its traffic rather than removed it. “They have cleaned up the postcard and swept the dirt round the corner,” said Hanne Lund, who keeps a bakery on the lane.

Mr. Vasko calls that unfair. Mill Lane was a building site last September, he said, so any comparison with last year flatters the past. His office will publish a full count in the spring.

Larkmoor’s air has become cleaner in any case. The monitoring station at Old Harbour recorded an average of 19 micrograms of nitrogen dioxide per cubic metre between April and August, down from 27 a year before. Doctors at the university hospital credit the tram: admissions of children with asthma fell by a third over the summer, said Dr. Ilse Marrow, who leads the children’s ward.

Asthma admissions fell in neighbouring Eastvale, too, which has no tram and lies twenty kilometres upwind. A mild pollen season may explain part of it, Dr. Marrow said.

Late, but less late

The tram has had its troubles. In April, one service in nine ran more than five minutes late, and on 2 May the whole line stood still for six hours after a lorry tore down the overhead wire at Fishgate.

Punctuality has improved every month since then. In August, 96 percent of services ran within five minutes of the timetable.

Drivers remain scarce. The operator, Larkmoor Lines, employs 74 of the 90 it says it needs, and has trained none since June. “We can’t run a tram every six minutes with goodwill,” said Mara Quill, secretary of the drivers’ union, who wants a second training school before the winter.

The operator says that it pays its drivers better than any other in the province. A driver in the first year earns 31,900 crowns, against 30,400 in Eastvale and 32,600 in the provincial capital.

Wages are not the only thing that rises. A single fare went from 2.80 to 3.20 crowns in July, the first increase since the reopening.

The next stage is already on paper. By 2031 the line is to grow by seven kilometres to the airport, which the council’s majority calls the most popular project in the city’s history. A survey that the council ordered in May found 58 percent in favour, 24 percent against; 812 people were asked.

Ms. Lund was not among them. She takes the tram to her supplier every morning all the same. “It is warm, it is quick, and it goes past my competitor,” she said. “I never said it was a bad tram.”

• Odile Brandt can be reached at odile.brandt@larkmoor-courier.example.

Copyright © 2026 The Larkmoor Courier. Ask us before you reprint this article.

Please read our comment policy before you join the discussion.
`;

/** Its crossheads, which plain text does not tell from paragraphs: whoever brings the article in marks them. */
export const crossheads: readonly string[] = ['Fewer cars, or only other streets?', 'Late, but less late'];
