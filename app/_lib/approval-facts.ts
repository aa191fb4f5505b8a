/** What a proposal would do, in a sentence. One line for each kind of act. */
import type { PeopleChange } from '#core/account/people'
import { differences } from '#core/contest/amend'
import type { ExportKind } from '#core/prize/export'
import type { Messages } from '#messages/zh'
import type { ApprovalLine } from '#services/approval'
import type { RulesAmendment } from '#services/contest-amendment'

/** @param names of staff by the public id of their accounts */
export function approvalFacts(line: ApprovalLine, names: ReadonlyMap<string, string>, text: Messages): string {
  const words = text.audit.facts
  const named = (account: string): string => names.get(account) ?? account
  switch (line.kind) {
    case 'contest-publish':
      return words.publish((line.payload as { slug: string }).slug)
    case 'rules-amend':
      return amendmentFacts(line.payload as RulesAmendment, text.amend)
    case 'factor-reset':
      return words.reset(named((line.payload as { account: string }).account))
    case 'full-export': {
      const { slug, kind, columns } = line.payload as { slug: string; kind: ExportKind; columns: string[] }
      const column: Record<string, string> = text.exports.column
      return words.export(slug, text.exports.kind[kind], columns.map(name => column[name] ?? name).join(' · '))
    }
    case 'role-change':
      return peopleFacts(line.payload as PeopleChange, named, text)
    case 'draw-freeze': {
      const { slug, source } = line.payload as { slug: string; source: string }
      return words.freeze(slug, source)
    }
    case 'draw-number':
      return words.draw((line.payload as { number: string }).number)
    case 'winners-publish':
      return words.winners((line.payload as { contest: string }).contest)
    default:
      return line.kind satisfies never
  }
}

function amendmentFacts({ slug, before, rules, reason }: RulesAmendment, words: Messages['amend']): string {
  const said = (value: unknown) => words.value[String(value)] ?? String(value)
  const lines = differences(before, rules).map(({ path, before, after }) =>
    words.difference(words.field[path] ?? path, said(before), said(after)),
  )
  return [slug, ...lines, ...(reason.en ? [reason.en] : [])].join(' · ')
}

function peopleFacts(change: PeopleChange, named: (account: string) => string, text: Messages): string {
  const words = text.audit.facts
  const list = (roles: (keyof Messages['staff']['role'])[]) => roles.map(role => text.staff.role[role]).join(' · ')
  if (change.op === 'add') return words.add(change.name, change.login, list(change.roles))
  if (change.op === 'roles') return words.roles(named(change.account), list(change.roles))
  return words.reactivate(named(change.account))
}
