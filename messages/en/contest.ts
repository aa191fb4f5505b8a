import type { Messages } from '../zh.ts'

export const contest: Messages['contest'] = {
  answerKey: 'Answer key',
  keyBefore: 'Previous',
  keyPage: (page: number, pages: number) => `Page ${page} of ${pages}`,
  keyAfter: 'Next',
  back: 'All contests',
  sealOpen: 'Open',
  phase: { draft: 'Draft', announced: 'Opens soon', open: 'Open', closed: 'Closed' },
  sample: 'Sample data',
  sampleWhy: 'The people and scores of this contest are invented, to show what boards look like.',
  facts: 'At a glance',
  time: 'Time',
  questions: 'Questions',
  questionsOf: (n, points, maximum) =>
    points === null
      ? `${n}, ${maximum} points in all`
      : `${n}, with ${points} ${points === 1 ? 'point' : 'points'} each: ${maximum} in all`,
  attempts: 'Attempts',
  attemptsOf: ({ total, perDay, perWeek, perStage }) =>
    [
      total === null ? [] : total === 1 ? 'One per person' : `${total} per person`,
      perStage === null ? [] : `${perStage} per stage`,
      perWeek === null ? [] : `${perWeek} per week`,
      perDay === null ? [] : `${perDay} per day`,
    ]
      .flat()
      .join(', ') || 'As many as you like',
  when: 'Open',
  until: 'to',
  participants: 'So far',
  people: n => `${n} ${n === '1' ? 'person' : 'people'}`,

  who: 'Who can take part',
  whoSignIn: 'Sign in with your mobile number, choose your district or county, and answer for it.',
  whoFixed: 'Your first attempt fixes the district you stand for in this contest.',
  how: 'How it works',
  howSave:
    'Every choice is saved at once. You can reload, lose the connection or change the device and go on; while you are offline, answers are kept on your device.',
  howBack:
    'You can go back, change answers, flag questions, and check everything before you hand in. Handing in is final.',
  howKeys: 'A keyboard is enough: letters or figures choose, Enter goes on, and ? shows all keys.',
  howEase:
    'Large text, high contrast and dark are at the top of the page; the clock’s figures can be hidden. To learn without a limit of time, read the handbook.',
  handbook: 'Open the handbook',

  counts: 'How it is scored',
  prizes: 'What there is to win',
  privacy: 'Your data',
  privacyText:
    'Your number is used for signing in only and kept encrypted. Boards never show it; without your consent they say “Anonymous”, with it they show your family name only.',
  privacyMore: 'Privacy',
  practise: 'Practise first',
  boards: 'See the boards',
  boardsOpen: 'See the boards so far',

  opensSoon: when => `Opens ${when}.`,
  closed: when => `Closed ${when}.`,

  start: {
    start: 'Start',
    time: '{time}; the clock starts when you press',
    starting: 'Drawing your questions…',
    resume: 'Continue',
    again: 'Try once more',
    result: 'See my result',
    score: 'Your score: {score} / {maximum}',
    scoreLater: 'You have handed in. Scores follow after the close.',
    nextAt: 'You can try again from {when}.',
    outside: {
      'region-outside': 'This contest is for some districts only, and yours is not among them.',
      'organisation-outside': 'This contest is for some organisations only, and yours is not among them.',
      'not-invited': 'This contest is by invitation, and your number is not on the list.',
      'entered-before':
        'You took part with this number and then closed that account, so you cannot start again in this contest.',
      'not-qualified': 'Only those who have qualified can take part in this stage.',
    },
    usedUp: 'You have completed this contest.',
    chooseRegion: 'Choose your district first',
    asRegion: 'You answer for {region}',
    change: 'Change',
    offline: 'There is no connection. Please check it and press again.',
    failed: 'It did not start. Please press again.',
  },
}
