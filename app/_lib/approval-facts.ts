/** What a proposal would do, in a sentence. One line for each kind of act. */
import type { PeopleChange } from '#core/account/people'
import { differences } from '#core/contest/amend'
import { type Locale, said } from '#core/locale'
import type { ExportKind } from '#core/prize/export'
import type { Messages } from '#messages/zh'
import type { ApprovalLine } from '#services/approval'
import type { RulesAmendment } from '#services/contest-amendment'

/** @param names of staff by the public id of their accounts */
export function approvalFacts(
  line: ApprovalLine,
  names: ReadonlyMap<string, string>,
  locale: Locale,
  text: Messages,
): string {
  const words = text.audit.facts
  const named = (account: string): string => names.get(account) ?? account
  const title = line.contest ? said(line.contest.title, locale) : ''
  switch (line.kind) {
    case 'contest-publish':
      return words.publish(title)
    case 'rules-amend':
      return amendmentFacts(line.payload as RulesAmendment, title, text.amend)
    case 'factor-reset':
      return words.reset(named((line.payload as { account: string }).account))
    case 'full-export': {
      const { kind, columns } = line.payload as { kind: ExportKind; columns: string[] }
      const column: Record<string, string> = text.exports.column
      return words.export(title, text.exports.kind[kind], columns.map(name => column[name] ?? name).join(' · '))
    }
    case 'role-change':
      return peopleFacts(line.payload as PeopleChange, named, text)
    case 'draw-freeze':
      return words.freeze(title, (line.payload as { source: string }).source)
    case 'draw-number':
      return words.draw(title, (line.payload as { number: string }).number)
    case 'winners-publish':
      return words.winners(title)
    default:
      return line.kind satisfies never
  }
}

function amendmentFacts({ before, rules, reason }: RulesAmendment, title: string, words: Messages['amend']): string {
  const worded = (value: unknown) => words.value[String(value)] ?? String(value)
  const lines = differences(before, rules).map(({ path, before, after }) =>
    words.difference(words.field[path] ?? path, worded(before), worded(after)),
  )
  return [title, ...lines, ...(reason.en ? [reason.en] : [])].join(' · ')
}

function peopleFacts(change: PeopleChange, named: (account: string) => string, text: Messages): string {
  const words = text.audit.facts
  const list = (roles: (keyof Messages['staff']['role'])[]) => roles.map(role => text.staff.role[role]).join(' · ')
  if (change.op === 'add') return words.add(change.name, change.login, list(change.roles))
  if (change.op === 'roles') return words.roles(named(change.account), list(change.roles))
  return words.reactivate(named(change.account))
}
