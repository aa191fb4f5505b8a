import type { Messages } from '../zh.ts'

export const invite: Messages['invite'] = {
  title: 'The invited',
  now: 'Numbers on the list: {n}.',
  phones: 'Mobile numbers',
  phonesHint:
    'One a line, or with commas between; about 4,000 at once. They are kept for checking only, and nobody can read them back.',
  replace: 'Put these in the place of the whole list',
  save: 'Add to the list',
  unreadable: 'Nothing was changed. These are no mobile numbers; correct them and try again: {lines}',
  join: ', ',
}
