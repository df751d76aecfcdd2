/** How one ticket of the sample stands. */
export interface Verdict {
  readonly ticket: string;
  readonly status: string;
  /** Null while paused. */
  readonly due: string | null;
  readonly usedMinutes: number;
  /** Minutes left, or overdue if negative. */
  readonly left: number;
}

const H = 60;

/**
 * The sample, judged by hand. NHSmail's clock (NM-06) runs Mon-Fri 07:00-22:00, 15 hours a day, for 48
 * hours; NHS login's (NL-04, NL-SEV1-5) runs Mon-Fri 08:00-18:00, 10 hours a day, for 4, 8, 20, 80 or 200
 * hours. Closed: Fri 25 Dec 2026 (Christmas), Mon 28 Dec (Boxing Day, moved), Fri 1 Jan 2027, Fri 26 and
 * Mon 29 Mar 2027 (Easter). The clocks go back on Sun 25 Oct 2026 and forward on Sun 28 Mar 2027. As of
 * Mon 5 Apr 2027, 12:00 BST.
 */
export const BY_HAND: readonly Verdict[] = [
  // Exactly on its due instant. Mon 2 Nov 09-22 13 h, Tue 15 (28), Wed 15 (43), Thu 07-12 5 (48).
  verdict("NM-1001", "met", "2026-11-05T12:00:00Z", 48 * H, 0),
  // Over the clocks going back. Fri 23 Oct 16:30-22 5.5, Mon 15 (20.5), Tue 15 (35.5); 12.5 more make
  // Wed 19:30 GMT. Resolved at 18:00, after 46.5.
  verdict("NM-1002", "met", "2026-10-28T19:30:00Z", 46.5 * H, 90),
  // Opened on a Saturday night. From Mon 16 Nov 07:00: 15, 30, 45 by Wed night, Thu 3 more: 10:00.
  // Resolved at 10:30.
  verdict("NM-1003", "breached", "2026-11-19T10:00:00Z", 48.5 * H, -30),
  // A pause. Tue 10 Nov 10-15 5, paused to Thu 11:00. 43 remain: Thu 11 (32), Fri 15 (17), Mon 15 (2), Tue
  // 09:00. Resolved Mon 09:00: 5 + 11 + 15 + 2 = 33.
  verdict("NM-1004", "met", "2026-11-17T09:00:00Z", 33 * H, 15 * H),
  // Over Christmas. Wed 23 Dec 15-22 7, Thu 15 (22), Fri and Mon closed, Tue 29 15 (37), Wed 11: 18:00.
  // Resolved Thu 31 Dec 09:00: Wed 18-22 4 and Thu 2 over.
  verdict("NM-1005", "breached", "2026-12-30T18:00:00Z", 54 * H, -6 * H),
  // Re-opened. Mon 4 Jan 08-22 14, Tue 1 (15), resolved to Thu 12:00. 33 remain: Thu 10 (23), Fri 15 (8),
  // Mon 07-15. Resolved Mon 12:00.
  verdict("NM-1006", "met", "2027-01-11T15:00:00Z", 45 * H, 3 * H),
  // Over Easter and the clocks going forward, and still open. Thu 25 Mar 20-22 2, Tue 30 15 (17), Wed 15
  // (32), Thu 15 (47), Fri 2 Apr 08:00 BST. Then Fri 08-22 14 and Mon 07-12 5 over.
  verdict("NM-1007", "breached", "2027-04-02T07:00:00Z", 67 * H, -19 * H),
  // Open. Thu 1 Apr 12-22 10, Fri 15 (25), Mon 07-12 5 (30). 18 remain: Mon 10 (8), Tue 07-15 BST.
  verdict("NM-1008", "running", "2027-04-06T14:00:00Z", 30 * H, 18 * H),
  // Open, at risk. Wed 31 Mar 14-22 8, Thu 15 (23), Fri 15 (38), Mon 5 (43). 5 remain: Mon 17:00 BST.
  verdict("NM-1009", "running", "2027-04-05T16:00:00Z", 43 * H, 5 * H),
  // Paused now. Tue 30 Mar 09-22 13, Wed 15 (28), Thu 07-10 3 (31).
  verdict("NM-1010", "paused", null, 31 * H, 17 * H),
  // Re-opened twice. Mon 15 Feb 10-22 12, Tue 07-21 14 (26); Thu 09-22 13 (39); re-opened on a Sunday,
  // so from Mon 22 07:00 9 more: 16:00. Resolved Tue 09:15: Mon 16-22 6 and Tue 2.25 over.
  verdict("NM-1016", "breached", "2027-02-22T16:00:00Z", 56.25 * H, -495),
  // Sev1 over the clocks going back. Fri 23 Oct 17-18 1, Mon 08-11 GMT 3. Resolved Mon 10:15.
  verdict("NL-2001", "met", "2026-10-26T11:00:00Z", 195, 45),
  // Sev2 out of hours on Christmas Eve. Tue 29 Dec 08-16. Resolved 16:45.
  verdict("NL-2002", "breached", "2026-12-29T16:00:00Z", 525, -45),
  // Sev3, raised to Sev2 after 3 h (Mon 30 Nov 09-12): 5 of 8 remain, 17:00. Resolved 16:30.
  verdict("NL-2003", "met", "2026-11-30T17:00:00Z", 450, 30),
  // Sev4. 80 h is Mon 1 to Wed 10 Feb, due at its close. A problem recorded Thu 4 Feb 12:00 stops it: 34 h.
  verdict("NL-2004", "met", "2027-02-10T18:00:00Z", 34 * H, 46 * H),
  // Sev5, open. Fri 19 Mar 13-18 5, Mon-Thu 40 (45), Tue-Fri 40 (85), Mon 5 Apr 08-12 4 (89). 111 remain:
  // Mon 6 (105), Tue-Fri 40 (65), a week 50 (15), Mon 19 10 (5), Tue 20 Apr 13:00 BST.
  verdict("NL-2005", "running", "2027-04-20T12:00:00Z", 89 * H, 111 * H),
  // Sev2, lowered to Sev4 after 4 h (Mon 18 Jan 15-18, Tue 08-09). 76 remain: Tue 9 (67), six days 60 (7),
  // Thu 28 08-15. Resolved Wed 27 17:00: an hour of Wednesday and seven of Thursday left.
  verdict("NL-2009", "met", "2027-01-28T15:00:00Z", 72 * H, 8 * H),
  // Sev4 over Christmas. Mon 14 Dec 13-18 5, Tue-Fri 40 (45), Mon-Wed 30 (75), Thu 24 08-13. Resolved Wed 30
  // 10:00: Thu 13-18 5, Tue 29 10, Wed 2 over.
  verdict("NL-2013", "breached", "2026-12-24T13:00:00Z", 97 * H, -17 * H),
  // Sev1, open. Thu 1 Apr 16-18 2, Fri 08-10 BST. Then Fri 10-18 8 and Mon 08-12 4 over.
  verdict("NL-2016", "breached", "2027-04-02T09:00:00Z", 16 * H, -12 * H),
];

function verdict(
  ticket: string,
  status: string,
  due: string | null,
  usedMinutes: number,
  left: number,
): Verdict {
  return { ticket, status, due, usedMinutes, left };
}

/** How a ticket of the sample stands against a target other than the resolution of an incident. */
export interface OtherVerdict {
  readonly ticket: string;
  readonly target: string;
  readonly status: string;
  readonly due: string;
  readonly usedPercent: number;
}

/**
 * The same of complaints, escalations, problems, requests, enquiries, HSSIs, Multi-Party Interventions and a
 * supplier's fixes. A working day is used up at its end; those closed are as above.
 */
export const OTHER_TARGETS: readonly OtherVerdict[] = [
  // Monday is day 0 and Tuesday day 1, which is not over when it is acknowledged.
  other("NM-1026", "complaintAcknowledgement", "met", "2027-03-03T00:00:00Z", 0),
  // Thursday 25 March; Good Friday and Easter Monday do not count; Tuesday 30 is day 1; Wednesday is used too.
  other("NM-1027", "complaintAcknowledgement", "breached", "2027-03-31T00:00:00+01:00", 200),
  other("NM-1028", "escalationAcknowledgement", "met", "2027-03-17T00:00:00Z", 0),
  // 20 November is day 0: 20 days to 18 December, 24 to Christmas Eve, 27 to New Year's Eve; 4, 5 and 6
  // January are 28 to 30, and the 6th is not over.
  other("NL-2019", "problemFix", "met", "2027-01-07T00:00:00Z", (100 * 29) / 30),
  // 24 and 45 of 30 minutes.
  other("NL-2020", "multiPartyIntervention", "met", "2027-02-03T02:30:00Z", 80),
  other("NL-2021", "multiPartyIntervention", "breached", "2027-02-10T14:30:00Z", 150),
  // 3 months from 30 November end on 28 February: 90 days, of which 88 are over at 09:00 on 26 February.
  other("NL-2022", "serviceRequest", "met", "2027-02-28T09:00:00Z", (100 * 88) / 90),
  // In the partner's hours, here 08:00 to 18:00: 15 minutes of Friday 12 March and 15 of Monday; notified
  // after 10 of those. Then called at 08:20 and attended after 18 of 30 minutes.
  other("NL-2023", "hssiNotification", "met", "2027-03-15T08:15:00Z", (100 * 25) / 30),
  other("NL-2023", "multiPartyIntervention", "met", "2027-03-15T08:50:00Z", 60),
  // 90 of 30 minutes.
  other("NL-2024", "hssiNotification", "breached", "2027-03-24T10:30:00Z", 300),
  // Agreed dates, of which no share is used: one kept, one passed without an answer.
  other("NL-2025", "enquiryResponse", "met", "2027-03-25T17:00:00Z", 0),
  other("NL-2026", "enquiryResponse", "breached", "2027-04-02T12:00:00+01:00", 0),
  other("GP-3001", "escalationAcknowledgement", "met", "2027-03-16T00:00:00Z", 0),
  other("GP-3001", "initialFeedback", "met", "2027-03-17T12:00:00Z", 0),
  // Wednesday 31 March; Thursday is day 1; Friday 2 April is used too, and Monday 5 is not over.
  other("GP-3002", "escalationAcknowledgement", "breached", "2027-04-02T00:00:00+01:00", 200),
  // The supplier's fix times of the sample: 1, 2 and 5 working days. Thursday 11 March is not over.
  other("GP-3003", "fix", "met", "2027-03-12T00:00:00Z", 0),
  // Easter Monday is day 0; Tuesday 30 and Wednesday 31 March are due; Thursday and Friday are used too.
  other("GP-3004", "fix", "breached", "2027-04-01T00:00:00+01:00", 200),
  // Thursday 1 April is day 0 and Friday 2 day 1, which is not over as it is acknowledged.
  other("GP-3004", "escalationAcknowledgement", "met", "2027-04-03T00:00:00+01:00", 0),
  other("GP-3004", "initialFeedback", "running", "2027-04-06T12:00:00+01:00", 0),
  // Friday 2 April of 5 days; Monday 5, which is not over, to Thursday 8 are left.
  other("GP-3005", "fix", "running", "2027-04-09T00:00:00+01:00", 20),
  // 15 to 18 and 21 to 24 December, and the 29th: 9 of 10; the 30th is not over.
  other("PA-4001", "complaintResponse", "met", "2026-12-31T00:00:00Z", 90),
  // Tuesday 23 and Wednesday 24 March; Thursday 25 is not over.
  other("PA-4002", "formalAcknowledgement", "met", "2027-03-26T00:00:00Z", (100 * 2) / 3),
  // 10 days from Thursday 25 March, to the end of Sunday 4 April.
  other("PA-4002", "complaintInvestigation", "breached", "2027-04-05T00:00:00+01:00", 100),
  // Tuesday 30 March; Wednesday 31, Thursday 1 and Friday 2 of 5; Monday 5 and Tuesday 6 are left.
  other("PA-4003", "escalationResponse", "running", "2027-04-07T00:00:00+01:00", 60),
];

function other(
  ticket: string,
  target: string,
  status: string,
  due: string,
  usedPercent: number,
): OtherVerdict {
  return { ticket, target, status, due, usedPercent };
}
