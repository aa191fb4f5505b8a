/** What the audit log can say that somebody did. Each has words in both languages, or nothing compiles. */
export const auditActions = [
  'account.first',
  'account.invited',
  'account.link',
  'account.password',
  'account.roles',
  'account.deactivated',
  'account.reactivated',
  'factor.set-up',
  'factor.recovery',
  'factor.reset',
  'approval.proposed',
  'approval.approved',
  'approval.refused',
  'approval.withdrawn',
  'contest.published',
  'export.made',
  'export.failed',
  'export.downloaded',
] as const

export type AuditAction = (typeof auditActions)[number]
