import type { Messages } from '../zh.ts'

type Words = Messages['wizard']['field'][string]

const name: Words = { label: 'Name' }
const prize: Words = { label: 'Prize', hint: 'Say exactly what it is: a certificate and a reusable bag, for example.' }

export const prizeFields: Record<string, Words> = {
  'rules.awards.tiers': {
    label: 'Awards by rank',
    hint: 'Highest first. They cannot change once the contest is open.',
  },
  'rules.awards.tiers.name': name,
  'rules.awards.tiers.count': { label: 'Places' },
  'rules.awards.tiers.prize': prize,
  'rules.awards.tiers.value': { label: 'Value of one (yuan)', hint: '0 for a certificate.' },
  'rules.awards.cut': {
    label: 'Equal ranks at the last place',
    of: { all: 'all get the prize', lot: 'a lot decides', none: 'none of them; the place stays empty' },
  },
  'rules.awards.perTrack': { label: 'Awards of its own for each track' },
  'rules.awards.onePrizeEach': { label: 'One prize a person, the higher one' },
  'rules.awards.rollDown': { label: 'When somebody is struck out, the next moves up' },
  'rules.draws': {
    label: 'Draws',
    hint: 'Anyone can verify them: list and commitment are published first, a public number decides.',
  },
  'rules.draws.name': name,
  'rules.draws.when': {
    label: 'When',
    of: {
      instant: 'at once, after handing in',
      daily: 'once a day',
      'per-stage': 'once a stage',
      final: 'after the close',
    },
  },
  'rules.draws.oneIn': { label: 'Instant draws: one in', hint: 'Only for draws at once.' },
  'rules.draws.qualify': {
    label: 'Who takes part',
    of: {
      finished: 'all who have handed in',
      perfect: 'all with a perfect paper',
      pass: 'all with the pass mark',
      'perfect-days': 'all with so many perfect days',
      points: 'all with so many points',
    },
  },
  'rules.draws.qualify.days': { label: 'Days' },
  'rules.draws.qualify.points': { label: 'Points' },
  'rules.draws.chances': {
    label: 'Chances',
    of: { person: 'one a person', 'perfect-paper': 'one a perfect paper', points: 'one for so many points' },
  },
  'rules.draws.chances.each': { label: 'One for so many points' },
  'rules.draws.tiers': {
    label: 'Prizes',
    hint: 'No prize drawn by lot may be worth more than 50,000 yuan (Anti-Unfair Competition Law, Article 11).',
  },
  'rules.draws.tiers.name': name,
  'rules.draws.tiers.count': { label: 'Places' },
  'rules.draws.tiers.prize': prize,
  'rules.draws.tiers.value': { label: 'Value of one (yuan)' },
  'rules.draws.fallBackTo': {
    label: 'Too few: fill up with scores down to',
    hint: 'Without it, prizes that are left are not given.',
  },
  'rules.draws.excludeEarlier': { label: 'Who has won in this contest takes part no more' },
  'rules.draws.alternates': { label: 'Alternates' },
  'rules.draws.witnesses': { label: 'Witnesses', hint: 'One a line: name and office.' },
  'rules.groupAwards': { label: 'Awards to organisations and districts' },
  'rules.groupAwards.name': name,
  'rules.groupAwards.of': { label: 'For', of: { organisations: 'organisations', regions: 'districts and counties' } },
  'rules.groupAwards.by': {
    label: 'By',
    of: { entrants: 'entrants', rate: 'rate', mean: 'mean score', total: 'total score', mix: 'several, by weight' },
  },
  'rules.groupAwards.by.entrants': { label: 'Weight of entrants (%)' },
  'rules.groupAwards.by.rate': { label: 'Weight of the rate (%)' },
  'rules.groupAwards.by.mean': { label: 'Weight of the mean (%)' },
  'rules.groupAwards.by.total': { label: 'Weight of the total (%)' },
  'rules.groupAwards.minimumSize': { label: 'Entrants needed to be ranked' },
  'rules.groupAwards.count': { label: 'Places' },
  'rules.groupAwards.prize': prize,
  'rules.final': { label: 'The first few go to a final' },
  'rules.final.first': { label: 'The first' },
  'rules.final.to': { label: 'Final', of: { live: 'in a room', stage: 'a stage of this contest' } },
  'rules.final.to.stage': {
    label: 'Name of the stage',
    hint: 'Stages of step 1, from the top: stages-1, stages-2 …',
  },

  'rules.publicity.name': {
    label: 'Names as published',
    of: { surname: '张*', 'surname-two': '张**', ends: '张*丰', hidden: 'no names' },
  },
  'rules.publicity.phone': {
    label: 'Phones as published',
    of: { ends: '138****1234', 'last-four': 'the last four digits', hidden: 'no phones' },
  },
  'rules.publicity.organisation': { label: 'Organisations', of: { shown: 'published', hidden: 'not published' } },
  'rules.publicity.noticeDays': { label: 'Days of notice' },
  'rules.publicity.objectionsTo': {
    label: 'Where objections go',
    hint: 'A telephone number or a place; it stands in the rules and on the list.',
  },
  'rules.publicity.formats': {
    label: 'Forms of the list',
    of: { page: 'page', xlsx: 'XLSX', csv: 'CSV', pdf: 'PDF' },
  },
  'rules.publicity.answerKey': { label: 'Publish the answers after the close' },
  'rules.publicity.errata': { label: 'Publish corrections of wrong questions' },
  'rules.claim.days': { label: 'Days for claims', hint: 'After the list is published. Late means given up.' },
  'rules.claim.alternates': { label: 'Alternates get what was given up' },
  'rules.claim.eraseAfterDays': { label: 'Days after the claims until winners’ data are erased' },
  'rules.integrity.minimumSeconds': { label: 'Papers handed in faster are looked at (seconds)' },
  'rules.integrity.review': { label: 'The integrity review is finished before winners are published' },
  'rules.integrity.appealDays': { label: 'Days for an appeal after being struck out', hint: '0: no appeal.' },
}
