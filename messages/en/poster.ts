import type { Messages } from '../zh.ts'

export const poster: Messages['poster'] = {
  task: 'Poster (PNG)',
  taskPdf: 'Poster (PDF, A4)',
  seal: ['答', '题'],
  call: ['IP is all around you.', 'How much do you know?'],
  scan: 'Scan to take part',
  dates: (from, until) => [from, `to ${until}`],
  facts: (questions, minutes) =>
    minutes === null ? `${questions} questions` : `${questions} questions · ${minutes} minutes`,
}
