import type { Messages } from '../zh.ts'

export const entry: Messages['entry'] = {
  title: 'About you',
  lead: 'This contest asks for the following. It is used for this contest only.',
  track: 'Group',
  trackHint: 'Each group has its own ranking. After your first attempt it can no longer be changed.',
  ages: (from, to) =>
    from === null ? ` (up to ${to} years)` : to === null ? ` (from ${from} years)` : ` (${from} to ${to} years)`,
  organisation: 'Organisation',
  organisationIs: name => `Your organisation: ${name}`,
  organisationChange: 'Give or change your organisation',
  individual: 'I take part as an individual, not for an organisation',
  name: 'Name',
  nameHint: 'To check winners. Public lists show the family name only.',
  number: 'Employee or student number',
  numberHint: 'Kept encrypted; only the organizer can see it when checking the list.',
  age: 'Age',
  old: years => `I am ${years} or older`,
  guardian: 'I am under 14, and my guardian has read the rules and the privacy notice and agrees',
  save: 'Save and go back',
  toContest: 'Back to the contest',
  wrong: {
    track: 'Choose a group.',
    organisation: 'Give your organisation, or take part as an individual.',
    name: 'Give your name.',
    number: 'Give your number: letters, digits and hyphens only.',
    age: 'Confirm that you are old enough.',
    guardian: 'Choose one. Whoever is under 14 needs a guardian’s consent.',
    region: 'Choose your district first.',
  },
}
