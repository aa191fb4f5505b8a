/** Chinese is the master: English is typed by it, so a text that is missing there does not compile. */
import { account } from './zh/account.ts'
import { amend } from './zh/amend.ts'
import { audit } from './zh/audit.ts'
import { bank } from './zh/bank.ts'
import { bankWork } from './zh/bank-work.ts'
import { board } from './zh/board.ts'
import { boardActs } from './zh/board-acts.ts'
import { booklet } from './zh/booklet.ts'
import { campaign } from './zh/campaign.ts'
import { certificate } from './zh/certificate.ts'
import { contest } from './zh/contest.ts'
import { contests } from './zh/contests.ts'

import { entry } from './zh/entry.ts'

import { exports } from './zh/exports.ts'

import { factor } from './zh/factor.ts'
import { frame } from './zh/frame.ts'
import { handbook } from './zh/handbook.ts'
import { home } from './zh/home.ts'
import { imports } from './zh/imports.ts'
import { integrity } from './zh/integrity.ts'
import { invite } from './zh/invite.ts'
import { myData } from './zh/my-data.ts'
import { ownPhone } from './zh/own-phone.ts'
import { paper } from './zh/paper.ts'
import { poster } from './zh/poster.ts'
import { practice } from './zh/practice.ts'
import { privacy } from './zh/privacy.ts'
import { prize } from './zh/prize.ts'
import { refusal } from './zh/refusal.ts'
import { regrade } from './zh/regrade.ts'
import { report } from './zh/report.ts'
import { result } from './zh/result.ts'
import { rules } from './zh/rules.ts'
import { rulesWrong } from './zh/rules-wrong.ts'
import { screen } from './zh/screen.ts'
import { settle } from './zh/settle.ts'
import { setup } from './zh/setup.ts'
import { share } from './zh/share.ts'
import { spread } from './zh/spread.ts'
import { staff } from './zh/staff.ts'
import { statistics } from './zh/statistics.ts'
import { upkeep } from './zh/upkeep.ts'
import { watch } from './zh/watch.ts'
import { wizard } from './zh/wizard.ts'

export const zh = {
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

export type Messages = typeof zh
