import type { Messages } from '../zh.ts'

export const contests: Messages['contests'] = {
  title: 'Contests',
  lead: 'Everybody can take part. To warm up, browse the handbook.',
  announced: 'Soon',
  open: 'Open now',
  closed: 'Closed',
  window: (from, to) => `${from} to ${to}`,
  facts: (questions, limit) => `${questions} questions in ${limit}`,
  participants: n => (n === '1' ? '1 participant' : `${n} participants`),
  board: 'Boards',
  none: 'No contest has been announced yet. It will appear here.',
  sample: 'Sample data: the participants are invented',
}
