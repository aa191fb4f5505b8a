import type { Messages } from '../zh.ts'

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

export const rules: Messages['rules'] = {
  title: 'Rules',
  back: 'Back to the contest',
  lead: 'These rules and the program that marks and ranks are the same data: what is written here is what it does.',
  asData: 'The rules as data (JSON)',
  onContest: 'All rules, with an example',
  join: ', ',
  space: ' ',
  of: (name, line) => `${name}: ${line}`,
  amendments: 'Amendments',
  noAmendments: 'Nothing has been amended since the contest opened.',
  amended: (when, reason) => `${when}: ${reason}`,

  groups: {
    who: 'Who can take part',
    when: 'Dates',
    paper: 'Paper and marks',
    clock: 'Answering',
    ranking: 'What the ranking goes by',
    example: 'An example',
    feedback: 'Scores and answers',
    awards: 'Awards',
    draws: 'Draws',
    groupAwards: 'Awards for organisations and districts',
    final: 'Final',
    publicity: 'Publication',
    claim: 'Claiming a prize',
    data: 'Your data, and fairness',
  },

  open: 'Everybody who lives, works or studies here can take part, free of charge.',
  regions: n => `Only people of ${n} named districts can take part, free of charge.`,
  organisations: n => `Only people of ${n} named organisations can take part, free of charge.`,
  invited: 'By invitation only, free of charge. Invitations are checked by mobile number.',
  organisationNeeded: 'You must name your organisation.',
  organisationOrSelf: 'You must name your organisation, or take part as an individual.',
  organisationOptional: 'You can name your organisation.',
  tracks: names => `There are groups: ${names}. Each has its own ranking; your first attempt fixes yours.`,
  ages: (from, to) =>
    from === null ? ` (up to ${to} years)` : to === null ? ` (from ${from} years)` : ` (${from} to ${to} years)`,
  minimumAge: years => `You must be ${years} or older.`,
  guardian: 'Whoever is under 14 needs a guardian’s consent.',
  staff: 'Staff and authors of questions can try it, but win nothing.',

  window: (from, to) => `From ${from} to ${to}, Beijing time.`,
  dayStarts: hour => `Days change at ${hour}:00: what is earlier belongs to the day before.`,
  stage: (name, from, to) => `${name}: from ${from} to ${to}.`,
  between: 'Attempts can be started inside a stage only.',
  warmUp: (from, to) => `Warm-up: from ${from} to ${to}. It does not count.`,
  practice: (from, to) => `Practice: from ${from} to ${to}.`,
  announced: when => `Results: ${when}.`,

  draw: {
    random: 'Each attempt gets a paper of its own, drawn at random; all are of about equal difficulty and length.',
    daily: 'On one day everybody gets the same questions.',
    fixed: 'Everybody gets the same questions.',
  },
  tolerance: (score, time) =>
    `Any two papers differ by at most ${score}% in expected score and ${time}% in expected time.`,
  samePoints: (total, points, full) =>
    `${total} questions with ${points} ${points === 1 ? 'point' : 'points'} each: ${full} points in all.`,
  differentPoints: (total, full) => `${total} questions, ${full} points in all.`,
  kind: { single: 'single choice', multiple: 'several answers', truefalse: 'true or false', case: 'case' },
  kindLine: (kind, count, points) => `${count} × ${kind}, with ${points} ${points === 1 ? 'point' : 'points'} each.`,
  partial: {
    none: 'A question with several answers scores only when all are right.',
    share:
      'A question with several answers that has nothing wrong but something missing scores its share, rounded down; a wrong choice scores nothing.',
    fixed: points =>
      `A question with several answers that has nothing wrong but something missing scores ${points}; a wrong choice scores nothing.`,
  },
  wrongFree: 'Wrong or missing answers take nothing away.',
  wrongCosts: points => `A wrong answer takes ${points} away, a missing one nothing. A paper never falls below zero.`,
  outAfter: n =>
    `After ${n} wrong ${n === 1 ? 'answer' : 'answers'} the paper is over; what was scored until then stays.`,
  passMark: points => `${points} points are a pass.`,

  paperTime: time =>
    `A paper takes ${time} at most. The clock starts when you press start and does not pause; the server keeps the time and hands in for you when it is up.`,
  noTime: 'There is no time limit. When the contest closes, open papers are handed in.',
  grace: seconds =>
    `Answers chosen in time that a slow network brings up to ${seconds} ${seconds === 1 ? 'second' : 'seconds'} late still count, and are marked as late.`,
  noGrace: 'Answers that arrive when the time is up do not count.',
  questionTime: time =>
    `Each question takes ${time} at most, in order and without a way back; the next one begins as soon as you have answered.`,
  forward: 'Questions come in order, without a way back.',
  limits: {
    total: n => `You can answer ${times(n)} in all.`,
    perStage: n => `You can answer ${times(n)} in each stage.`,
    perWeek: n => `You can answer ${times(n)} a week; weeks begin on Monday.`,
    perDay: n => `You can answer ${times(n)} a day.`,
    none: 'You can answer as often as you like.',
  },
  cooldown: time => `Between two attempts there must be at least ${time}.`,
  untilRight: 'After handing in you can redo what was wrong until it is right; the score stays.',

  counts: {
    first: 'Of several attempts, the first counts.',
    last: 'Of several attempts, the last counts.',
    best: 'Of several attempts, the best counts.',
    'mean-of-best': k =>
      `The best ${k} attempts count, by their sum, which ranks like their mean; missing ones count as nothing.`,
    'daily-sum': cap =>
      cap === null ? 'The points of all attempts add up.' : `The points of all attempts add up, at most ${cap} a day.`,
    'perfect-papers': 'The number of perfect papers counts.',
    'passed-papers': 'The number of papers with a pass counts.',
    'perfect-days': 'The number of days with a perfect paper counts.',
  },
  once: 'There is one attempt, and it counts.',
  byScore: 'The higher score comes first.',
  tiesIntro: order => `With equal scores: ${order}.`,
  tieOnly: { shared: 'Equal scores share a rank.', lot: 'A lot decides among equal scores.' },
  tie: {
    'more-correct': 'more right answers come first',
    'less-time': 'less time comes first',
    'earlier-finish': 'the earlier finish comes first',
    'fewer-attempts': 'fewer attempts come first',
    lot: 'a lot decides what is still equal',
    shared: 'what is still equal shares the rank',
  },
  tieJoin: '; then ',

  unit: {
    points: n => `${n} ${n === 1 ? 'point' : 'points'}`,
    papers: n => `${n} ${n === 1 ? 'paper' : 'papers'}`,
    days: n => `${n} ${n === 1 ? 'day' : 'days'}`,
  },
  example: {
    of: (score, time) => `Somebody with ${score} in ${time} stands `,
    higher: higher => `behind all with ${higher}, however long they took`,
    'more-correct': (score, correct) => `before those with ${score} and only ${correct} right answers`,
    'less-time': (score, time) => `before those with ${score} who took ${time}`,
    'earlier-finish': score => `before those with ${score} who finished later`,
    'fewer-attempts': (score, n) => `before those with ${score} who needed ${n} attempts`,
    shared: 'beside those who are equal in all of this',
    lot: 'before or behind those who are equal in all of this as a lot decides',
    end: '.',
  },

  score: { 'at-once': 'You see your score as soon as you hand in.', 'at-close': 'Scores follow after the close.' },
  answers: {
    'at-once': 'You see the right answers and the reasons as soon as you hand in.',
    'per-stage': 'The right answers and the reasons follow after each stage.',
    'at-close': 'The right answers and the reasons follow after the close.',
    never: 'The answers are not published.',
  },
  rank: { shown: 'Your rank is shown with your score.', hidden: 'Personal ranks are not published.' },
  freeze: time => `In the last ${time} the boards stand still; the final result follows after the close.`,

  tier: (name, count, prize, value) =>
    `${name}, ${count}: ${prize}${value > 0 ? `, worth ${value.toLocaleString('en-US')} yuan each` : ''}.`,
  noAwards: 'There are no awards by rank.',
  cut: {
    all: 'Whoever shares the last awarded rank is awarded too.',
    lot: 'Among those who share the last awarded rank a lot decides.',
    none: 'Those who share the last awarded rank get nothing, and the places stay empty.',
  },
  perTrack: 'Each group has awards of its own.',
  onePrizeEach: 'Each person gets one prize at most: the higher one.',
  rollDown: 'When somebody is struck out, those behind move up.',

  drawWhen: {
    instant: n => `Drawn as soon as you hand in: one in ${n} chances wins on average, until the prizes are gone.`,
    daily: 'Drawn once a day.',
    'per-stage': 'Drawn once after each stage.',
    final: 'Drawn once after the close.',
  },
  qualify: {
    finished: 'Whoever has handed in a paper qualifies.',
    perfect: 'Whoever has a perfect paper qualifies.',
    pass: points => `Whoever has a paper with ${points} points qualifies.`,
    'perfect-days': n => `Whoever has a perfect paper on ${n} ${n === 1 ? 'day' : 'days'} qualifies.`,
    points: n => `Whoever has reached ${n} of what counts qualifies.`,
  },
  chances: {
    person: 'One chance each.',
    'perfect-paper': 'One chance for each perfect paper.',
    points: n => `One chance for every ${n} points.`,
  },
  fallBack: n => `If too few qualify, the next scores follow, down to ${n}.`,
  noFallBack: 'If too few qualify, the prizes that are left are not drawn.',
  excludeEarlier: 'Whoever has been drawn before is not drawn again.',
  alternates: n => `${people(n)} are drawn as alternates.`,
  witnesses: names => `Witnesses: ${names}.`,
  drawOpen:
    'Draws can be checked: the list is fixed first, then a public number that was agreed on before decides, and anybody can compute it again.',

  groupOf: { organisations: 'organisations', regions: 'districts' },
  groupLine: (name, of, count, prize) => `${name}: the first ${count} ${of}, ${prize}.`,
  groupBy: {
    entrants: 'Ranked by how many take part.',
    rate: 'Ranked by rate: how many take part, of all their people.',
    mean: 'Ranked by mean score.',
    total: 'Ranked by total score.',
    mix: parts => `Ranked by a mix: ${parts}, each compared with the best.`,
  },
  mixPart: { entrants: 'people taking part', rate: 'rate', mean: 'mean score', total: 'total score' },
  mixShare: (name, weight) => `${weight}% ${name}`,
  minimumSize: n => `Ranked from ${people(n)} on.`,

  finalLive: n => `The first ${n} go on to a final in the room; whoever shares the last rank goes on too.`,
  finalStage: (n, stage) =>
    `The first ${n} go on to “${stage}”, which is open to them alone; whoever shares the last rank goes on too.`,

  name: { surname: '张*', 'surname-two': '张**', ends: '张*丰', hidden: '' },
  phone: { ends: '138****1234', 'last-four': '*******1234', hidden: '' },
  listed: parts => `Winners are published in part only, for example: ${parts}.`,
  listedBare: 'Winners are published by number only.',
  withOrganisation: 'organisation',
  notice: days => `The list stands for ${days} ${days === 1 ? 'day' : 'days'} before it is final.`,
  objections: to => `Objections within that time go to: ${to}.`,
  objectionsFooter: 'Objections within that time go to the organizer named at the foot of the page.',
  formats: list => `The list comes as: ${list}.`,
  format: { page: 'page', xlsx: 'XLSX', csv: 'CSV', pdf: 'PDF' },
  answerKey: 'All answers are published after the close.',
  errata: 'When a question turns out to be wrong, that is published and papers are marked again.',

  claimUntil: when => `Claim your prize before ${when}; later it is given up.`,
  claimDays: days => `Claim your prize within ${days} days of the list; later it is given up.`,
  claimNeeds: list => `A claim asks for: ${list}.`,
  claimAlternates: 'What is given up goes to alternates.',
  erase: days => `What you gave for a claim is erased ${days} days after claims have ended.`,

  field: {
    name: () => 'name',
    idNumber: digits => (digits >= 18 ? 'ID number' : `last ${digits} digits of the ID number`),
    number: () => 'employee or student number',
    address: () => 'postal address',
  },
  optional: ' (optional)',
  phoneOnly: 'Signing in needs a mobile number only; it is kept encrypted and never shown.',
  atEntry: list => `Before the first attempt: ${list}.`,
  noId: 'ID numbers and addresses are not asked of those who take part.',
  duplicates: {
    'first-counts':
      'One person, one number. If a claim shows that somebody used several, the one that took part first counts, and the others win nothing.',
    'struck-out':
      'One person, one number. If a claim shows that somebody used several, all are struck out after a review by a person.',
    untold: 'One person, one number.',
  },
  minimumSeconds: n => `Papers handed in within less than ${n} seconds are looked at by a person.`,
  review: 'A person looks through the list before it is published.',
  appeal: days => `Whoever is struck out is told why and can appeal within ${days} ${days === 1 ? 'day' : 'days'}.`,
  onlyAnswers:
    'Only answers count: signing in, sharing, inviting and time online earn nothing, and chances cannot be bought.',
}
