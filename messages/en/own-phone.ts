import type { Messages } from '../zh.ts'

export const ownPhone: Messages['ownPhone'] = {
  title: 'The phone I play with',
  taskWhy: 'If you take part yourself, state your phone: results count, prizes are for others',
  lead: 'Staff and question authors may take part, but win nothing. State the phone you play with: your result and rank count as usual, and awards and draws leave you out. Organizers see that you stated one, not the number.',
  line: (phone, when) => `${phone}, stated on ${when}`,
  phone: 'Phone you play with',
  send: 'Send me a code',
  sent: 'The code is on its way; it is valid for 5 minutes.',
  code: 'Code',
  codeHint: 'The 6 digits sent to that phone; they show that it is yours.',
  codeNeeded: 'Please enter the 6 digits sent to that phone.',
  state: 'State it',
  working: 'Working…',
  removal: 'If the number is no longer yours, ask another organizer to take it off.',
}
