import { account } from './en/account.ts'
import { amend } from './en/amend.ts'
import { audit } from './en/audit.ts'
import { bank } from './en/bank.ts'
import { bankWork } from './en/bank-work.ts'
import { board } from './en/board.ts'
import { boardActs } from './en/board-acts.ts'
import { booklet } from './en/booklet.ts'
import { campaign } from './en/campaign.ts'
import { certificate } from './en/certificate.ts'
import { contest } from './en/contest.ts'
import { contests } from './en/contests.ts'

import { entry } from './en/entry.ts'

import { exports } from './en/exports.ts'

import { factor } from './en/factor.ts'
import { frame } from './en/frame.ts'
import { handbook } from './en/handbook.ts'
import { home } from './en/home.ts'
import { imports } from './en/imports.ts'
import { integrity } from './en/integrity.ts'
import { invite } from './en/invite.ts'
import { myData } from './en/my-data.ts'
import { ownPhone } from './en/own-phone.ts'
import { paper } from './en/paper.ts'
import { poster } from './en/poster.ts'
import { practice } from './en/practice.ts'
import { privacy } from './en/privacy.ts'
import { prize } from './en/prize.ts'
import { refusal } from './en/refusal.ts'
import { regrade } from './en/regrade.ts'
import { report } from './en/report.ts'
import { result } from './en/result.ts'
import { rules } from './en/rules.ts'
import { rulesWrong } from './en/rules-wrong.ts'
import { screen } from './en/screen.ts'
import { settle } from './en/settle.ts'
import { setup } from './en/setup.ts'
import { share } from './en/share.ts'
import { spread } from './en/spread.ts'
import { staff } from './en/staff.ts'
import { statistics } from './en/statistics.ts'
import { upkeep } from './en/upkeep.ts'
import { watch } from './en/watch.ts'
import { wizard } from './en/wizard.ts'
import type { Messages } from './zh.ts'

export const en: Messages = {
  account,
  amend,
  audit,
  bank,
  bankWork,
  board,
  boardActs,
  booklet,
  campaign,
  certificate,
  exports,
  factor,
  entry,
  frame,
  contest,
  contests,
  handbook,
  home,
  integrity,
  imports,
  invite,
  myData,
  ownPhone,
  paper,
  poster,
  practice,
  privacy,
  prize,
  refusal,
  regrade,
  report,
  result,
  rules,
  rulesWrong,
  settle,
  screen,
  setup,
  share,
  staff,
  spread,
  statistics,
  upkeep,
  watch,
  wizard,
}
