import type { Messages } from '../zh.ts'

export const contests: Messages['contests'] = {
  title: 'Contests',
  lead: 'Everybody can take part. To warm up, browse the handbook.',
  announced: 'Soon',
  open: 'Open now',
  closed: 'Closed',
  window: (from, to) => `${from} to ${to}`,
  facts: (questions, limit) => `${questions} questions in ${limit}`,
  participants: n => `${n} participants`,
  board: 'Boards',
  none: 'No contest has been announced yet. It will appear here.',
  boardsTitle: 'Boards',
  boardsLead: 'People appear with masked names only; districts and organisations show how far all came together.',
  byPerson: 'People',
  byRegion: 'Districts and counties',
  byOrganisation: 'Organisations',
  sample: 'Sample data: the participants are invented',
}
