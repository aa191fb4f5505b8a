import type { Messages } from '../zh.ts'

export const privacy: Messages['privacy'] = {
  title: 'Privacy',
  lead: 'We keep only what a contest needs, and say of each item what it is for and for how long.',
  kept: 'What we keep, and why',
  rows: [
    {
      item: 'Mobile number',
      why: 'Codes for signing in; one person, one number; to reach you about a prize',
      how: 'Encrypted, with the key outside the database; pages show 138****1234 only',
    },
    {
      item: 'Name (optional)',
      why: 'To identify you when you win; with your consent 张* on boards',
      how: 'Anonymous without consent; change or clear it at any time',
    },
    {
      item: 'District or county',
      why: 'Your score counts for it; some contests are for one region only',
      how: 'Each paper keeps the one chosen at the time',
    },
    {
      item: 'Organisation (optional)',
      why: 'Boards of organisations',
      how: 'Each paper keeps the one given at the time',
    },
    {
      item: 'Papers',
      why: 'Timing, scoring, ranking, review',
      how: 'The questions, each choice and when it was saved, the finish, the score, the session it was taken in',
    },
    {
      item: 'Practice',
      why: 'To plan what is due when, list wrong answers and show progress by chapter; nothing of it counts in a contest',
      how: 'For each question when you last answered it, whether it was right, and when it is due again; only you see it. The options you chose are not kept',
    },
    {
      item: 'Where a paper was taken',
      why: 'Integrity review: many accounts one after the other on one device are worth a look by a person',
      how: 'Check values of the browser’s mark and of the network, different for each contest and telling nobody who or where you are, and how often the page was left; erased 90 days after the contest, or once an appeal that is still open has been answered',
    },
    {
      item: 'Entry (where a contest asks for it)',
      why: 'Whether you may take part, and in which group; a guardian’s consent under fourteen',
      how: 'The group chosen, an employee’s or student’s number (encrypted), and when age and consent were stated; of invitations, check values of the numbers only',
    },
    {
      item: 'Claiming a prize (winners only, by separate consent)',
      why: 'To identify you and to send the prize; only what the rules name',
      how: 'Encrypted; erased on the day shown with the prize, at once when you give it up, and from the files of the database too',
    },
    {
      item: 'Objections',
      why: 'To look into them and answer while a list is on notice',
      how: 'Encrypted, read by the organizers alone, and erased by the same rule as claims',
    },
    {
      item: 'Errors you report',
      why: 'To correct the handbook and the questions, and to answer you',
      how: 'What you wrote; when signed in also by which account, so that “My page” can show you the answer',
    },
    { item: 'Codes', why: 'Signing in', how: 'A check value only; void after 5 minutes, erased after a day' },
    {
      item: 'After closing the account',
      why: 'One person, one number: the same number does not start again in the same contest',
      how: 'A check value, different for each contest, that does not show the number; erased after the contest',
    },
    {
      item: 'Sessions',
      why: 'To keep you signed in',
      how: 'A check value only, at most 30 days; void when you sign out, erased a day later',
    },
  ],
  cookies: 'Cookies in your browser',
  cookieRows: [
    'Session and anti-forgery tokens: set when you sign in, unreadable to scripts.',
    'A mark of the browser: only the browser that asked for a code can use it, and its check value is kept when you start a paper, for the integrity review. 30 days.',
    'Practice without an account: kept in your browser only (localStorage); it can join your account when you sign in.',
    'Ways of display, and a hint that you may be signed in: used in your browser only.',
  ],
  notDone: 'What we do not do',
  notDoneRows: [
    'No third-party statistics, advertising or push; pages make no request to any other site.',
    'Taking part needs no identity number and no address: they are asked of winners only, at the claim, where the rules say so. Location, contacts and pictures are never collected.',
    'Full names and numbers are not made public; every export by staff is recorded, and its file erased after a day.',
  ],
  term: 'For how long',
  termText:
    'Accounts, papers and practice are kept until the contest, the publication of winners and the prizes are settled, for review and objections; then the organiser deletes them under its rules. You can close your account yourself at any time. Terms of prizes, records of draws and published lists are kept for two years at least, with names and numbers masked as published. Server logs hold no numbers, names or answers.',
  rights: 'Your rights',
  rightsText:
    'Under “My page” you can see and correct your data and withdraw the consent to show your name on boards. Under “My data” you download a copy and close the account yourself: no reason is asked, a code to your phone is enough, and it says there what goes and what stays. If you cannot sign in, ask the organiser; we check first that it is you. Under 14, take part with a guardian’s consent.',
  contact: contact => `Contact: ${contact}`,
}
