import type { Messages } from '../zh.ts'

export const factor: Messages['factor'] = {
  title: 'Second step',
  setUpTitle: 'Set up your authenticator',
  setUpLead:
    'Besides the password, staff give the six digits that an app on their phone shows. Set it up once; you will need it at every sign-in.',
  app: '1. Have an authenticator app ready',
  appWhy:
    'Any app for one-time codes (TOTP) will do: Microsoft Authenticator, Google Authenticator, or the one in your password manager.',
  scan: '2. Scan the QR code',
  scanWhy: 'Choose “Add account” in the app and scan this code.',
  qrLabel: 'QR code for the authenticator app; it holds the same key as below',
  byHand: 'If you cannot scan it, type this key:',
  confirm: '3. Enter the six digits that the app shows',
  code: 'Code',
  codeHint: 'Six digits of your app; they change every 30 seconds and work once.',
  codeNeeded: 'Please enter the six digits of your app.',
  bind: 'Finish',
  binding: 'Setting up…',
  preparing: 'Preparing the QR code…',

  giveTitle: 'Enter your code',
  giveLead: 'Your password is right. Please open the authenticator app on your phone.',
  give: 'Continue',
  giving: 'Checking…',
  useRecovery: 'No phone at hand? Use a recovery code',
  recovery: 'Recovery code',
  recoveryHint: 'One of the ten codes you kept when you set this up, such as abcde-12345. Each works once.',
  recoveryNeeded: 'Please enter a recovery code.',
  useApp: 'Use the app instead',
  lost: 'Neither phone nor recovery codes? Ask a system administrator for a reset; it takes two people.',

  codesTitle: 'Keep your recovery codes',
  codesLead:
    'If your phone is lost or broken, each of these codes lets you sign in once. Print them or write them down, and keep them somewhere safe. They are not shown again.',
  codesList: 'Recovery codes',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  saved: 'I have kept them, continue',

  stateTitle: 'Sign-in security',
  stateLead: 'The second step protects your account, and the personal data of everybody who takes part.',
  since: day => `Authenticator set up on ${day}.`,
  left: n =>
    n === 0 ? 'No recovery codes are left.' : n === 1 ? 'One recovery code is left.' : `${n} recovery codes are left.`,
  renew: 'Make new recovery codes',
  renewing: 'Making them…',
  renewWhy: 'The earlier ones stop working.',
  replace: 'Set up another phone',
  replacing: 'Removing…',
  replaceWhy: 'Removes the present authenticator; you set up the new one at once, and can do nothing else until then.',

  stepUpTitle: 'Please confirm that it is you',
  stepUpLead: 'What comes next matters: it needs a code given within the last five minutes. Then it goes on by itself.',
  stepUp: 'Confirm and go on',
  close: 'Close',
}
